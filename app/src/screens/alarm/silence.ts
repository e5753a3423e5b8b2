/** How long Silence holds on this device, in ms (LOOK). The escalation goes on meanwhile. */
export const SILENCE_FOR = 60_000;

/**
 * Whether the alarm sounds at `now` (ms since epoch): something rings, the silence is over, and none came after it began.
 * A page that is newer than the silence breaks it: it is not what was silenced.
 */
export function sounds(alarms: readonly { createdAt: number }[], silencedAt: number | null, now: number): boolean {
  if (alarms.length === 0) return false;
  if (silencedAt === null || now - silencedAt >= SILENCE_FOR) return true;
  return alarms.some(({ createdAt }) => createdAt > silencedAt);
}

/** Whether it is night for this reader: the alarm is dark from 22 to 07 whatever the system says. `clock` as `03:12`. */
export function isNight(clock: string): boolean {
  const hour = Number(clock.slice(0, 2));
  return hour >= 22 || hour < 7;
}
