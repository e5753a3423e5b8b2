import type { TimeZone } from './zone';

// Intl alone and no import that stays: lock screens are worded in the service worker, which has no room for a polyfill,
// nor for zod (25 kB), which the constants of `./instant` would bring along.

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNITS = [
  { size: DAY, word: 'd' },
  { size: HOUR, word: 'h' },
  { size: MINUTE, word: 'min' },
  { size: SECOND, word: 's' },
] as const;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS_IN_HALF_A_YEAR = 183;

/**
 * A length of time in its two largest units, the second one left out when it is zero: `14 s`, `12 min`, `2 min 10 s`,
 * `2 h 5 min`, `3 d`. Cut off, never rounded up, so that no elapsed time is overstated; a negative one reads `0 s`.
 */
export function durationWords(ms: number): string {
  const largest = UNITS.findIndex((unit) => ms >= unit.size);
  const unit = UNITS[largest];
  if (!unit) return '0 s';
  const whole = `${Math.floor(ms / unit.size)} ${unit.word}`;
  const smaller = UNITS[largest + 1];
  const rest = smaller ? Math.floor((ms % unit.size) / smaller.size) : 0;
  return smaller && rest > 0 ? `${whole} ${rest} ${smaller.word}` : whole;
}

/** The time of day at `ms` (since epoch) in the reader's zone, 24 hours: `03:12`. */
export function clockTime(ms: number, zone: TimeZone): string {
  return civilTime(ms, zone).clock;
}

/**
 * When something is or was, in the reader's zone, as short as `now` allows (both ms since epoch): `09:00` today,
 * `Mon 09:00` up to six days away (the seventh has today's name), else `12 Dec 09:00`. The year is added when it is
 * another one and more than half a year away, where the date alone would be taken for the nearer one.
 */
export function whenWords(ms: number, now: number, zone: TimeZone): string {
  const then = civilTime(ms, zone);
  const today = civilTime(now, zone);
  const distance = Math.abs(then.dayNumber - today.dayNumber);
  if (distance === 0) return then.clock;
  if (distance < 7) return `${then.weekday} ${then.clock}`;
  const year = then.year !== today.year && distance > DAYS_IN_HALF_A_YEAR ? ` ${then.year}` : '';
  return `${then.day} ${then.month}${year} ${then.clock}`;
}

type CivilTime = {
  year: number;
  month: string;
  day: number;
  weekday: string;
  clock: string;
  /** Days since 1970-01-01 on the calendar: the difference of two is the number of midnights between them. */
  dayNumber: number;
};

function civilTime(ms: number, zone: TimeZone): CivilTime {
  const parts = new Map(clockIn(zone).formatToParts(ms).map((part) => [part.type, part.value]));
  const year = Number(parts.get('year'));
  const month = Number(parts.get('month'));
  const day = Number(parts.get('day'));
  const midnight = Date.UTC(year, month - 1, day);
  return {
    year,
    month: MONTHS[month - 1] ?? '',
    day,
    weekday: WEEKDAYS[new Date(midnight).getUTCDay()] ?? '',
    clock: `${parts.get('hour')}:${parts.get('minute')}`,
    dayNumber: midnight / DAY,
  };
}

// Making a formatter takes 84 µs, using it 5 µs, and a list asks for dozens of words per frame.
const clocks = new Map<TimeZone, Intl.DateTimeFormat>();

function clockIn(zone: TimeZone): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  clocks.set(zone, made);
  return made;
}
