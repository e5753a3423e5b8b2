import { momentOf } from '../moments';
import { type Issue, type Parsed, type ParsedAlert, parsedRequest } from '../parsed';
import { filled } from '../said';
import { clipped, keyOf, safeLabels, safeLinks } from '../text';
import type { JsonPath, Mapping } from './mapping';
import { valueAt } from './path';
import { labelsIn, linksIn, titleAndMore } from './values';
import { severityWordOf, statusOfWords } from './words';

/**
 * A body read by a mapping: each field is the first of its paths that leads to something, links are all of them. An alert without a dedup
 * key is known by its title; one whose status is among `ignoredWords` is none. Refused where a path that is needed leads nowhere.
 */
export function mappedParse(body: unknown, mapping: Mapping): Parsed {
  const listed = mapping.alerts === null ? body : valueAt(body, mapping.alerts);
  if (mapping.alerts !== null && (typeof listed !== 'object' || listed === null)) {
    return { ok: false, issues: [{ path: mapping.alerts, message: 'is needed: the mapping takes the list of alerts from here' }] };
  }
  const entries: unknown[] = mapping.alerts !== null && Array.isArray(listed) ? listed : [listed];
  const issues: Issue[] = [];
  const alerts = entries.flatMap((entry, index): ParsedAlert[] => {
    const { title, more } = titleAndMore(textAt(entry, mapping.title));
    if (title === '') issues.push(titleIssue(mapping, Array.isArray(listed) ? index : null));
    const alert = title === '' ? null : mappedAlert(entry, mapping, title, more);
    return alert === null ? [] : [alert];
  });
  return issues.length > 0 ? { ok: false, issues: issues.slice(0, 20) } : parsedRequest(alerts);
}

function titleIssue({ alerts, title }: Mapping, index: number | null): Issue {
  const place = [alerts === '$' ? null : alerts, alerts === null ? null : index, title[0] === '$' ? null : title[0]].filter((part) => part !== null).join('.');
  return { path: place || '(body)', message: `is needed: the mapping takes the title from here${title.length > 1 ? ` (or from ${title.slice(1).join(', ')})` : ''}` };
}

const textAt = (entry: unknown, paths: readonly JsonPath[]): string => paths.map((path) => filled(valueAt(entry, path))).find(Boolean) ?? '';

function mappedAlert(entry: unknown, mapping: Mapping, title: string, more: string): ParsedAlert | null {
  const status = statusIn(textAt(entry, mapping.status), mapping);
  if (status === 'ignored') return null;
  const labels = mapping.labels === null ? {} : labelsIn(valueAt(entry, mapping.labels));
  const groupKey = textAt(entry, mapping.groupKey);
  return {
    dedupKey: keyOf(textAt(entry, mapping.dedupKey) || title, 1000), groupKey: groupKey === '' ? null : keyOf(groupKey, 4000), status,
    title: clipped(title, 300) || 'Alert without a title', description: clipped(textAt(entry, mapping.description) || more, 4000),
    severityWord: severityWordOf(clipped(textAt(entry, mapping.severity), 100)),
    name: clipped(labels.alertname ?? '', 300) || null, service: clipped(textAt(entry, mapping.service), 300) || null,
    startedAt: mapping.startedAt.map((path) => momentOf(valueAt(entry, path))).find((at) => at !== null) ?? null, endedAt: null,
    links: safeLinks(mapping.links.flatMap((path) => linksIn(valueAt(entry, path), linkText(path)))),
    labels: safeLabels(labels),
  };
}

/** `dashboard_url` is the link to the dashboard. */
function linkText(path: JsonPath): string {
  const name = (path.split('.').at(-1) ?? '').replace(/[_-]?(?:url|link|href)$/i, '').replace(/[_-]+/g, ' ').trim();
  return name === '' || name === '$' ? 'Open' : name.charAt(0).toUpperCase() + name.slice(1);
}

/** The mapping's own words first, then those that everybody uses; a word that nobody knows fires. */
function statusIn(spoken: string, { resolvedWords, acknowledgedWords, ignoredWords }: Mapping): ParsedAlert['status'] | 'ignored' {
  const says = (words: readonly string[]) => words.some((word) => word.toLowerCase() === spoken.toLowerCase());
  if (says(ignoredWords)) return 'ignored';
  if (says(resolvedWords)) return 'resolved';
  if (says(acknowledgedWords)) return 'acknowledged';
  const status = statusOfWords(spoken);
  return status === undefined || status === 'test' ? 'firing' : status;
}
