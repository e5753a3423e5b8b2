import { z } from 'zod';

/** Chosen by the sender, once per intent: a retry with the same id is answered like the first and changes nothing. */
export const CommandId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, 'must be 8 to 64 letters, digits, _ or -');
export const id = z.string().min(1).max(64);

/** A command's own fields, with its type and id. */
export const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), commandId: CommandId, ...shape });
