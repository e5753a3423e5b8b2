import type { IncomingMessage } from 'node:http';

export type TwilioObjection = { status: number; code: number; message: string };

/** The parameters of each resource that Rouse uses: twilio.com/docs/messaging/api/message-resource, twilio.com/docs/voice/api/call-resource. */
const resources: Record<string, { needed: readonly string[]; known: readonly string[] }> = {
  Messages: { needed: ['To', 'Body'], known: ['To', 'From', 'MessagingServiceSid', 'Body', 'StatusCallback', 'ValidityPeriod', 'SmartEncoded'] },
  Calls: {
    needed: ['To', 'From'],
    known: ['To', 'From', 'Url', 'Twiml', 'Method', 'FallbackUrl', 'StatusCallback', 'StatusCallbackMethod', 'StatusCallbackEvent', 'Timeout', 'MachineDetection'],
  },
};
const callEvents = ['initiated', 'ringing', 'answered', 'completed'];
const e164 = /^\+[1-9]\d{1,14}$/;

/** Why Twilio would not take this request; undefined where it would. */
export function twilioObjection(request: IncomingMessage, fields: URLSearchParams, account: { accountSid: string; authToken: string }): TwilioObjection | undefined {
  const refused = (status: number, code: number, message: string) => ({ status, code, message });
  const [, sid, resource = ''] = /^\/2010-04-01\/Accounts\/([^/]+)\/([A-Za-z]+)\.json$/.exec(request.url ?? '') ?? [];
  const rules = Object.hasOwn(resources, resource) ? resources[resource] : undefined;
  if (rules === undefined || request.method !== 'POST') return refused(404, 20_404, `unexpected ${request.method ?? ''} ${request.url ?? ''}`);
  if (request.headers.authorization !== `Basic ${Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64')}`) return refused(401, 20_003, 'Authenticate');
  if (sid !== account.accountSid) return refused(404, 20_404, 'another account');
  if (!/^application\/x-www-form-urlencoded\b/.test(request.headers['content-type'] ?? '')) return refused(400, 20_001, 'not a form');
  const strange = [...fields.keys()].find((name) => !rules.known.includes(name));
  if (strange !== undefined) return refused(400, 20_001, `unknown parameter ${strange}`);
  const missing = rules.needed.find((name) => (fields.get(name) ?? '') === '');
  if (missing !== undefined) return refused(400, missing === 'To' ? 21_604 : 21_602, `${missing} is missing`);
  if (resource === 'Calls' && !fields.has('Url') && !fields.has('Twiml')) return refused(400, 21_205, 'Url is missing');
  if (!e164.test(fields.get('To') ?? '')) return refused(400, 21_211, "Invalid 'To' Phone Number");
  const [from, service] = [fields.get('From'), fields.get('MessagingServiceSid')];
  if (from === null ? !/^MG[0-9a-f]{32}$/.test(service ?? '') : !e164.test(from)) return refused(400, 21_603, "A valid 'From' number is required");
  if ((fields.get('Body') ?? '').length > 1_600) return refused(400, 21_617, 'The concatenated message body exceeds the 1600 character limit');
  const urls = ['Url', 'StatusCallback'].flatMap((name) => fields.get(name) ?? []);
  if (!urls.every((url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))) return refused(400, 21_205, 'Url is not a valid URL');
  if (!fields.getAll('StatusCallbackEvent').every((event) => callEvents.includes(event))) return refused(400, 21_626, 'unknown StatusCallbackEvent');
  return undefined;
}
