import { z } from 'zod';
import { momentOf } from '../moments';
import type { ParsedAlert } from '../parsed';
import { Fields, firstSaid, labelsOf, needed, Said, said } from '../said';
import { clipped, safeLinks } from '../text';
import { issueKey } from './event';
import { wordOfLevel } from './level';

export const IssueBody = z.object({
  action: Said,
  data: z.object({
    issue: z.object({
      id: needed('is needed: the id of the issue'), shortId: Said, title: Said, culprit: Said, level: Said, status: Said, substatus: Said, platform: Said, priority: Said,
      firstSeen: Said, web_url: Said, permalink: Said, project: Fields,
    }, 'must be an issue'),
  }),
});
export type IssueBody = z.infer<typeof IssueBody>;

/** `ignored` is what `archived` was called before. */
const statuses = new Map<string, 'firing' | 'resolved'>([
  ['created', 'firing'], ['unresolved', 'firing'], ['resolved', 'resolved'], ['archived', 'resolved'], ['ignored', 'resolved'],
]);

/**
 * The alert of an issue; none of what neither fires nor ends it. To assign is no acknowledgement: Sentry's ownership rules assign by themselves, and that must
 * not silence a page.
 */
export function issueAlert({ action, data: { issue } }: IssueBody): ParsedAlert[] {
  const status = statuses.get(action.toLowerCase());
  if (status === undefined) return [];
  const { id, shortId, title, culprit, level, project } = issue;
  const called = firstSaid(title, culprit, shortId);
  return [{
    dedupKey: issueKey(id), groupKey: null, status, title: clipped(called, 300) || 'Sentry issue without a title', description: clipped(culprit, 4000),
    severityWord: wordOfLevel(level), name: clipped(called, 300) || null, service: clipped(firstSaid(said(project.slug), said(project.name)), 300) || null,
    // One that comes back was first seen long before it ended, and when it ended is not told.
    startedAt: action.toLowerCase() === 'created' ? momentOf(issue.firstSeen) : null, endedAt: null,
    links: safeLinks([{ href: firstSaid(issue.web_url, issue.permalink), text: 'Sentry' }]),
    labels: labelsOf({ issue: shortId, level, platform: issue.platform, substatus: issue.substatus, priority: issue.priority }),
  }];
}
