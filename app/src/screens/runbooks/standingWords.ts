import type { Standing } from '#domain/runbook/review';
import { whenWords } from '#domain/time/words';
import type { IconName } from '../../ui';

/** Where a runbook stands, as a word with an icon. `when`: a day or moment in the reader's words. */
export function standingWords(standing: Standing, when: (at: number) => string): { word: string; icon: IconName; tone: 'good' | 'warning' | 'quiet' } {
  switch (standing.kind) {
    case 'draft': return { word: 'Draft', icon: 'note', tone: 'quiet' };
    case 'verified': return { word: standing.by ? `Verified by ${standing.by.name}` : 'Verified', icon: 'eye', tone: 'quiet' };
    case 'approved': return { word: standing.by ? `Approved by ${standing.by.name}` : 'Approved', icon: 'check', tone: 'good' };
    case 'stale': return { word: `Stale since ${when(standing.since)}`, icon: 'warning', tone: 'warning' };
    default: return standing satisfies never;
  }
}

/** What the standing means and what comes next, in one or two sentences. */
export function standingSentence(standing: Standing, when: (at: number) => string): string {
  switch (standing.kind) {
    case 'draft': return 'Nobody has stood up for this version yet. Read it with care.';
    case 'verified': return `Its steps were tried (${when(standing.at)}). It can be approved by somebody who did not write it.`;
    case 'approved': return `Approved (${when(standing.at)}). The review holds until ${when(standing.until)}.`;
    case 'stale': return `It was ${standing.was}${standing.by ? ` by ${standing.by.name}` : ''} (${when(standing.at)}), and that has run out. Read it with care, then review it again.`;
    default: return standing satisfies never;
  }
}

/** The day of a moment in the reader's words: `Mon`, `1 Nov`; today its time. For what holds for half a year the minute says nothing. */
export function dayWords(at: number, now: number, zone: string): string {
  return whenWords(at, now, zone).replace(/ \d\d:\d\d$/, '');
}
