/** A zone as people call it: `New York`, `Berlin`, `UTC`. */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** Whether two zones show different clocks now (ms since epoch): `Europe/Berlin` and `Europe/Vienna` do not, and nobody has to be asked. */
export function differ(one: string, other: string, now: number): boolean {
  const clock = (zone: string) => new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(now);
  try {
    return clock(one) !== clock(other);
  } catch {
    // A browser that does not know one of them can tell nothing.
    return false;
  }
}

/** The zone of this device. */
export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
