import { z } from 'zod';
import { Instant } from '../time/instant';

/** `shiftNotes/{scheduleId}`: what whoever is on call wants the next person to know; the last one alone is kept. */
export const ShiftNote = z.strictObject({
  scheduleId: z.string(), text: z.string().max(4000), by: z.strictObject({ userId: z.string(), name: z.string() }), at: Instant,
});
export type ShiftNote = z.infer<typeof ShiftNote>;
