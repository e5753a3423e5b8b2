import { expect, it } from 'vitest';
import { sampleRow } from '#domain/metrics/sampleRow';
import { noiseByAlert } from '#domain/noise/noise';
import { noon, sampleIncident } from '#domain/samples';
import type { ShiftReview } from '#domain/shiftReview/shiftReview';
import { MINUTE } from '#domain/time/instant';
import { leadWords, noiseWords, owedWords, tuningOf, unfinishedWords } from './reviewWords';

const quiet: ShiftReview = { incidents: [], pages: 0, nightPages: 0, nights: 0, owed: [], falsePositives: [], open: [], unfinished: [], noise: [], tasks: [], actionItems: [] };
// Only how many there are is told.
const some = <T>(count: number): T[] => Array.from({ length: count }, () => ({}) as T);

it.each<[Partial<ShiftReview>, string]>([
  [{ incidents: some(2) }, '2 incidents, no page.'],
  [{ incidents: some(1), pages: 1 }, '1 incident, 1 page, none at night.'],
  [{ incidents: some(1), pages: 1, nightPages: 1, nights: 1 }, '1 incident, 1 page, at night.'],
  [{ incidents: some(3), pages: 4, nightPages: 4, nights: 2 }, '3 incidents, 4 pages, all at night, in 2 nights.'],
  [{ incidents: some(3), pages: 4, nightPages: 2, nights: 1 }, '3 incidents, 4 pages, 2 at night.'],
])('%j: %s', (fields, words) => expect(leadWords({ ...quiet, ...fields })).toBe(words));

it.each<[Partial<ShiftReview>, string | null]>([
  [{}, null], [{ owed: some(1) }, '1 verdict waits.'], [{ owed: some(2), tasks: some(1), actionItems: some(2) }, '2 verdicts and 3 follow-ups wait.'],
  [{ owed: some(1), unfinished: [{ incident: sampleIncident(), items: some(1) }], tasks: some(1) }, '1 verdict, 1 exit list and 1 follow-up wait.'],
])('what waits: %j: %s', (fields, words) => expect(owedWords({ ...quiet, ...fields })).toBe(words));

it('what is left of an exit list carries its reasons', () => {
  expect(unfinishedWords([{ item: 'Verified', state: 'skipped', reason: 'no time' }, { item: 'Logs kept', state: 'open', reason: '' }, { item: 'Watched', state: 'skipped', reason: '' }])).toBe('Skipped: Verified (no time), Watched. Left open: Logs kept');
});

it('an alert is tuned by what its 90 days say, not by one shift alone', () => {
  const row = (id: string) => ({ ...sampleRow({ acted: false, resolvedAt: noon + MINUTE, pages: { priya: { all: 1, night: 1 } } }), id });
  const [noise] = noiseByAlert([row('INC-000001')]);
  if (noise === undefined) throw new Error('no noise');
  expect(noiseWords(noise)).toBe('1 page, at night · 1 of 1 incident led to nothing');
  expect(tuningOf(noise, [])).toBeNull();
  expect(tuningOf(noise, ['1', '2', '3', '4'].map(row))).toMatchObject({ name: 'Hold HighErrorRate for 1 min' });
});
