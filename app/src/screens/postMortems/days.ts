import { DAY, HOUR } from '#domain/time/instant';
import { resolveWallTime, wallTimeAt } from '#domain/time/zone';

/** 09:00 of a day (`2026-11-27`) in this zone, in ms since epoch: an item is kept by its day, and its owner is asked in the morning. null: no day. */
export const morningOf = (day: string, zone: string): number | null => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? resolveWallTime(`${day}T09:00`, zone, 'first') : null);
/** The day (`2026-11-27`) of a moment, in this zone; empty: none. */
export const dayOf = (at: number | null, zone: string): string => (at === null ? '' : wallTimeAt(at, zone).slice(0, 10));
/** What a new item is due at first: a week from now. */
export const inAWeek = (now: number, zone: string): string => dayOf(now + 7 * DAY, zone);
/** What a review meeting begins with: 10:00 of the day after tomorrow. */
export const firstMeeting = (now: number, zone: string): string => `${dayOf(now + 2 * DAY + HOUR, zone)}T10:00`;
