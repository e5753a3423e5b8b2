import fc from 'fast-check';
import { people, policies, policy, rules, schedule, schedules, services, target } from './people';

const who = fc.constantFrom(...people);
/** Which of those that are there, counted from the newest. */
const which = fc.nat({ max: 5 });
const alert = { service: fc.constantFrom(...services), key: fc.nat({ max: 4 }), group: fc.constantFrom(null, null, 'a', 'b'), severity: fc.constantFrom('critical', 'critical', 'error', 'warning', 'info', null) };

const kinds = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('fire' as const), ...alert }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('end' as const), ...alert }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('burst' as const), ...alert, count: fc.integer({ min: 2, max: 25 }) }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('command' as const), who, which, type: fc.constantFrom('acknowledge', 'acknowledge', 'release', 'escalate', 'resolve', 'reopen', 'addNote') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('setSeverity' as const), who, which, severity: fc.constantFrom('SEV1', 'SEV2', 'SEV3', 'SEV4') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('milestone' as const), who, which, milestone: fc.constantFrom('rootCauseIdentified', 'fixDeployed', 'serviceRestored') }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('tap' as const), which, act: fc.constantFrom('ack', 'ack', 'ack', 'escalate'), twice: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('see' as const), which, state: fc.constantFrom('delivered' as const, 'seen' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('snooze' as const), who, which, minutes: fc.constantFrom(5, 5, 10, 30) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('endSnooze' as const), who, which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('ask' as const), who, which, kind: fc.constantFrom('take' as const, 'help' as const, 'call' as const), targets: fc.array(target, { minLength: 1, maxLength: 2 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('answer' as const), who, which, accept: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('reply' as const), which, words: fc.constantFrom('code' as const, 'code' as const, 'codeE' as const, 'ack' as const, 'hello' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('press' as const), which, key: fc.constantFrom('4', '4', '6', '1') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rules' as const), who, rules }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('access' as const), who: fc.constantFrom('priya', 'sam', 'lee'), active: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('device' as const), who, there: fc.boolean(), index: fc.nat({ max: 1 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('policy' as const), id: fc.constantFrom(...policies), policy }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('schedule' as const), id: fc.constantFrom(...schedules), schedule }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), which: fc.nat({ max: 2 }) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('nothing' as const) }) },
);

/** What somebody or something does, and how long (ms) until the next. */
export const action = fc.record({ what: kinds, then: fc.constantFrom(0, 0, 2, 8, 40, 200, 1_000, 1_000, 4_000, 6_000, 16_000, 31_000, 61_000, 130_000) });
export type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;
export type What = Action['what'];
