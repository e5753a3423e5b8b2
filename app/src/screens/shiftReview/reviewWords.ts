import type { AlertNoise, EndedIncident } from '#domain/noise/noise';
import { alertKeyOf, noiseByAlert } from '#domain/noise/noise';
import { tuningFor } from '#domain/noise/tuning';
import type { ShiftReview, Unfinished } from '#domain/shiftReview/shiftReview';
import { counted } from '../configuration/counted';
import { tuneAddress } from '../routing/tuneAddress';

/** `4 incidents, 6 pages, 2 of them at night.` `nights`: on how many. */
export function leadWords({ incidents, pages, nightPages, nights }: ShiftReview): string {
  const began = counted(incidents.length, 'incident');
  if (pages === 0) return `${began}, no page.`;
  const night = nightPages === 0 ? 'none at night' : `${nightPages === pages ? (pages === 1 ? 'at night' : 'all at night') : `${nightPages.toLocaleString('en')} at night`}${nights > 1 ? `, in ${nights} nights` : ''}`;
  return `${began}, ${counted(pages, 'page')}, ${night}.`;
}

/** What is left to do about a shift: `2 verdicts and 3 follow-ups are open.` null: nothing. */
export function owedWords({ owed, tasks, actionItems, unfinished }: ShiftReview): string | null {
  const parts = [[owed.length, 'verdict'], [unfinished.length, 'exit list'], [tasks.length + actionItems.length, 'follow-up']] as const;
  const some = parts.filter(([count]) => count > 0).map(([count, noun]) => counted(count, noun));
  if (some.length === 0) return null;
  const total = parts.reduce((sum, [count]) => sum + count, 0);
  return `${some.length === 1 ? some.join('') : `${some.slice(0, -1).join(', ')} and ${some.at(-1) ?? ''}`} ${total === 1 ? 'waits' : 'wait'}.`;
}

/** `3 pages, 2 at night`, or that it paged nobody. */
export const pagesWords = ({ pages, nightPages }: { pages: number; nightPages: number }): string =>
  (pages === 0 ? 'no page' : `${counted(pages, 'page')}${nightPages === 0 ? '' : `, ${nightPages === pages ? 'at night' : `${nightPages} at night`}`}`);

/** What is left of an exit list, each with its reason: `Skipped: Verified (no time), Watched. Left open: Logs kept.` */
export function unfinishedWords(items: readonly Unfinished[]): string {
  const of = (which: Unfinished['state']) => items.filter(({ state }) => state === which).map(({ item, reason }) => (reason === '' ? item : `${item} (${reason})`)).join(', ');
  return [['Skipped', of('skipped')], ['Left open', of('open')]].filter(([, words]) => words !== '').map(([head, words]) => `${head ?? ''}: ${words ?? ''}`).join('. ');
}

/** What a noisy alert did in this shift: `2 pages, at night · 2 of 2 incidents led to nothing`. */
export const noiseWords = ({ wasted, incidents }: AlertNoise): string => `${pagesWords(wasted)} · ${wasted.incidents} of ${counted(incidents, 'incident')} led to nothing`;

/** Where one tunes it: with the rule that its last 90 days speak for, or (null) nowhere yet: then the noise screen says why. `ended`: the incidents of those days. */
export function tuningOf(noise: AlertNoise, ended: readonly EndedIncident[]): { address: string; name: string } | null {
  const key = alertKeyOf(noise);
  const tuning = tuningFor(noiseByAlert(ended.filter((row) => alertKeyOf(row) === key))[0] ?? noise);
  return tuning === null ? null : { address: tuneAddress(noise.serviceId, tuning.rule), name: tuning.rule.name };
}
