import { z } from 'zod';

/** What a page's token tells without a session: whether it still rings, and the words of the lock screen or of its end. */
export type PageLook = { state: 'ringing' | 'ended'; title: string; body: string };
/** What came of an acknowledge by token; the message is the sentence to show. `unanswered`: sending it again is harmless. */
export type TokenOutcome = { state: 'done' | 'ended' | 'refused' | 'unanswered'; message: string };

const PATIENCE = 10_000;
const Look = z.object({ state: z.enum(['ringing', 'ended']), title: z.string(), body: z.string() });
const Done = z.object({ status: z.string(), message: z.string() });
const Refused = z.object({ error: z.object({ message: z.string() }) });

/** The token that a tapped notification put into the address (`#page=…`): never in the part that is sent to a server. */
export function tokenOf(hash: string): string | null {
  return /^#page=([0-9a-f]{32}\.[A-Za-z0-9_-]{32})$/.exec(hash)?.[1] ?? null;
}

/** Asks how the page stands; null when nobody answered. */
export async function lookAtPage(token: string): Promise<PageLook | null> {
  try {
    const response = await fetch(`/v1/pages/${token}`, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
    return Look.safeParse(await response.json()).data ?? null;
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
  return { state: 'unanswered', message: 'Not yet sent. You are still being paged. Look whether you are online, then try again.' };
}
