import { acknowledgedIsQuiet } from './acknowledgedIsQuiet';
import { answeredIsQuiet } from './answeredIsQuiet';
import { endedIsCounted } from './endedIsCounted';
import type { Invariant } from './invariant';
import { leaseIsHeard } from './leaseIsHeard';
import { neverForgotten } from './neverForgotten';
import { nothingLost } from './nothingLost';
import { oneLinkPerRule } from './oneLinkPerRule';
import { sentOnce } from './sentOnce';
import { sweptUp } from './sweptUp';
import { timelineRunsOn } from './timelineRunsOn';

export const invariants: readonly Invariant[] = [
  neverForgotten, acknowledgedIsQuiet, nothingLost, sentOnce, timelineRunsOn, leaseIsHeard, sweptUp, oneLinkPerRule, answeredIsQuiet, endedIsCounted,
];
