import { isRecord } from './payload';

/**
 * What one attempt to act came to. `answered`: done or overtaken, the message says which. `refused`: it will never be
 * accepted. `unanswered`: it may or may not have arrived; sending it again is harmless and due.
 */
export type Attempt =
  | { state: 'answered'; message: string | null }
  | { state: 'refused'; message: string | null }
  | { state: 'unanswered'; retryAfter: number | null };

/** Answers that no repetition changes: no such token, not yours, run out, overtaken. Everything else might pass. */
const final = [400, 401, 403, 404, 405, 409, 410];

/** Decides over an HTTP answer: its status, its JSON body (undefined where it was none), and Retry-After in seconds. */
export function readAnswer(status: number, body: unknown, retryAfter: string | null): Attempt {
  if (status >= 200 && status < 300) {
    // A 200 without our own shape is a proxy's or a captive portal's page, not Rouse's word.
    if (!isRecord(body) || typeof body.status !== 'string') return { state: 'unanswered', retryAfter: null };
    return { state: 'answered', message: sentence(body.message) };
  }
  if (final.includes(status) && isRecord(body) && isRecord(body.error)) return { state: 'refused', message: sentence(body.error.message) };
  const seconds = Number(retryAfter);
  return { state: 'unanswered', retryAfter: retryAfter !== null && Number.isFinite(seconds) ? seconds * 1_000 : null };
}

const sentence = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Waits between attempts, in ms. Together three minutes: about as long as a browser lets a tapped worker live. */
const pauses = [700, 1_500, 3_000, 5_000, 10_000, 15_000, 20_000, 30_000, 30_000, 30_000, 30_000];

/** How long to wait before attempt number `next` (the first is 0), in ms; null: leave it for the worker's next wake. */
export function pauseBefore(next: number, retryAfter: number | null): number | null {
  const pause = pauses[next - 1];
  return pause === undefined ? null : Math.max(pause, Math.min(retryAfter ?? 0, 30_000));
}

/** How long after the tap an unanswered act still says what its person wants, in ms: the token itself lives 12 hours. */
export const ACT_LIFE = 12 * 60 * 60_000;
