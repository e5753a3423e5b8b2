import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether Twilio signed this request: HMAC-SHA1 under the account's token over the URL as Twilio called it and the form's fields, sorted by name
 * (twilio.com/docs/usage/webhooks/webhooks-security). With and without the port, because Twilio signs now one and now the other.
 */
export function isSignedByTwilio(authToken: string, signature: string, url: string, fields: URLSearchParams): boolean {
  // An empty key would be one that everybody has.
  if (authToken === '' || signature === '') return false;
  const given = Buffer.from(signature);
  return [url, withPort(url), withoutPort(url)].some((one) => {
    const expected = Buffer.from(twilioSignature(authToken, one, fields));
    return expected.length === given.length && timingSafeEqual(expected, given);
  });
}

/** The value of `X-Twilio-Signature`. A name that comes twice counts with each of its different values, sorted. */
export function twilioSignature(authToken: string, url: string, fields: URLSearchParams): string {
  const names = [...new Set(fields.keys())].sort();
  const signed = names.flatMap((name) => [...new Set(fields.getAll(name))].sort().map((value) => `${name}${value}`)).join('');
  return createHmac('sha1', authToken).update(`${url}${signed}`, 'utf8').digest('base64');
}

const origin = /^(https?):\/\/([^/?#:]+)(:\d+)?/;
const withoutPort = (url: string) => url.replace(origin, '$1://$2');
const withPort = (url: string) => url.replace(origin, (whole, scheme: string, host: string, port: string | undefined) => (
  port === undefined ? `${scheme}://${host}:${scheme === 'https' ? 443 : 80}` : whole));
