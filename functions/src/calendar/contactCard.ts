import { PhoneNumber } from '#domain/contact/contactMethod';
import { type Reply, refuse } from '../http/reply';

/**
 * `GET /v1/contact.vcf`: the numbers that page, as one contact. A phone on do-not-disturb lets a contact ring that its owner allowed. No secret: whoever was
 * paged once has the numbers. A messaging service (`MG…`) is no number, and is left out.
 */
export function contactCard(): Reply {
  const numbers = senderNumbers();
  if (numbers.length === 0) return refuse(404, 'not-found', 'This Rouse sends no SMS and makes no calls.');
  return { status: 200, text: vCard(numbers), contentType: 'text/vcard; charset=utf-8', headers: { 'Content-Disposition': 'attachment; filename="rouse-pager.vcf"' } };
}

/** The numbers that pages come from by SMS and call. */
export function senderNumbers(environment: NodeJS.ProcessEnv = process.env): string[] {
  const set = [environment.ROUSE_TWILIO_FROM, environment.ROUSE_TWILIO_VOICE_FROM].map((number) => number?.trim() ?? '');
  return [...new Set(set)].filter((number) => PhoneNumber.safeParse(number).success);
}

/** vCard 3.0 (RFC 2426), which every phone takes. */
const vCard = (numbers: readonly string[]): string => [
  'BEGIN:VCARD', 'VERSION:3.0', 'N:;Rouse pager;;;', 'FN:Rouse pager', ...numbers.map((number) => `TEL;TYPE=CELL:${number}`),
  'NOTE:Pages come from here. Let it ring through do-not-disturb.', 'END:VCARD', '',
].join('\r\n');
