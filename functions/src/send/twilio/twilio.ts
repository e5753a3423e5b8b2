import { z } from 'zod';
import type { ChannelResult } from '../channelResult';
import { pauseOf } from '../webhook/post';
import { type TwilioSettings, twilioSettings } from './settings';

const Created = z.looseObject({ sid: z.string() });
const Refused = z.looseObject({ code: z.number() });

/** Twilio's codes for a number that no message or call will ever reach (twilio.com/docs/api/errors). */
const deadNumberCodes = new Set([
  13_223, 13_224, // Dial: invalid phone number
  21_211, 21_214, 21_217, // 'To' is no number, can't be reached, does not appear valid
  21_614, // 'To' is no mobile number
]);
/** The person answered STOP (twilio.com/docs/api/errors/21610). */
const unsubscribedCode = 21_610;
/** What passes by itself or is mended in minutes, whatever its status: wrong credentials, a suspended account, full queues, too many requests. */
const passingCodes = new Set([10_001, 14_107, 20_003, 20_005, 20_404, 20_429, 21_611, 90_010]);

/**
 * Creates one `Messages` or `Calls` of Twilio's REST API (2010-04-01). A request that was cut off may have had its effect; trying it again may tell a
 * person twice, which is better than not at all.
 */
export async function createAtTwilio(resource: 'Messages' | 'Calls', parametersOf: (settings: TwilioSettings) => URLSearchParams | undefined): Promise<ChannelResult> {
  const settings = twilioSettings();
  const parameters = settings === undefined ? undefined : parametersOf(settings);
  if (settings === undefined || parameters === undefined) return { kind: 'failed', reason: 'notConfigured' };
  // One deadline for both tries: a claim holds for 15 s.
  const signal = AbortSignal.timeout(10_000);
  const attempt = () => post(settings, resource, parameters, signal);
  return attempt().catch((error: unknown) => {
    // A connection that was kept open and had died, unseen while this process was frozen: the next one is new.
    if (codeOf(error) !== 'UND_ERR_SOCKET') throw error;
    return attempt();
  }).catch((error: unknown): ChannelResult => ({ kind: 'retry', why: `Twilio could not be reached: ${codeOf(error)}` }));
}

async function post({ accountSid, authToken, base }: TwilioSettings, resource: string, parameters: URLSearchParams, signal: AbortSignal): Promise<ChannelResult> {
  const response = await fetch(`${base}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/${resource}.json`, {
    method: 'POST', body: parameters, redirect: 'error', signal,
    headers: { Authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` },
  });
  const answer: unknown = await response.json().catch(() => undefined);
  return resultOf(response.status, answer, response.headers.get('retry-after'));
}

/** What went wrong on the way, in the platform's word: `fetch` itself says no more than "fetch failed", the reason is inside. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return 'no answer';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
}

/** What Twilio's answer means. Its sentences are left out: they quote the number. */
export function resultOf(status: number, answer: unknown, retryAfter: string | null): ChannelResult {
  const created = Created.safeParse(answer);
  if (status >= 200 && status < 300) return { kind: 'sent', provider: 'twilio', providerId: created.data?.sid ?? null };
  const code = Refused.safeParse(answer).data?.code;
  if (code === unsubscribedCode) return { kind: 'failed', reason: 'unsubscribed' };
  if (code !== undefined && deadNumberCodes.has(code)) return { kind: 'failed', reason: 'addressRefused' };
  // 404 is the account's address itself, so it is a mistyped account SID: mended like a wrong token.
  if ([401, 403, 404, 408, 429].includes(status) || status >= 500 || (code !== undefined && passingCodes.has(code))) {
    const afterMs = pauseOf(retryAfter ?? undefined, Date.now());
    return { kind: 'retry', why: `Twilio answered ${status}${code === undefined ? '' : ` (${code})`}`, ...(afterMs === undefined ? {} : { afterMs }) };
  }
  return { kind: 'failed', reason: 'providerRefused' };
}
