import { isLocal } from '../../firebase';

export type TwilioSettings = {
  accountSid: string; authToken: string;
  /** What an SMS comes from: a number (E.164), or a messaging service (`MG…`). */
  from: string;
  /** What a call comes from: a number (E.164); null where there is none, and nobody can be called. */
  voiceFrom: string | null;
  base: string;
};

const e164 = /^\+[1-9]\d{6,14}$/;

/**
 * Twilio's settings from the environment; undefined where SMS and calls are not set up. `ROUSE_TWILIO_BASE`, a stand-in's address, counts only in
 * local mode: an account's token must never go to another host.
 */
export function twilioSettings(environment: NodeJS.ProcessEnv = process.env, local = isLocal): TwilioSettings | undefined {
  const set = (name: string) => { const value = environment[`ROUSE_TWILIO_${name}`]?.trim() ?? ''; return value === 'none' ? '' : value; };
  const [accountSid, authToken, from, voiceFrom] = [set('ACCOUNT_SID'), set('AUTH_TOKEN'), set('FROM'), set('VOICE_FROM')];
  if (accountSid === '' || authToken === '' || from === '') return undefined;
  const number = [voiceFrom, from].find((one) => e164.test(one)) ?? null;
  const standIn = local ? set('BASE') : '';
  return { accountSid, authToken, from, voiceFrom: number, base: standIn === '' ? 'https://api.twilio.com' : standIn };
}

/** Where Rouse is reached from outside, without a slash at the end (ROUSE_PUBLIC_URL); undefined where nobody has said. */
export function publicUrl(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const url = environment.ROUSE_PUBLIC_URL?.trim().replace(/\/+$/, '') ?? '';
  return url === '' ? undefined : url;
}
