import { HOUR, MINUTE } from '../time/instant';
import { lastInstant } from './text';

/**
 * ms since epoch of a date as tools write them, or null: RFC 3339 with any number of digits, `+0000`, `2026.11.21 02:30:00`, `3/22/2019 1:36:31 PM` (month
 * first, unless that can't be), `July 30, 2019 10:36 AM BST`, ctime, RFC 2822, `20261121T021815Z`; a number or a string of digits is an epoch in s, ms, µs
 * or ns by its size. Without a zone, or with one that nobody knows, it is UTC: the machine's zone plays no part. Null too for what cannot be meant: 0,
 * years before 1970 (Go's year 1 says "not ended"), and after 9999, which could not be stored.
 */
export function momentOf(value: unknown): number | null {
  if (typeof value === 'number') return epoch(value);
  // No date is this long; a stranger's text may be.
  if (typeof value !== 'string' || value.length > 100) return null;
  const text = value.trim();
  if (/^\d+(?:\.\d+)?$/.test(text) && !isCompactDate(text)) return epoch(Number(text));
  return inRange(compactDate(text) ?? writtenDate(text));
}

const inRange = (at: number | null): number | null => (at !== null && at > 0 && at <= lastInstant ? at : null);

/** Each unit is a thousand of the one before; seconds reach the year 5138 before they could be milliseconds of 1973. */
function epoch(size: number): number | null {
  if (size < 1e11) return inRange(Math.round(size * 1000));
  if (size < 1e14) return inRange(Math.floor(size));
  if (size < 1e17) return inRange(Math.floor(size / 1e3));
  return size < 1e20 ? inRange(Math.floor(size / 1e6)) : null;
}

const compact = /^(\d{4})(\d{2})(\d{2})(?:t?(\d{2})(\d{2})(\d{2})?)?(z|[+-]\d{2}:?\d{2})?$/i;

/** 14 digits that read as a date of this age: as ms they would be the year 2600. Fewer digits are an epoch. */
const isCompactDate = (text: string) => /^(?:19|20)\d{12}$/.test(text) && compactDate(text) !== null;

function compactDate(text: string): number | null {
  const [, year, month, day, hour, minute, second, zone = ''] = compact.exec(text) ?? [];
  const offset = zoneOffset(zone);
  if (year === undefined || offset === undefined) return null;
  return utc(dayOf(year, month, day), { hour: Number(hour ?? 0), minute: Number(minute ?? 0), second: Number(second ?? 0), ms: 0 }, offset.offset);
}

type Day = { year: number; month: number; day: number };
type Time = { hour: number; minute: number; second: number; ms: number };
const midnight: Time = { hour: 0, minute: 0, second: 0, ms: 0 };

/** A day, and perhaps a time (the first `12:34`) with a zone after it; around them nothing but names of weekdays and little words. */
function writtenDate(text: string): number | null {
  const plain = text.replace(/\[[^\]]*\]$|\([^)]*\)$/, '');
  const clock = /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(?:\s*([ap])\.?m\b\.?)?/i.exec(plain);
  if (clock === null) {
    const day = calendarDay(plain.replace(/z$/i, ''));
    return day === null ? null : utc(day, midnight, 0);
  }
  const [matched, hour, minute, second = '0', fraction = '', half] = clock;
  const before = plain.slice(0, clock.index).replace(/(\d)t$/i, '$1');
  const after = plain.slice(clock.index + matched.length).trim();
  const zone = zoneOffset(after) ?? { offset: 0, length: 0 };
  const day = calendarDay(`${before} ${after.slice(zone.length)}`);
  const of24 = half === undefined ? Number(hour) : hourOf12(Number(hour), half.toLowerCase());
  if (day === null || of24 === null) return null;
  return utc(day, { hour: of24, minute: Number(minute), second: Number(second), ms: Number(fraction.slice(0, 3).padEnd(3, '0')) }, zone.offset);
}

const hourOf12 = (hour: number, half: string): number | null => (hour < 1 || hour > 12 ? null : (hour % 12) + (half === 'p' ? 12 : 0));

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthsInFull = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const littleWords = new Set(['at', 'on', 'of', 'the']);
const weekdays = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?$/;

/** The day in a text that holds one, in numbers or with the month's name; null where anything else is in it. */
function calendarDay(text: string): Day | null {
  const words = text.toLowerCase().split(/[\s,]+/).filter((word) => word !== '' && !littleWords.has(word) && !weekdays.test(word));
  const [only = ''] = words;
  if (words.length === 1) return dayInNumbers(only) ?? namedDay(only.split('-'));
  return namedDay(words);
}

function dayInNumbers(text: string): Day | null {
  const [, year, , month, day] = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? [];
  if (year !== undefined) return dayOf(year, month, day);
  const [, first, separator, second, last] = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  if (last === undefined) return null;
  // Americans write 3/22/2019, and Nagios 03-22-2019; with dots the day comes first.
  const dayFirst = separator === '.' || Number(first) > 12;
  return dayFirst ? dayOf(last, second, first) : dayOf(last, first, second);
}

/** `July 30 2019`, `30 Jul 2019`, `Nov 21 2026`, `1st May 2026`. */
function namedDay(words: readonly string[]): Day | null {
  const month = words.findIndex((word) => monthNumber(word) > 0);
  const year = words.find((word) => /^\d{4}$/.test(word));
  const day = words.find((word) => /^\d{1,2}(?:st|nd|rd|th)?$/.test(word));
  return words.length === 3 && month >= 0 && day !== undefined ? dayOf(year, String(monthNumber(words[month] ?? '')), day.replace(/\D/g, '')) : null;
}

function monthNumber(word: string): number {
  const name = word.replace(/\.$/, '');
  return 1 + Math.max(months.indexOf(name), monthsInFull.indexOf(name), name === 'sept' ? 8 : -1);
}

/** A day that exists. */
function dayOf(yearText: string | undefined, monthText: string | undefined, dayText: string | undefined): Day | null {
  const [year, month, day] = [Number(yearText), Number(monthText), Number(dayText)];
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  if (!(year >= 100) || !(month >= 1 && month <= 12) || !(day >= 1)) return null;
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day ? { year, month, day } : null;
}

function utc(day: Day | null, { hour, minute, second, ms }: Time, offset: number): number | null {
  // 60 is a leap second, which has no moment of its own.
  if (day === null || hour > 23 || minute > 59 || second > 60) return null;
  return Date.UTC(day.year, day.month - 1, day.day, hour, minute, second, ms) - offset;
}

/** The zone at the start of this text: its offset from UTC in ms and how long it is written; undefined where nothing like a zone is. */
function zoneOffset(text: string): { offset: number; length: number } | undefined {
  if (text === '') return { offset: 0, length: 0 };
  const [numeric, sign, hours, minutes = '0'] = /^(?:utc|gmt)?\s*([+-])(\d{1,2})(?::?(\d{2}))?(?!\d)/i.exec(text) ?? [];
  if (numeric !== undefined) return { offset: (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE), length: numeric.length };
  const [name] = /^[a-z]{1,5}(?![a-z\d])/i.exec(text) ?? [];
  return name === undefined ? undefined : { offset: (hoursAhead.get(name.toUpperCase()) ?? 0) * HOUR, length: name.length };
}

/** Hours ahead of UTC. Where an abbreviation has several meanings, that of the vendors who send it: IST is India's (Site24x7), CST America's. */
const hoursAhead = new Map<string, number>(Object.entries({
  WEST: 1, BST: 1, CET: 1, CEST: 2, MEZ: 1, MESZ: 2, EET: 2, EEST: 3, MSK: 3, TRT: 3, SAST: 2, WAT: 1, CAT: 2, EAT: 3,
  AST: -4, ADT: -3, NST: -3.5, NDT: -2.5, EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7, AKST: -9, AKDT: -8, HST: -10,
  BRT: -3, ART: -3, CLT: -4, CLST: -3, COT: -5, PET: -5, GST: 4, PKT: 5, IST: 5.5, NPT: 5.75, ICT: 7, WIB: 7, SGT: 8, HKT: 8, PHT: 8, MYT: 8, JST: 9, KST: 9,
  AWST: 8, ACST: 9.5, ACDT: 10.5, AEST: 10, AEDT: 11, NZST: 12, NZDT: 13,
}));
