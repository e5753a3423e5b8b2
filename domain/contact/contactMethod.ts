import { z } from 'zod';
import { Instant } from '../time/instant';

/** E.164: a plus, the country's code, at most 15 digits (itu.int, recommendation E.164). */
export const PhoneNumber = z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be a number with its country code, such as +4915112345678');
export type PhoneNumber = z.infer<typeof PhoneNumber>;

/** The code that proves that a message arrives: only its hash is kept, and it dies after a few wrong guesses. */
const Proof = z.strictObject({ codeHash: z.string(), expiresAt: Instant, wrongGuesses: z.number().int().min(0), sentAt: Instant });

/** Where a person can be reached beside their devices. A phone takes SMS and calls. Nothing is sent to one that is not verified, except its code. */
export const ContactMethod = z.discriminatedUnion('kind', [
  z.strictObject({ id: z.string().min(1).max(64), kind: z.literal('phone'), address: PhoneNumber, verifiedAt: Instant.nullable(), proof: Proof.nullable() }),
  z.strictObject({ id: z.string().min(1).max(64), kind: z.literal('email'), address: z.email().max(254), verifiedAt: Instant.nullable(), proof: Proof.nullable() }),
]);
export type ContactMethod = z.infer<typeof ContactMethod>;

/** How an address is shown to others and in logs of what was sent: `+49 … 678`, `p…@example.com`. */
export function hinted({ kind, address }: Pick<ContactMethod, 'kind' | 'address'>): string {
  if (kind === 'phone') return `${address.slice(0, 3)} … ${address.slice(-3)}`;
  return `${address.slice(0, 1)}…${address.slice(address.indexOf('@'))}`;
}
