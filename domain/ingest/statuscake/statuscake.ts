import type { z } from 'zod';
import { mappedParse } from '../generic/mapped';
import type { Mapping } from '../generic/mapping';
import type { Parsed, Source } from '../parsed';
import { Filled, firstSaid, looseFields, neededFilled, tagLabels, tagsIn } from '../said';
import { issuesOf } from '../text';
import { connect } from './connect';
import { demo } from './demo';

/**
 * The fields of StatusCake's web hook, posted as a form or put into the query by the URL's template (`|NAME|`): their names vary in case
 * (`Checkrate`, `CheckRate`). `Token` is left unread: it never changes, so it must not be shown, and the key in the path proves more.
 */
export const StatuscakeBody = looseFields({
  Status: neededFilled('is needed: Up or Down'), Name: Filled, URL: Filled, TestID: Filled, StatusCode: Filled, IP: Filled, Tags: Filled, Checkrate: Filled, Method: Filled,
  ContactGroup: Filled,
}).refine(({ Name, URL }) => Name !== '' || URL !== '', { path: ['Name'], message: 'is needed: the name of the test (or its URL)' });
export type StatuscakeBody = z.infer<typeof StatuscakeBody>;

export const statuscakeMapping: Mapping = {
  alerts: null, title: ['title'], description: ['description'], status: ['Status'], resolvedWords: [], acknowledgedWords: [], ignoredWords: [], severity: [],
  dedupKey: ['key'], groupKey: [], service: [], startedAt: [], links: ['links'], labels: 'labels',
};

function parse(body: unknown): Parsed {
  const read = StatuscakeBody.safeParse(body);
  if (!read.success) return { ok: false, issues: issuesOf(read.error) };
  const { Name, URL: url, Status, TestID, StatusCode, IP, Tags, Checkrate, Method, ContactGroup } = read.data;
  return mappedParse({
    Status, links: [{ href: url, text: 'Website' }], title: `${firstSaid(Name, url)} is ${Status.toLowerCase()}`, description: whatItSaw(StatusCode),
    key: firstSaid(TestID, [Name, url].filter(Boolean).join(' ')),
    labels: { ...tagLabels(tagsIn(Tags)), test: Name, ip: IP, status_code: StatusCode, check_rate: Checkrate, method: Method, contact_group: ContactGroup },
  }, statuscakeMapping);
}

function whatItSaw(statusCode: string): string {
  if (statusCode === '') return '';
  return statusCode === '0' ? 'No answer in time.' : `Answered with status code ${statusCode}.`;
}

export const statuscake: Source = {
  name: 'statuscake', label: 'StatusCake', maxBytes: 512 * 1024, parse, whenBusy: 503, viaQuery: true, signature: null, demo, connect,
};
