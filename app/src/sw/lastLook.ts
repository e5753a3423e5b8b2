import { isRecord } from './payload';

/** How long a push waits for the last look, in ms: a page that rings two seconds late is worse than one that rings for nothing. */
export const PATIENCE = 2_000;

/** Where the page stands now. `unknown`: nobody answered in time, and a doubt rings. */
export type Look = { state: 'ringing' | 'ended' | 'expired'; title: string | null; body: string | null } | { state: 'unknown' };

/** Reads what `GET /v1/pages/{token}` answered. */
export function readLook(answer: unknown): Look {
  if (!isRecord(answer)) return { state: 'unknown' };
  const { state, title, body } = answer;
  if (state !== 'ringing' && state !== 'ended' && state !== 'expired') return { state: 'unknown' };
  const words = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  return { state, title: words(title), body: words(body) };
}

/**
 * Asks once whether this page still has to ring: it may have been acknowledged while the phone was out of reach. `answer`: all that was said, for the app to draw;
 * null where nobody answered.
 */
export async function lastLook(token: string): Promise<{ look: Look; answer: unknown }> {
  try {
    const response = await fetch(`/v1/pages/${encodeURIComponent(token)}`, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
    const answer: unknown = response.ok ? await response.json() : null;
    const look = readLook(answer);
    return { look, answer: look.state === 'unknown' ? null : answer };
  } catch {
    return { look: { state: 'unknown' }, answer: null };
  }
}
