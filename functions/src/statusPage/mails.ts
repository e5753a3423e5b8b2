import type { StatusMail } from '#domain/statusPage/statusMail';
import { escaped } from '../pages/html';
import { button, frame, hostOf, oneLine, plain, quiet } from '../send/email/frame';
import type { Mail } from '../send/email/mail';

/** `page`: how the status page is called. `token`: what its links carry. */
type About = { to: string; publicUrl: string; page: string; token: string };

/** Asks whether whoever reads it wants the mails: its link opens a page with a button, for programs follow links too. */
export function confirmMail({ to, mailId, publicUrl, page, token }: About & { mailId: string }): Mail {
  const subject = `Confirm: updates of ${oneLine(page)} by e-mail`;
  const url = `${publicUrl}/status/confirm/${token}`;
  const lines = [`Somebody asked for the updates of ${oneLine(page)} to be sent to this address. If that was you, confirm it within a day.`, 'If it was not you, do nothing: no more mails come.'] as const;
  return {
    to, subject, messageId: `<${mailId}@${hostOf(publicUrl)}>`, references: [],
    text: [lines[0], '', `Confirm: ${url}`, '', lines[1]].join('\n'),
    html: frame(subject, `<p style="margin:0 0 24px">${escaped(lines[0])}</p><p style="margin:0 0 24px"><a href="${escaped(url)}" style="${button}">Confirm</a></p><p style="${quiet}">${lines[1]}</p>`),
  };
}

/** What was published, in the words in which it was. The mails of one notice are kept together. */
export function updateMail({ to, mail, publicUrl, page, token }: About & { mail: Extract<StatusMail, { kind: 'update' }> }): Mail {
  const host = hostOf(publicUrl);
  const subject = `${mail.head}: ${oneLine(mail.title)}`;
  const url = `${publicUrl}/status/notices/${mail.noticeId}`;
  const unsubscribe = `${publicUrl}/status/unsubscribe/${token}`;
  const why = `You get this because you subscribed to ${oneLine(page)}.`;
  return {
    to, subject, messageId: `<${mail.id}@${host}>`, references: [`<notice-${mail.noticeId}@${host}>`], unsubscribe,
    text: [`${mail.head}: ${oneLine(mail.title)}`, '', mail.text, '', `All updates: ${url}`, '', `${why} Unsubscribe: ${unsubscribe}`].join('\n'),
    html: frame(subject, `<p style="margin:0 0 8px;font-weight:600">${escaped(subject)}</p>
<p style="margin:0 0 16px">${escaped(mail.text).replace(/\r?\n/g, '<br>\n')}</p>
<p style="margin:0 0 24px"><a href="${escaped(url)}" style="${plain}">All updates</a></p>
<p style="${quiet}">${escaped(why)} <a href="${escaped(unsubscribe)}" style="${plain}">Unsubscribe</a></p>`),
  };
}
