import { type Phase, phaseNames } from '#domain/incident/phase';
import type { Severity } from '#domain/incident/severity';
import { escaped } from '../../pages/html';
import { frame, oneLine, plain, quiet, threadOf } from './frame';
import type { Mail } from './mail';

export type MailedUpdate = {
  incidentId: string; severity: Severity; serviceName: string; phase: Phase;
  /** As it was written: several lines. */
  text: string;
  /** Neither service nor words: mails show on lock screens too. */
  isPrivate: boolean;
  /** Said before everything else. */
  isDrill?: boolean;
};

/**
 * What those who follow are told, in the words of whoever wrote it; several that waited together follow one another. It asks for nothing and acts on nothing: its links open the incident and
 * what its reader follows.
 */
export function updateMail({ to, notificationId, publicUrl, updates }: { to: string; notificationId: string; publicUrl: string; updates: readonly [MailedUpdate, ...MailedUpdate[]] }): Mail {
  const [first, ...more] = updates;
  const subject = more.length === 0 ? `Update: ${headOf(first)}` : `Update: ${headOf(first)}, and ${more.length} more`;
  const unsubscribe = `${publicUrl}/subscriptions`;
  const address = ({ incidentId }: MailedUpdate) => `${publicUrl}/incidents/${encodeURIComponent(incidentId)}`;
  const heads = more.length > 0;
  return {
    to, subject, ...threadOf(publicUrl, notificationId, first.incidentId), unsubscribe,
    text: [
      ...updates.flatMap((update) => [...(heads ? [headOf(update), ''] : []), wordsOf(update), '', `Open the incident: ${address(update)}`, '']),
      `${why} Change or end it: ${unsubscribe}`,
    ].join('\n'),
    html: frame(subject, `${updates.map((update) => `<p style="${quiet}">${escaped(headOf(update))}</p>
<p style="margin:0 0 16px">${escaped(wordsOf(update)).replace(/\r?\n/g, '<br>\n')}</p>
<p style="margin:0 0 24px"><a href="${escaped(address(update))}" style="${plain}">Open the incident</a></p>`).join('\n')}
<p style="${quiet}">${why} <a href="${escaped(unsubscribe)}" style="${plain}">Change or end it</a></p>`),
  };
}

const why = 'You get this because you follow it in Rouse.';

/** `SEV1 Checkout — Identified`. */
const headOf = ({ severity, serviceName, phase, isPrivate, isDrill }: MailedUpdate) => `${isDrill === true ? 'DRILL ' : ''}${isPrivate ? severity : `${severity} ${oneLine(serviceName)} — ${phaseNames[phase]}`}`;
const wordsOf = ({ text, isPrivate }: MailedUpdate) => (isPrivate ? 'There is an update. Open Rouse to read it.' : text);
