import { z } from 'zod';
import { type PostMortem, type SectionName, sectionTitles } from '#domain/postMortem/postMortem';
import { type IncidentNotice, PublicSummary } from '#domain/statusPage/notice';
import type { Issue } from '../../../commands/send';

/** The public summary while it is written, on this device. */
export const SummaryDraft = z.strictObject({ impact: z.string(), rootCause: z.string(), resolution: z.string() });
export type SummaryDraft = z.infer<typeof SummaryDraft>;
export type SummaryPart = keyof SummaryDraft;

export const emptySummary: SummaryDraft = { impact: '', rootCause: '', resolution: '' };

/** What the writing begins with: what is public of it, else nothing. */
export const summaryOf = ({ summary }: Pick<IncidentNotice, 'summary'>): SummaryDraft => (summary === null ? emptySummary : { impact: summary.impact, rootCause: summary.rootCause, resolution: summary.resolution });

/** Each part with its name, what it is for, how long it may be, and the sections of a post-mortem that know of it. */
export const summaryParts: readonly { part: SummaryPart; title: string; hint: string; most: number; sections: readonly SectionName[] }[] = [
  { part: 'impact', title: 'Impact', hint: 'What did not work for whom, and for how long.', most: 1000, sections: ['impact', 'summary'] },
  { part: 'rootCause', title: 'Root cause', hint: 'Why, in words that need no knowledge of your systems.', most: 2000, sections: ['rootCause', 'contributingFactors'] },
  { part: 'resolution', title: 'Resolution', hint: 'What ended it, and what is done so that it does not come back.', most: 2000, sections: ['summary', 'lessons', 'couldImprove'] },
];

/** The sections of the post-mortem that a part may be taken from: those with words. */
export const sectionsFor = (sections: readonly SectionName[], postMortem: PostMortem | null): { name: SectionName; title: string; text: string }[] =>
  sections.flatMap((name) => {
    const text = postMortem?.sections[name].text.trim() ?? '';
    return text === '' ? [] : [{ name, title: sectionTitles[name], text }];
  });

/** What was written with a section under it: nothing that stands there is lost. */
export const withSection = (written: string, section: string): string => (written.trim() === '' ? section : `${written.trimEnd()}\n\n${section}`);

/** What keeps the summary from being published: nothing said at all, or a part that is too long. */
export function summaryIssues(draft: SummaryDraft): Issue[] {
  if (Object.values(draft).every((text) => text.trim() === '')) return [{ path: 'impact', message: 'Write at least one of the three.' }];
  const shape = PublicSummary.shape;
  return summaryParts.flatMap(({ part, most }) => (shape[part].safeParse(draft[part]).success ? [] : [{ path: part, message: `is longer than ${most.toLocaleString('en')} characters by ${(draft[part].trim().length - most).toLocaleString('en')}` }]));
}
