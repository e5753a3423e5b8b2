import type { Request } from 'firebase-functions/https';
import { type Reply, refuse } from '../http/reply';
import { isSignedByTwilio } from '../send/twilio/signature';
import { appUrl } from '../send/channels';
import { twilioSettings } from '../send/twilio/settings';

export type FromTwilio = { ok: true; fields: URLSearchParams; publicUrl: string } | { ok: false; problem: Reply };

/** Twilio's own requests are far smaller. */
const maxBytes = 64 * 1024;

/** The form of a request that Twilio signed; 403 for everybody else, and for everybody where Twilio is not set up. */
export function fromTwilio(request: Request): FromTwilio {
  const raw: Buffer | undefined = request.rawBody;
  const [settings, base] = [twilioSettings(), appUrl()];
  const refused: FromTwilio = { ok: false, problem: refuse(403, 'signature-wrong', 'This request is not signed by the Twilio account of this Rouse.') };
  if (settings === undefined || base === undefined || (raw?.length ?? 0) > maxBytes) return refused;
  const fields = new URLSearchParams(raw?.toString('utf8') ?? '');
  // The address as Twilio called it: behind Hosting the request itself names another host.
  const signed = isSignedByTwilio(settings.authToken, request.get('x-twilio-signature') ?? '', `${base}${request.originalUrl}`, fields);
  return signed ? { ok: true, fields, publicUrl: base } : refused;
}

/** A TwiML document as an answer. */
export const twimlReply = (document: string): Reply => ({ status: 200, xml: document });
