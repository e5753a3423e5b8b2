import { z } from 'zod';

/** A moment: whole milliseconds since the epoch (UTC). Stored as the SDK's Timestamp by the converters around the core. */
export const Instant = z.number().int();
export type Instant = z.infer<typeof Instant>;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
