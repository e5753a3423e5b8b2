import { acknowledgedIsQuiet } from './acknowledgedIsQuiet';
import type { Invariant } from './invariant';
import { neverForgotten } from './neverForgotten';
import { nothingLost } from './nothingLost';
import { sentOnce } from './sentOnce';
import { sweptUp } from './sweptUp';
import { timelineRunsOn } from './timelineRunsOn';

export const invariants: readonly Invariant[] = [neverForgotten, acknowledgedIsQuiet, nothingLost, sentOnce, timelineRunsOn, sweptUp];
