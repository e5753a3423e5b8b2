import { resolveWallTime, wallTimeAt, WallTime } from '#domain/time/zone';
import type { Span } from '#domain/time/weeklyWindow';

/** A stretch of time as it is typed, by the clocks of some zone: `YYYY-MM-DDTHH:mm`, empty where it was cleared. */
export type SpanDraft = { start: string; end: string };

export const spanDraftOf = ({ startAt, endAt }: Span, zone: string): SpanDraft => ({ start: wallTimeAt(startAt, zone), end: wallTimeAt(endAt, zone) });

/** The stretch that was typed, or what is wrong with each end. */
export function spanOf({ start, end }: SpanDraft, zone: string): Span | { startWrong?: string; endWrong?: string } {
  const [startWrong, endWrong] = [start, end].map((text) => (WallTime.safeParse(text).success ? undefined : 'Enter a date and a time.'));
  if (startWrong !== undefined || endWrong !== undefined) return { ...(startWrong === undefined ? {} : { startWrong }), ...(endWrong === undefined ? {} : { endWrong }) };
  const span = { startAt: resolveWallTime(start, zone, 'first'), endAt: resolveWallTime(end, zone, 'first') };
  return span.endAt > span.startAt ? span : { endWrong: 'It ends before it starts.' };
}

/** A zone as one reads it: `Europe/Berlin`, `America/New York`. */
export const zoneWords = (zone: string): string => zone.replaceAll('_', ' ');
