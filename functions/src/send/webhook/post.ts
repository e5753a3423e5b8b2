import type { IncomingHttpHeaders } from 'node:http';
import { postText, RefusedUrl } from '../../http/outbound';
import type { ChannelResult } from '../channelResult';

const limits = { maxBytes: 64 * 1024, timeoutMs: 10_000 };
/** The longest pause that another server may ask of us (ms): after it, a page is old news anyway. */
const longestPause = 60 * 60 * 1000;

/** POSTs JSON to an address that somebody entered, and says what became of it. Nothing of the address gets into the result: a hook's URL is its key. */
export async function postJson(provider: 'slack' | 'teams' | 'webhook', url: string, body: string, headers: Record<string, string> = {}): Promise<ChannelResult> {
  try {
    const answer = await postText(url, body, { 'Content-Type': 'application/json', ...headers }, limits);
    return resultOf(provider, answer.status, answer.headers, Date.now());
  } catch (error) {
    if (error instanceof RefusedUrl) return { kind: 'failed', reason: 'addressRefused' };
    return { kind: 'retry', why: error instanceof Error ? error.message : 'no answer' };
  }
}

/**
 * What an HTTP answer means for a message that was posted. A redirect is not followed, so it is a refusal: whoever is named there was not chosen by
 * the person who entered the address. 404 and 410: the hook is gone (Slack's `no_service` and `channel_is_archived` among them).
 */
export function resultOf(provider: 'slack' | 'teams' | 'webhook', status: number, headers: IncomingHttpHeaders, now: number): ChannelResult {
  if (status >= 200 && status < 300) return { kind: 'sent', provider, providerId: null };
  if (status === 404 || status === 410) return { kind: 'failed', reason: 'addressRefused' };
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    const afterMs = pauseOf(headers['retry-after'], now);
    return { kind: 'retry', why: `${provider} answered ${status}`, ...(afterMs === undefined ? {} : { afterMs }) };
  }
  return { kind: 'failed', reason: 'providerRefused' };
}

/** Retry-After in ms from `now`: seconds or a date (RFC 9110, 10.2.3); undefined where it says nothing. */
export function pauseOf(retryAfter: string | undefined, now: number): number | undefined {
  if (retryAfter === undefined) return undefined;
  const pause = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now;
  return Number.isNaN(pause) ? undefined : Math.min(longestPause, Math.max(0, pause));
}
