import type { Reach } from '#domain/contact/reach';
import { isLocal } from '../firebase';
import { publicUrl, twilioSettings } from './twilio/settings';

/** Where links lead: the address that Rouse is reached at, in local mode the one that `npm start` names; undefined where nobody has set it. */
export function appUrl(): string | undefined {
  return publicUrl() ?? (isLocal ? 'http://127.0.0.1:5050' : undefined);
}

/** What this Rouse can send by: a channel that is not set up is left out of every chain. */
export function channelsSetUp(): Reach['channels'] {
  const twilio = twilioSettings();
  const hasUrl = appUrl() !== undefined;
  const set = (name: string) => !['', 'none'].includes(process.env[name]?.trim() ?? '');
  return { push: true, sms: twilio !== undefined, voice: twilio !== undefined && twilio.voiceFrom !== null && hasUrl, email: set('ROUSE_SMTP_URL') && set('ROUSE_MAIL_FROM') && hasUrl };
}
