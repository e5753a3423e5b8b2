import { type Instant, SECOND } from '../time/instant';
import { clockTime, durationWords, whenWords } from '../time/words';
import type { TimeZone } from '../time/zone';
import type { Heartbeat } from './heartbeat';
import type { HeartbeatReport } from './report';

/** The heartbeat as it is now, and what it has to say; null: nothing that anybody must know. */
export type Beat = { heartbeat: Heartbeat; report: HeartbeatReport | null };

/** What an admin may change of a heartbeat. */
export type HeartbeatEdits = Partial<Pick<Heartbeat, 'name' | 'serviceId' | 'severity' | 'enabled' | 'periodSeconds' | 'graceSeconds'>>;

/** Until when the next ping has time, counted from `since` (ms since epoch). */
const dueAfter = ({ periodSeconds, graceSeconds }: Heartbeat, since: Instant): Instant => since + (periodSeconds + graceSeconds) * SECOND;

/**
 * A ping came at `now` (ms since epoch). It reports only the end of a silence, also of one that is switched off: its incident must not stay
 * open for want of a ping that did come.
 */
export function pinged(heartbeat: Heartbeat, now: Instant): Beat {
  // Two pings may be decided in another order than they came.
  const lastPingAt = Math.max(heartbeat.lastPingAt ?? now, now);
  const alive: Heartbeat = { ...heartbeat, state: 'alive', lastPingAt, dueAt: heartbeat.enabled ? dueAfter(heartbeat, lastPingAt) : null };
  return { heartbeat: alive, report: heartbeat.state === 'late' ? reportOf(alive, 'alive', null) : null };
}

/** No ping came by `now` (ms since epoch), and one was due: it is late, said once. Null: none is due. */
export function lateAt(heartbeat: Heartbeat, now: Instant): { heartbeat: Heartbeat; report: HeartbeatReport } | null {
  const { dueAt, enabled } = heartbeat;
  if (!enabled || dueAt === null || dueAt > now) return null;
  const late: Heartbeat = { ...heartbeat, state: 'late', dueAt: null, lateCount: heartbeat.lateCount + 1 };
  return { heartbeat: late, report: reportOf(late, 'late', dueAt) };
}

/**
 * The heartbeat after an admin's edits. Another period or grace counts from the last ping: a shorter one may be due at once. Switched off,
 * nothing is due; switched on again, the time begins anew, for what happened meanwhile is nobody's fault. One that was late then stays late
 * until its ping, and says so again if none comes: its incident may have been closed by hand.
 */
export function changed(heartbeat: Heartbeat, edits: HeartbeatEdits, now: Instant): Heartbeat {
  const next: Heartbeat = { ...heartbeat, ...edits };
  if (!next.enabled) return { ...next, dueAt: null };
  const { lastPingAt } = next;
  if (!heartbeat.enabled) return { ...next, dueAt: lastPingAt === null ? null : dueAfter(next, now) };
  const isRetimed = next.periodSeconds !== heartbeat.periodSeconds || next.graceSeconds !== heartbeat.graceSeconds;
  // Late, nothing is due; an earlier re-enabling is the exception, and its time is not cut short.
  if (!isRetimed || lastPingAt === null || heartbeat.dueAt === null) return next;
  return { ...next, dueAt: heartbeat.state === 'late' ? dueAfter(next, now) : dueAfter(next, lastPingAt) };
}

function reportOf({ id, name, severity, lastPingAt, periodSeconds }: Heartbeat, state: HeartbeatReport['state'], dueAt: Instant | null): HeartbeatReport {
  return { heartbeatId: id, name, state, severity, lastPingAt, dueAt, periodSeconds };
}

/**
 * How a heartbeat stands, for people: `every 1 h, last ping 12 min ago, next due by 14:05`, `late: no ping for 2 h, expected every 1 h`, `waits for
 * its first ping`, `switched off, last ping Mon 09:00`. Moments in the reader's zone.
 */
export function heartbeatWords(heartbeat: Heartbeat, now: Instant, zone: TimeZone): string {
  const { enabled, state, lastPingAt, dueAt, periodSeconds } = heartbeat;
  const every = `every ${durationWords(periodSeconds * SECOND)}`;
  if (!enabled) return lastPingAt === null ? 'switched off, never pinged' : `switched off, last ping ${whenWords(lastPingAt, now, zone)}`;
  if (lastPingAt === null) return `waits for its first ping, then one ${every}`;
  const ago = durationWords(now - lastPingAt);
  switch (state) {
    case 'late': return `late: no ping for ${ago}, expected ${every}`;
    case 'waiting': case 'alive': {
      const due = dueAt === null ? '' : `, next due by ${dueAt - now < 12 * 3600 * SECOND ? clockTime(dueAt, zone) : whenWords(dueAt, now, zone)}`;
      return `${every}, last ping ${ago} ago${due}`;
    }
    default: return state satisfies never;
  }
}
