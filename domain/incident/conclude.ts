import type { Instant } from '../time/instant';
import type { Decision, Who } from './decision';
import { exitItems } from './exitList';
import { resolve } from './finish';
import type { Incident } from './incident';
import type { VerdictKind } from './parts';
import type { SeverityPolicy } from './severity';
import type { Change } from './timeline';
import { andThen, turnOf } from './turn';
import { setVerdict } from './verdict';

/** What may be said at the end: what it was, and why its exit list is left with open items. All of it can wait for the morning. */
export type Closing = { verdict?: VerdictKind | undefined; cause?: string | undefined; reason?: string | undefined };

/** Ends the incident by hand and says what is said with it. What of the exit list was left open counts as skipped, and waits in the shift review. */
export function conclude(incident: Incident, { verdict, cause = '', reason = '' }: Closing, who: Who, severities: SeverityPolicy, now: Instant): Decision {
  const resolved = resolve(incident, who, now);
  // Somebody else was faster, or it ended by itself: what was said of it is not lost.
  if (incident.status === 'resolved' && verdict !== undefined && incident.verdict === null) return setVerdict(incident, verdict, cause, who, now);
  if (resolved.kind !== 'done') return resolved;
  const { turn } = resolved;
  const left = exitItems(incident, severities, now).filter(({ state }) => state === 'open').map(({ item }) => item);
  const skipped = left.map((item) => ({ item, state: 'skipped', reason, by: who.name, at: now }) as const);
  const judged = verdict === undefined ? incident.verdict : { kind: verdict, cause, by: who.name, at: now };
  const said: Change[] = [
    ...(left.length === 0 ? [] : [{ type: 'exitLeft', items: left, reason } as const]), ...(verdict === undefined ? [] : [{ type: 'verdictSet', verdict, cause } as const]),
  ];
  const told = andThen(turnOf(incident), turn.incident, said);
  return { kind: 'done', turn: andThen(told, { ...turn.incident, exitChecks: [...incident.exitChecks, ...skipped].slice(-20), verdict: judged }, turn.changes, turn.requests) };
}
