import type { MaintenanceWindow } from '#domain/maintenance/maintenanceWindow';
import { nextOccurrence, occurrenceAt } from '#domain/maintenance/occurrences';
import { whenWords } from '#domain/time/words';

/** A window that is on, until `endsAt` (ms since epoch). */
export type Running = { window: MaintenanceWindow; endsAt: number };

/** The windows that are on at `now` (ms since epoch), the one that ends first in front; with `serviceId` those that cover this service. */
export function runningAt(windows: readonly MaintenanceWindow[], now: number, serviceId?: string): Running[] {
  const covers = ({ serviceIds }: MaintenanceWindow) => serviceId === undefined || serviceIds.length === 0 || serviceIds.includes(serviceId);
  return windows.filter(covers).flatMap((window) => {
    const occurrence = occurrenceAt(window, now);
    return occurrence === null ? [] : [{ window, endsAt: occurrence.endsAt }];
  }).sort((a, b) => a.endsAt - b.endsAt);
}

/** All windows as a person looks for them: those that are on, those to come (the next one first), and those that are over (by name). */
export function inTime(windows: readonly MaintenanceWindow[], now: number): { on: MaintenanceWindow[]; next: MaintenanceWindow[]; over: MaintenanceWindow[] } {
  const on = runningAt(windows, now).map(({ window }) => window);
  const coming = windows.filter((window) => !on.includes(window)).map((window) => ({ window, at: nextOccurrence(window, now)?.startsAt ?? null }));
  return {
    on,
    next: coming.filter(({ at }) => at !== null).sort((a, b) => (a.at ?? 0) - (b.at ?? 0)).map(({ window }) => window),
    over: coming.filter(({ at }) => at === null).map(({ window }) => window).sort((a, b) => overAt(b) - overAt(a) || a.name.localeCompare(b.name)),
  };
}

/** When a window was over for good, as far as its own fields say (ms since epoch). */
function overAt({ time, endedAt }: MaintenanceWindow): number {
  if (endedAt !== null) return endedAt;
  if (time.kind === 'once') return time.endsAt;
  return time.lastDate === null ? 0 : Date.parse(time.lastDate);
}

/** What a window that is on means for new alerts: `Maintenance until 04:00: new alerts do not page (Database upgrade).` */
export function runningWords({ window, endsAt }: Running, now: number, zone: string): string {
  const which = window.tests.length > 0 ? 'some new alerts' : 'new alerts';
  const until = `Maintenance until ${whenWords(endsAt, now, zone)}`;
  const what = window.mode === 'suppress' ? `${which} do not page` : `${which} wait until it ends`;
  return `${until}: ${what} (${window.name}).`;
}
