import { describe, expect, it } from 'vitest';
import { twilioSigns, twilioValidates } from '../../../../tests/fakes/twilio';
import { isSignedByTwilio, twilioSignature } from './signature';

const token = '12345';
/** The example of Twilio's documentation (twilio.com/docs/usage/webhooks/webhooks-security). */
const documented = {
  url: 'https://mycompany.com/myapp.php?foo=1&bar=2',
  fields: { CallSid: 'CA1234567890ABCDE', Caller: '+12349013030', Digits: '1234', From: '+12349013030', To: '+18005551212' },
  signature: '0/KCTR6DLpKmkAf8muzZqo1nDgQ=',
};
const requests: [string, string, Record<string, string>][] = [
  ['the example', documented.url, documented.fields],
  ['no fields', 'https://rouse.example/v1/twilio/sms', {}],
  ['words in other scripts', 'https://rouse.example/v1/twilio/sms', { Body: '472 – schläft „Ada“ 🙂\nzwei + zwei = 4 & mehr', From: '+4915112345678' }],
  ['names in capitals and small letters', 'https://rouse.example/v1/twilio/sms', { b: '1', B: '2', a: '3', _: '4', A1: '5', A: '6' }],
  ['a token in the path', 'https://rouse.example/v1/twilio/voice/abc.DEF-_/keys', { Digits: '4' }],
  ['a port', 'https://rouse.example:8443/v1/twilio/sms?x=1', { Body: 'ack' }],
];

describe('a signature of Twilio', () => {
  it('is the documented one', () => {
    expect(twilioSignature(token, documented.url, new URLSearchParams(documented.fields))).toBe(documented.signature);
  });

  it.each(requests)('is the same as its own library makes: %s', (_what, url, fields) => {
    const ours = twilioSignature(token, url, new URLSearchParams(fields));
    expect(ours).toBe(twilioSigns(token, url, fields));
    expect(twilioValidates(token, ours, url, fields)).toBe(true);
    expect(isSignedByTwilio(token, twilioSigns(token, url, fields), url, new URLSearchParams(fields))).toBe(true);
  });

  it('counts a name that comes twice like its library', () => {
    const fields = new URLSearchParams([['MediaUrl', 'b'], ['MediaUrl', 'a'], ['MediaUrl', 'b'], ['Body', 'x']]);
    expect(twilioSignature(token, documented.url, fields)).toBe(twilioSigns(token, documented.url, { MediaUrl: ['b', 'a', 'b'], Body: 'x' }));
  });

  it.each([
    ['https://rouse.example/v1/twilio/sms', 'https://rouse.example:443/v1/twilio/sms'],
    ['https://rouse.example:8443/v1/twilio/sms', 'https://rouse.example/v1/twilio/sms'],
    ['http://127.0.0.1/v1/twilio/sms', 'http://127.0.0.1:80/v1/twilio/sms'],
  ])('of %s holds, as with its library, where Twilio signed %s', (url, signed) => {
    const signature = twilioSigns(token, signed, documented.fields);
    expect(isSignedByTwilio(token, signature, url, new URLSearchParams(documented.fields))).toBe(true);
    expect(twilioValidates(token, signature, url, documented.fields)).toBe(true);
  });

  it.each([
    ['another token', 'other', documented.url, documented.fields],
    ['another address', token, 'https://mycompany.com/myapp.php?foo=1&bar=3', documented.fields],
    ['another host', token, 'https://mycompany.org/myapp.php?foo=1&bar=2', documented.fields],
    ['a changed field', token, documented.url, { ...documented.fields, Digits: '6' }],
    ['a field more', token, documented.url, { ...documented.fields, Extra: '' , Extra2: '1' }],
    ['no token', '', documented.url, documented.fields],
  ])('does not hold with %s', (_what, key, url, fields) => {
    expect(isSignedByTwilio(key, documented.signature, url, new URLSearchParams(fields))).toBe(false);
  });

  it.each(['', 'x', documented.signature.slice(0, -1), `${documented.signature} `, documented.signature.toLowerCase()])('is not %j', (signature) => {
    expect(isSignedByTwilio(token, signature, documented.url, new URLSearchParams(documented.fields))).toBe(false);
  });
});
