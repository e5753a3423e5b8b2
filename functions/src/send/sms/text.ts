import type { Severity } from '#domain/incident/severity';
import { sha256 } from '../../identity/identity';
import { gsmText } from './gsm';

/** `isPrivate`: the words name neither service nor alert, for phones that others can see. */
export type SmsPage = { severity: Severity; serviceName: string; title: string; isPrivate: boolean; isDrill: boolean };

/** The three digits with which a page is answered, 100 to 999: they follow from the id, so that nothing is stored for them. */
export const replyCodeOf = (notificationId: string): number => 100 + (Number.parseInt(sha256(notificationId).slice(0, 8), 16) % 900);

/**
 * The words of one page, two SMS at most: `SEV1 Checkout: answering 503. Reply 472 to acknowledge, 472E to page the next person.` Of several, the
 * first that is no drill is named and the rest are counted. What is cut is the title, never how to answer.
 */
export function pageText(pages: readonly [SmsPage, ...SmsPage[]], code: number): string {
  const first = pages.find(({ isDrill }) => !isDrill) ?? pages[0];
  const more = pages.length - 1;
  if (more === 0) {
    const how = `. Reply ${code} to acknowledge, ${code}E to page the next person.`;
    return gsmText(subjectOf(first), { after: how });
  }
  return gsmText(subjectOf(first), { before: `${pages.length} incidents page you: `, after: `; +${more}. Reply ${code} to acknowledge all.` });
}

/** Any other words as one SMS: a notice, a test, an answer. */
export const plainText = (words: string): string => gsmText(words, {});

/** `SEV1 Checkout: answering 503`: a title that repeats the service ("Checkout is answering 503") says it once. */
function subjectOf({ severity, serviceName, title, isPrivate, isDrill }: SmsPage): string {
  const mark = isDrill ? 'DRILL ' : '';
  if (isPrivate) return `${mark}${severity} page`;
  const repeated = `${serviceName} is `;
  const said = title.toLowerCase().startsWith(repeated.toLowerCase()) ? title.slice(repeated.length) : title;
  return `${mark}${severity} ${serviceName}: ${said.replace(/[.\s]+$/, '')}`;
}
