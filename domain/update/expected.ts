import type { Incident } from '../incident/incident';
import { updateDueAt } from '../incident/reminders';
import type { Instant } from '../time/instant';

/** When those who follow may expect the next update (ms since epoch; past: it is late), whoever was reminded of it; null: none is owed. */
export function nextUpdateAt(incident: Incident): Instant | null {
  return updateDueAt({ ...incident, updateRemindedAt: null });
}
