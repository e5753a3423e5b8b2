import type { Incident } from '#domain/incident/incident';
import { list } from '#domain/incident/words';
import { clockTime } from '#domain/time/words';
import { seconds } from '../devices/seconds';
import type { Drill } from './drills';
import type { Plan } from './plan';

/** What was measured. `shownAt`: when the page reached this screen, by this device's clock; null: not yet, or not here. */
export type Measured = { drill: Drill; shownAt: number | null; incident: Incident; plan: Plan };

/** A time of day to the tenth of a second: `03:12:04.1`. */
export function preciseClock(at: number, zone: string): string {
  const rest = (at % 60_000) / 1_000;
  return `${clockTime(at, zone)}:${(Math.floor(rest * 10) / 10).toFixed(1).padStart(4, '0')}`;
}

/**
 * The proof in one sentence after another. The tap, the answer and the screen are this device's clock, so their differences
 * are exact; trigger to acknowledge is the server's.
 */
export function proofSentences({ drill, shownAt, incident, plan }: Measured, userId: string, zone: string): string[] {
  const shown = shownAt === null ? '' : `, on this screen after ${seconds(shownAt - drill.tappedAt)}`;
  const first = `Sent at ${preciseClock(drill.tappedAt, zone)}, accepted after ${seconds(drill.answeredAt - drill.tappedAt)}${shown}.`;
  const { acknowledgedAt, triggeredAt } = incident.clocks;
  if (acknowledgedAt === null) return [first];
  const holder = incident.status === 'triggered' ? null : incident.owner;
  const by = holder === null || holder.userId === userId ? 'you' : holder.name;
  return [first, `Acknowledged by ${by} ${seconds(acknowledgedAt - triggeredAt)} after it was triggered.`, sparedSentence(incident, plan)].filter((each) => each !== '');
}

/** Who would have been next and was left alone, or was paged after all. */
export function sparedSentence(incident: Incident, plan: Plan): string {
  if (plan.second.length === 0) return '';
  const paged = new Set(incident.responders.map(({ userId }) => userId));
  const spared = plan.second.filter(({ userId }) => !paged.has(userId)).map(({ name }) => name);
  const woken = plan.second.filter(({ userId }) => paged.has(userId)).map(({ name }) => name);
  return woken.length === 0 ? `${list(spared)} ${were(spared)} not paged.` : `${list(woken)} ${were(woken)} paged too.`;
}
const were = (names: readonly string[]) => (names.length === 1 ? 'was' : 'were');

/** Who was paged after the first, and how long after: the escalation, seen. `at` in ms since epoch. */
export function escalatedTo(incident: Incident, plan: Plan): { name: string; after: number } | null {
  const first = new Set(plan.first.map(({ userId }) => userId));
  const next = incident.responders.filter(({ userId }) => !first.has(userId)).sort((a, b) => a.at - b.at)[0];
  return next ? { name: next.name, after: next.at - incident.clocks.triggeredAt } : null;
}
