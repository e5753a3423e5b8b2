import { z } from 'zod';
import { sha256 } from '../identity/identity';
import { at, read } from './documents';

/** `phones/{sha256(E.164)}`: whose verified phone a number is. Nobody but the backend reads it. */
export const Phone = z.strictObject({ userId: z.string(), methodId: z.string() });
export type Phone = z.infer<typeof Phone>;

/** The document of a number (E.164). */
export const phoneOf = (number: string) => at.phone(sha256(number));

/** Whose verified phone this number is; undefined where it is nobody's. */
export async function ownerOfPhone(number: string): Promise<Phone | undefined> {
  return read(Phone, await phoneOf(number).get());
}
