import type { Severity } from '#domain/incident/severity';
import { escaped } from '../../pages/html';
import { button, frame, hostOf, oneLine, plain, quiet, threadOf } from './frame';
import type { Mail } from './mail';

/** What a mail about one incident says. `why`: "You are primary."; `next`: "Sam is paged in 2 min."; `url`: the incident in Rouse; `isDrill`: that comes first. */
export type MailedIncident = { incidentId: string; severity: Severity; serviceName: string; title: string; isDrill?: boolean };
type PageMail = MailedIncident & {
  to: string; notificationId: string; token: string; publicUrl: string; why: string; next: string;
  /** Neither service nor alert: mails show on lock screens too. */
  isPrivate: boolean;
};

/** The mail of a page: what is wrong, why you, what happens next, and one link that asks before it acts. */
export function pageMail({ to, notificationId, incidentId, token, publicUrl, why, next, ...incident }: PageMail): Mail {
  const { severity, isPrivate } = incident;
  const mark = markOf(incident);
  const link = (path: string) => `${publicUrl}${path}`;
  const acknowledge = link(`/v1/ack/${encodeURIComponent(token)}`);
  const escalate = link(`/v1/escalate/${encodeURIComponent(token)}`);
  const open = link(`/incidents/${encodeURIComponent(incidentId)}`);
  const subject = isPrivate ? `${mark}${severity} page` : subjectOf(incident);
  const headline = isPrivate ? 'Open Rouse to read it' : oneLine(incident.title);
  const sentences = [why, next].filter((sentence) => sentence !== '');
  return {
    to, subject, ...threadOf(publicUrl, notificationId, incidentId),
    text: [
      subject, '', ...(isPrivate ? [`${headline}: ${open}`, ''] : []), ...sentences, '',
      `Acknowledge: ${acknowledge}`, `Page the next person: ${escalate}`, `Open Rouse: ${open}`, '',
      'The links work for 12 hours. Nothing happens before you confirm.',
    ].join('\n'),
    html: frame(subject, `<p style="${quiet}">${escaped(`${mark}${isPrivate ? severity : `${severity} ${oneLine(incident.serviceName)}`}`)}</p>
<h1 style="font-size:22px;margin:0 0 16px">${escaped(headline)}</h1>
${sentences.map((sentence) => `<p style="margin:0 0 8px">${escaped(sentence)}</p>`).join('\n')}
<p style="margin:24px 0 16px"><a href="${escaped(acknowledge)}" style="${button}">Acknowledge</a></p>
<p style="margin:0 0 16px"><a href="${escaped(escalate)}" style="${plain}">Page the next person</a> &nbsp; <a href="${escaped(open)}" style="${plain}">Open Rouse</a></p>
<p style="${quiet}">The links work for 12 hours. Nothing happens before you confirm.</p>`),
  };
}

/** `line`: how it stands ("Resolved by itself at 03:12."); `when`: in the reader's zone, empty where it does not matter. `incidentId` null: it is about no incident. */
export type DigestItem = { incidentId: string | null; subject: string; line: string; when: string };

/** Several quiet notifications as one mail. `digestId`: the same at every try. Throws where there is nothing to tell. */
export function digestMail({ to, digestId, publicUrl, items }: { to: string; digestId: string; publicUrl: string; items: readonly DigestItem[] }): Mail {
  const [first, ...more] = items;
  if (first === undefined) throw new Error('a digest of nothing');
  const subject = more.length === 0 ? oneLine(first.subject) : `${oneLine(first.subject)} and ${more.length} more`;
  const address = ({ incidentId }: DigestItem) => `${publicUrl}${incidentId === null ? '/' : `/incidents/${encodeURIComponent(incidentId)}`}`;
  return {
    to, subject, messageId: `<${digestId}@${hostOf(publicUrl)}>`, references: [],
    text: items.map((item) => `${`${item.when}  ${oneLine(item.subject)}`.trim()}\n${item.line}\n${address(item)}`).join('\n\n'),
    html: frame(subject, items.map((item) => `<p style="margin:0 0 16px"><a href="${escaped(address(item))}" style="${plain}">${escaped(oneLine(item.subject))}</a><br>
${escaped(item.line)}${item.when === '' ? '' : ` <span style="opacity:.7">${escaped(item.when)}</span>`}</p>`).join('\n')),
  };
}

/** `SEV1 Checkout: Checkout is answering 503`. */
const subjectOf = ({ severity, serviceName, title, isDrill }: Omit<MailedIncident, 'incidentId'>) => `${markOf({ isDrill })}${severity} ${oneLine(serviceName)}: ${oneLine(title)}`;
const markOf = ({ isDrill }: { isDrill?: boolean | undefined }) => (isDrill === true ? 'DRILL ' : '');
