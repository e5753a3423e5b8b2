import type { NotificationRequest } from '../notification/notification';
import type { Instant } from '../time/instant';
import { type Incident, type Paging, type Paused, type Responder, sharedFields, wakeAtOf } from './incident';
import type { Change } from './timeline';

/** What a transition answers: the incident as it is now, what changed, and who must be told. Nothing has happened yet. */
export type Turn = { incident: Incident; changes: Change[]; requests: NotificationRequest[] };

/** A transition that has not changed anything so far. */
export function turnOf(incident: Incident): Turn {
  return { incident, changes: [], requests: [] };
}

/**
 * The turn after one more step of it: a new incident, and what that step adds. `wakeAt` follows from the incident. Never call an export
 * `then`: `import()` takes such a module for a promise, and calls it.
 */
export function andThen(turn: Turn, incident: Incident, changes: Change[] = [], requests: NotificationRequest[] = []): Turn {
  return {
    incident: { ...incident, wakeAt: wakeAtOf(incident) },
    changes: [...turn.changes, ...changes],
    requests: [...turn.requests, ...requests],
  };
}

/** The incident triggered, with paging standing as given; fields of other states fall away. */
export function asTriggered(incident: Incident, escalation: Paging): Incident {
  return { ...sharedFields(incident), status: 'triggered', escalation };
}

/** Paging halted, remembering where it stood at `now` (ms since epoch). Already halted: as it is. */
export function pause(escalation: Paging | Paused, now: Instant): Paused {
  if (escalation.state === 'paused') return escalation;
  const { policy, episode, round, step, state, reason, nextAt, handedOff } = escalation;
  return {
    policy, episode, round, step, reason, state: 'paused', was: state, ...(handedOff === undefined ? {} : { handedOff }),
    remainingMilliseconds: nextAt === null ? null : Math.max(0, nextAt - now),
  };
}

/** The responders with this person's state as given; a state never goes back from acknowledged to paged within one call. */
export function withResponder(responders: readonly Responder[], responder: Responder): Responder[] {
  const before = responders.find(({ userId }) => userId === responder.userId);
  // Whoever is on the way still is, when they acknowledge or are paged again.
  const onTheWay = responder.onTheWay ?? before?.onTheWay;
  return [...responders.filter((each) => each !== before), { ...responder, ...(onTheWay === undefined ? {} : { onTheWay }) }].slice(-100);
}
