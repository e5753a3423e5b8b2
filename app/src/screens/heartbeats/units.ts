/** The units in which a period or a grace is typed, smallest first; sizes in seconds. */
export const units = [
  { key: 'seconds', size: 1 }, { key: 'minutes', size: 60 }, { key: 'hours', size: 3_600 }, { key: 'days', size: 86_400 },
] as const;
export type Unit = (typeof units)[number]['key'];
/** A length of time as it is typed. */
export type LengthDraft = { count: string; unit: Unit };

/** A number of seconds in the largest unit that holds it whole: 5400 is 90 minutes, not 1.5 hours. None at all is 0 minutes. */
export function lengthDraftOf(seconds: number): LengthDraft {
  const unit = seconds === 0 ? units[1] : ([...units].reverse().find(({ size }) => seconds % size === 0) ?? units[0]);
  return { count: String(seconds / unit.size), unit: unit.key };
}

/** The seconds of what was typed; null where it is no whole number of them. */
export function secondsOf({ count, unit }: LengthDraft): number | null {
  const size = units.find(({ key }) => key === unit)?.size ?? 1;
  const typed = count.trim() === '' ? NaN : Number(count);
  const seconds = typed * size;
  return Number.isInteger(seconds) && seconds >= 0 ? seconds : null;
}

/** When cron runs something about so often, for the example; null where no line of cron says it. */
export function cronTime(periodSeconds: number): string | null {
  const minutes = periodSeconds / 60;
  if (minutes === 1) return '* * * * *';
  if (minutes > 1 && minutes < 60 && 60 % minutes === 0) return `*/${minutes} * * * *`;
  const hours = minutes / 60;
  if (hours === 1) return '0 * * * *';
  if (hours > 1 && hours < 24 && 24 % hours === 0) return `0 */${hours} * * *`;
  if (hours === 24) return '0 3 * * *';
  return hours === 7 * 24 ? '0 3 * * 1' : null;
}
