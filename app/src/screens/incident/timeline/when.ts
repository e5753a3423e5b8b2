import type { Incident } from '#domain/incident/incident';
import type { Service } from '#domain/service/service';
import { whenWords } from '#domain/time/words';

/** In which zone times are shown; `full`: with the whole date and seconds, for a post-mortem or a colleague elsewhere. */
export type Clock = { zone: string; full: boolean };

/** The zones to choose from: the reader's, the one in which the service is at work, and UTC; each once. */
export function zonesOf(ownZone: string, service: Pick<Service, 'supportHours'> | undefined): string[] {
  return [...new Set([ownZone, service?.supportHours?.timeZone ?? ownZone, 'UTC'])];
}

/** What a tap on a zone makes of it: another zone is shown in full, for who changes the zone compares; the same one switches between short and full. */
export function tapped(clock: Clock, zone: string): Clock {
  return { zone, full: clock.zone === zone ? !clock.full : true };
}

/** The service of an incident, among all. */
export const serviceOf = (incident: Pick<Incident, 'serviceId'>, services: readonly Service[] | undefined): Service | undefined =>
  services?.find(({ id }) => id === incident.serviceId);

/** `03:12` of today, `Mon 03:12`; in full `7 Jul 2026 03:12:05`. `at` and `now`: ms since epoch. */
export function shownTime(at: number, now: number, { zone, full }: Clock): string {
  if (!full) return whenWords(at, now, zone);
  const parts = new Map(fullIn(zone).formatToParts(at).map((part) => [part.type, part.value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return `${part('day')} ${part('month')} ${part('year')} ${part('hour')}:${part('minute')}:${part('second')}`;
}

const inFull = new Map<string, Intl.DateTimeFormat>();

// Kept, because making a formatter takes 84 µs and a timeline asks a hundred times.
function fullIn(zone: string): Intl.DateTimeFormat {
  const known = inFull.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23', year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit',
  });
  inFull.set(zone, made);
  return made;
}
