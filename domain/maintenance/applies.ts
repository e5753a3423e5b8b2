import { passes, type Subject } from '../routing/fields';
import type { Instant } from '../time/instant';
import type { MaintenanceWindow } from './maintenanceWindow';
import { nextOccurrence, type Occurrence, occurrenceAt } from './occurrences';

export { windowWords } from './words';

/** A window that is on, and from when until when (ms since epoch). */
export type Maintenance = Occurrence & { window: MaintenanceWindow };

/**
 * The window that decides about an alert of a service at `at` (ms since epoch); null: none is on for it. Of several, one that suppresses
 * before one that collects, then the one that ends last.
 */
export function maintenanceFor(subject: Subject, serviceId: string, windows: readonly MaintenanceWindow[], at: Instant): Maintenance | null {
  let chosen: Maintenance | null = null;
  for (const window of windows) {
    if (window.serviceIds.length > 0 && !window.serviceIds.includes(serviceId)) continue;
    if (!window.tests.every((test) => passes(test, subject))) continue;
    const occurrence = rememberedOccurrenceAt(window, at);
    if (occurrence !== null && (chosen === null || isStronger(window, occurrence, chosen))) chosen = { window, ...occurrence };
  }
  return chosen;
}

/** The windows that are on at one of these moments (ms since epoch). */
export function windowsOn(windows: readonly MaintenanceWindow[], moments: readonly Instant[]): MaintenanceWindow[] {
  return windows.filter((window) => moments.some((at) => rememberedOccurrenceAt(window, at) !== null));
}

function isStronger(window: MaintenanceWindow, { endsAt }: Occurrence, than: Maintenance): boolean {
  if (window.mode !== than.window.mode) return window.mode === 'suppress';
  return endsAt > than.endsAt;
}

// Reading the calendar takes a millisecond, and in a storm thousands of alerts ask one after the other: the answer is kept until it changes.
const remembered = new WeakMap<MaintenanceWindow, { since: Instant; until: Instant; occurrence: Occurrence | null }>();

function rememberedOccurrenceAt(window: MaintenanceWindow, at: Instant): Occurrence | null {
  const known = remembered.get(window);
  if (known !== undefined && known.since <= at && at < known.until) return known.occurrence;
  const occurrence = occurrenceAt(window, at);
  const until = occurrence === null ? (nextOccurrence(window, at)?.startsAt ?? Infinity) : occurrence.endsAt;
  remembered.set(window, { since: occurrence?.startsAt ?? at, until, occurrence });
  return occurrence;
}
