import type { Incident } from '#domain/incident/incident';
import { updateDueAt } from '#domain/incident/reminders';
import { MINUTE } from '#domain/time/instant';
import { durationWords } from '#domain/time/words';

/** How long before an update is due it is worth a line, in ms. */
const NEAR = 10 * MINUTE;

export type UpdateOwed = { at: number; isNear: boolean; isLate: boolean; words: string };

/**
 * When the stakeholders are owed an update, and how near that is (ms since epoch); null: never. A reminder only moves the next reminder: those who wait for the
 * update have waited since the last one, so it does not count here.
 */
export function updateOwed(incident: Incident, now: number): UpdateOwed | null {
  const at = updateDueAt({ ...incident, updateRemindedAt: null });
  if (at === null) return null;
  const late = now - at;
  const words = late < 0 ? `Update to stakeholders due in ${durationWords(wholeMinutes(-late))}` : late < MINUTE ? 'Update to stakeholders due now' : `Update to stakeholders ${durationWords(late - (late % MINUTE))} late`;
  return { at, isNear: -late <= NEAR, isLate: late >= MINUTE, words };
}

/** Whole minutes, one at the least: the clock of this line has no seconds. */
const wholeMinutes = (ms: number) => Math.max(MINUTE, ms - (ms % MINUTE));
