import { fetchText, RefusedUrl } from '../http/outbound';
import { readHolidays, type ReadHolidays } from './readHolidays';

const limits = { maxBytes: 1024 * 1024, timeoutMs: 10_000 };

/** The holidays that an iCal address has now; a problem is a sentence for whoever entered it. */
export async function fetchHolidays(url: string, now: number): Promise<ReadHolidays> {
  const answer = await fetchText(url, limits).catch((error: unknown) => ({ problem: wordsOf(error) }));
  if ('problem' in answer) return { ok: false, problem: answer.problem };
  if (answer.status >= 300 && answer.status < 400) return { ok: false, problem: `The address sends on to another one (${answer.status}). Enter that one.` };
  if (answer.status !== 200) return { ok: false, problem: `The address answered ${answer.status}.` };
  const read = readHolidays(answer.text, now);
  if (read.ok && read.days.length === 0) return { ok: false, problem: 'There are no all-day events from a year back to two years ahead in this calendar.' };
  return read;
}

/** What went wrong, without what a look-up found: whoever may enter addresses need not learn what is inside the network. */
function wordsOf(error: unknown): string {
  if (error instanceof RefusedUrl) return 'This address may not be asked: it is not https, or not a public one.';
  if (error instanceof Error && /has more than|no whole answer/.test(error.message)) return `The address could not be read: ${error.message}.`;
  return 'The address could not be reached.';
}
