import type { Incident } from '#domain/incident/incident';
import { phaseNames, phaseOf } from '#domain/incident/phase';
import { updateDueAt } from '#domain/incident/reminders';
import { list, shortStatus } from '#domain/incident/words';
import { MINUTE } from '#domain/time/instant';
import { durationWords, whenWords } from '#domain/time/words';
import { agoWords } from '../../../words/ago';
import { ownWords } from '../mine';

export type Reader = { userId: string; zone: string };

/** Whose it is and how far it is, in a few words: "Sam has it", "watching, you have it", "resolved by Sam, Thu 09:14". */
export function standingWords(incident: Incident, { userId, zone }: Reader, now: number): string {
  if (incident.mergedInto !== null) return `merged into ${incident.mergedInto}`;
  const status = shortStatus(incident, { userId });
  switch (incident.status) {
    case 'triggered': return status;
    case 'acknowledged': return incident.snoozedUntil === null ? status : `${status}, snoozed until ${whenWords(incident.snoozedUntil, now, zone)}`;
    case 'monitoring': return incident.owner === null ? status : `${status}, ${incident.owner.userId === userId ? 'you have it' : `${incident.owner.name} has it`}`;
    case 'resolved': {
      const by = incident.resolvedBy === null ? 'by itself' : `by ${incident.resolvedBy.userId === userId ? 'you' : incident.resolvedBy.name}`;
      return incident.clocks.resolvedAt === null ? `${status} ${by}` : `${status} ${by}, ${whenWords(incident.clocks.resolvedAt, now, zone)}`;
    }
    default: return incident satisfies never;
  }
}

/** Who is on the way, and in how many minutes at their own guess: "Sam is on the way, about 8 min". Null: nobody said so. */
export function onTheWayWords(incident: Incident, userId: string, now: number): string | null {
  if (incident.status === 'resolved') return null;
  const coming = incident.responders.flatMap(({ userId: who, name, onTheWay }) => (
    onTheWay === undefined ? [] : [{ name: who === userId ? 'you' : name, left: onTheWay.at + onTheWay.minutes * MINUTE - now }]));
  const [first] = coming;
  if (first === undefined) return null;
  const verb = coming.length > 1 || first.name === 'you' ? 'are' : 'is';
  const about = coming.length === 1 && first.left >= MINUTE ? `, about ${durationWords(first.left - (first.left % MINUTE))}` : '';
  const words = `${list(coming.map(({ name }) => name))} ${verb} on the way${about}`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** How long the stakeholders have waited beyond what they were promised: "Update overdue by 12 min". Null: nothing is owed. */
export function overdueWords(incident: Incident, now: number): string | null {
  // A reminder only moves when one is reminded again: what is owed has been owed since before it.
  const dueAt = updateDueAt({ ...incident, updateRemindedAt: null });
  if (dueAt === null || dueAt > now) return null;
  const late = now - dueAt;
  return late < MINUTE ? 'Update to stakeholders due now' : `Update to stakeholders overdue by ${durationWords(late - (late % MINUTE))}`;
}

/** What the reader has to do in it, as one line; null: nothing. */
export function ownLine(incident: Incident, userId: string): string | null {
  const words = ownWords(incident, userId).join(' · ');
  return words === '' ? null : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The tags that a row has room for, and how many more there are. */
export function tagsShown(tags: readonly string[]): { shown: string[]; more: number } {
  return { shown: tags.slice(0, 2), more: Math.max(0, tags.length - 2) };
}

/** What those outside are told: the phase, and when they heard of it last. */
export function calmWords(incident: Incident, zone: string, now: number): string {
  const phase = phaseNames[phaseOf(incident)];
  if (incident.status === 'resolved') return incident.clocks.resolvedAt === null ? phase : `${phase}, ${whenWords(incident.clocks.resolvedAt, now, zone)}`;
  return incident.lastUpdateAt === null ? phase : `${phase} · last update ${agoWords(incident.lastUpdateAt, now)}`;
}
