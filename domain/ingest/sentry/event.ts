import { z } from 'zod';
import { momentOf } from '../moments';
import type { ParsedAlert } from '../parsed';
import { firstSaid, labelsOf, List, needed, Said, said } from '../said';
import { clipped, keyOf, safeLinks } from '../text';
import { wordOfLevel } from './level';

const event = {
  issue_id: Said, issue_url: Said, event_id: Said, title: Said, message: Said, level: Said, culprit: Said, url: Said, web_url: Said, datetime: Said, timestamp: Said,
  environment: Said, release: Said, platform: Said, project: Said, project_name: Said, project_slug: Said, tags: List,
};
const keyMissing = { path: ['issue_id'], message: 'is needed: the issue that this event belongs to' };
const Event = z.object(event, 'must be an event').refine((one) => issueOf(one) !== '', keyMissing);
type Event = z.infer<typeof Event>;

/** An alert rule about issues: it triggers, and never says that it is over. That is told by the webhook about issues, under the same key. */
export const EventBody = z.object({ data: z.object({ event: Event, triggered_rule: Said }) });
/** Every single error of an organization that asked for them. */
export const ErrorBody = z.object({ data: z.object({ error: Event }) });

/** The plugin WebHooks: `id` is the issue's, and so is `url`. */
export const LegacyBody = z.object({
  id: needed('is needed: the id of the issue'), project: Said, project_name: Said, project_slug: Said, level: Said, culprit: Said, message: Said, url: Said,
  event: z.object({ ...event, metadata: z.unknown().optional() }),
});

/** `issue:<id>`, the key of everything about one issue of Sentry; also of the webhook about issues. */
export const issueKey = (id: string): string => keyOf(`issue:${id}`, 1000);

export function eventAlert(one: Event, rule: string): ParsedAlert {
  const { url, level, culprit, project, project_name: projectName, project_slug: projectSlug } = one;
  const title = firstSaid(one.title, one.message, culprit);
  return {
    dedupKey: issueKey(issueOf(one)), groupKey: null, status: 'firing', title: clipped(title, 300) || 'Sentry event without a title',
    description: clipped([culprit, one.message === title ? '' : one.message].filter(Boolean).join('\n\n'), 4000), severityWord: wordOfLevel(level),
    name: clipped(title, 300) || null, service: clipped(firstSaid(projectSlug, slugIn(url), projectName, project), 300) || null,
    startedAt: momentOf(one.datetime) ?? momentOf(one.timestamp), endedAt: null,
    links: safeLinks([{ href: one.web_url, text: 'Sentry' }]),
    labels: labelsOf({ ...tagsOf(one.tags), level, environment: one.environment, release: one.release, platform: one.platform, alert_rule: rule }),
  };
}

export function legacyAlert({ id, level, culprit, message, url, project, project_name: projectName, project_slug: projectSlug, event: one }: z.infer<typeof LegacyBody>): ParsedAlert {
  const filledIn = {
    ...one, issue_id: id, level: firstSaid(level, one.level), culprit: firstSaid(culprit, one.culprit), title: firstSaid(message, one.title, one.message),
    message: '', web_url: url, project: '', project_slug: firstSaid(projectSlug, project), project_name: projectName,
  };
  return eventAlert(filledIn, '');
}

type Addressed = { issue_id: string; issue_url: string; web_url: string; event_id: string };

/** The issue's id, also where it is told only by an address such as `https://sentry.io/api/0/issues/1117540176/`; else the event's own. */
function issueOf({ issue_id: id, issue_url: address, web_url: page, event_id: eventId }: Addressed): string {
  const inAddress = /\/issues\/(\d{1,30})(?:\/|$|\?)/;
  return firstSaid(id, inAddress.exec(address)?.[1] ?? '', inAddress.exec(page)?.[1] ?? '', eventId === '' ? '' : `event:${eventId}`);
}

/** The project's name in `https://sentry.io/api/0/projects/<organization>/<project>/events/…`; an event has it nowhere else. */
const slugIn = (url: string): string => /\/projects\/[^/]{1,100}\/([^/]{1,100})\//.exec(url)?.[1] ?? '';

/** Pairs `[name, value]`. Who used the application when it failed is nobody's business here. */
function tagsOf(tags: readonly unknown[]): Record<string, string> {
  const pairs = tags.slice(0, 60).map((tag): [string, string] => (Array.isArray(tag) ? [said(tag[0]), said(tag[1])] : ['', '']));
  return Object.fromEntries(pairs.filter(([name]) => name !== '' && name !== 'user' && name !== 'sentry:user'));
}
