import type { Share } from '#domain/metrics/figures';
import type { Spread } from '#domain/metrics/statistics';
import type { Grain } from '#domain/metrics/buckets';
import type { Measure } from '#domain/metrics/targets';
import { durationWords } from '#domain/time/words';
import { counted } from '../configuration/counted';

/** A length of time (ms), to the tenth of a second below ten of them: the pager's own way is that short. Cut off, never rounded up. */
export function lengthWords(ms: number): string {
  if (ms > 0 && ms < 100) return 'under 0.1 s';
  return ms < 10_000 ? `${Math.floor(ms / 100) / 10} s` : durationWords(ms);
}

/** Under a median, what says how far it can be trusted: `p90 12 min · mean 5 min · 41 incidents`. `noun`: of what there are so many. */
export const spreadWords = ({ p90, mean, count }: Spread, noun = 'incident'): string => `p90 ${lengthWords(p90)} · mean ${lengthWords(mean)} · ${counted(count, noun)}`;

/** A share in whole percent, where there is anything to share: a little is not nothing, and not quite all is not all. */
export function percentWords({ count, of }: Share): string {
  if (of === 0) return 'none';
  const percent = (count / of) * 100;
  if (percent > 0 && percent < 1) return 'under 1 %';
  return `${percent > 99 && percent < 100 ? 99 : Math.round(percent)} %`;
}

/** `3 of 41`. */
export const shareWords = ({ count, of }: Share): string => `${count.toLocaleString('en')} of ${of.toLocaleString('en')}`;

/** What is measured, as it is called on the screen; `short`: as teams call it. */
export const measureNames: Record<Measure | 'between', { title: string; short: string; means: string }> = {
  detect: { title: 'To detect', short: 'MTTD', means: 'started to detected' },
  acknowledge: { title: 'To acknowledge', short: 'MTTA', means: 'triggered to the first person who took it' },
  restore: { title: 'To restore', short: 'MTTR', means: 'triggered to restored, or else to resolved' },
  between: { title: 'Between incidents', short: 'MTBF', means: 'of one service: restored to the next triggered' },
};

/** Held against a target, as a sentence; `met` null: nothing was measured, or nothing is aimed at. */
export function targetWords(spread: Spread | null, { met, target }: { met: boolean | null; target: number | null }): string {
  const aim = target === null ? 'no target' : `target under ${lengthWords(target)}`;
  if (spread === null) return `Nothing measured, ${aim}`;
  return `Median ${lengthWords(spread.median)}, ${aim}${met === null ? '' : met ? ': met' : ': missed'}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** The name of a day, a week (its Monday) or a month, given its date (`YYYY-MM-DD`): `21 Nov`, `Week of 16 Nov`, `Nov 2026`. */
export function bucketName(date: string, grain: Grain): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = months[Number(month) - 1] ?? '';
  if (grain === 'month') return `${name} ${year}`;
  return grain === 'week' ? `Week of ${Number(day)} ${name}` : `${Number(day)} ${name}`;
}
