import { z } from 'zod';
import { PageView } from '#domain/notification/pageView';

/**
 * What a page's token tells without a session: whether it still rings, the words of the lock screen or of its end, and what its screen is drawn from (null: a server
 * that is older than this app, or nothing to draw).
 */
export type PageLook = { state: 'ringing' | 'ended'; title: string; body: string; page: PageView | null };
/** What came of an acknowledge by token; the message is the sentence to show. `unanswered`: sending it again is harmless. */
export type TokenOutcome = { state: 'done' | 'ended' | 'refused' | 'unanswered'; message: string };

const PATIENCE = 10_000;
const Look = z.object({ state: z.enum(['ringing', 'ended']), title: z.string(), body: z.string(), page: PageView.nullable().default(null).catch(null) });
const Done = z.object({ status: z.string(), message: z.string() });
const Refused = z.object({ error: z.object({ message: z.string() }) });

/** The token that a tapped notification put into the address (`#page=…`): never in the part that is sent to a server. */
export function tokenOf(hash: string): string | null {
  return /^#page=([0-9a-f]{32}\.[A-Za-z0-9_-]{32})$/.exec(hash)?.[1] ?? null;
}

/** Reads what `GET /v1/pages/{token}` answered, now or when the page arrived; null where it is not that. */
export function readPageLook(answer: unknown): PageLook | null {
  return Look.safeParse(answer).data ?? null;
}

/** Asks how the page stands: the answer as it came, to be kept and read; null when nobody answered. */
export async function askForPage(token: string): Promise<unknown> {
  try {
    const response = await fetch(`/v1/pages/${token}`, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
    return response.ok ? ((await response.json()) as unknown) : null;
  } catch {
    return null;
  }
}

/** Acknowledges the page's episode with nothing but its token: no session, no SDK. Never throws. */
export async function acknowledgeByToken(token: string): Promise<TokenOutcome> {
  try {
    const response = await fetch(`/v1/ack/${token}`, { method: 'POST', headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(PATIENCE) });
    const body: unknown = await response.json();
    const done = Done.safeParse(body);
    if (response.ok && done.success) return { state: done.data.status === 'acknowledged' ? 'done' : 'ended', message: done.data.message };
    const refused = Refused.safeParse(body);
    if (response.status < 500 && refused.success) return { state: 'refused', message: refused.data.error.message };
  } catch {
    // No network, or no answer in time: said below.
  }
  return { state: 'unanswered', message: 'Not yet sent.' };
}
