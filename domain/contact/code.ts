import { MINUTE, type Instant } from '../time/instant';
import type { ContactMethod } from './contactMethod';

/** How long a code is good, in ms. */
export const codeLife = 10 * MINUTE;
/** So many wrong guesses end a code: with it and `mostCodes`, whoever guesses has 25 of a million an hour. */
export const mostGuesses = 5;
/** So many codes go out to one person in `codesPer` (ms), whatever they go to: an SMS or a call costs the team money and somebody else their sleep. */
export const mostCodes = 5;
export const codesPer = 60 * MINUTE;

export type Guessed =
  | { kind: 'verified'; method: ContactMethod }
  | { kind: 'wrong'; method: ContactMethod }
  /** It was verified before. */
  | { kind: 'already' }
  /** There is no code (any more), and only a new one helps. */
  | { kind: 'expired' };

/** What a guess makes of a method; `isRight`: its hash is that of the code. A wrong one counts, and the fifth ends the code. */
export function guessed(method: ContactMethod, isRight: boolean, now: Instant): Guessed {
  const { proof, verifiedAt } = method;
  if (verifiedAt !== null) return { kind: 'already' };
  if (proof === null || proof.expiresAt <= now || proof.wrongGuesses >= mostGuesses) return { kind: 'expired' };
  if (isRight) return { kind: 'verified', method: { ...method, verifiedAt: now, proof: null } };
  return { kind: 'wrong', method: { ...method, proof: { ...proof, wrongGuesses: proof.wrongGuesses + 1 } } };
}

/** The method while a new code is on its way; the one before it is good no more. */
export const withCode = (method: ContactMethod, codeHash: string, now: Instant): ContactMethod =>
  ({ ...method, proof: { codeHash, expiresAt: now + codeLife, wrongGuesses: 0, sentAt: now } });
