import { describe, expect, it } from 'vitest';
import { Override } from '#domain/oncall/schedule';
import { noon, sampleNotification, samplePerson, sampleSchedule } from '#domain/samples';
import { DAY, HOUR } from '#domain/time/instant';
import { allOf, PageMessage } from '../../live/load';
import { handoffWarnings, restSentence, restWarnings } from './careWarnings';
import { loadRows, medianOf, periodOf, shiftsIn, whoTakesTurns } from './loadRows';
import type { LoadRow, MessageOfPage } from './loadRows';
import { leadSentence, measures, run } from './loadWords';

const at = (text: string) => Date.parse(text);
const utc = { zoneOf: () => 'UTC', nameOf: (userId: string) => userId };
const message = (fields: Partial<MessageOfPage>): MessageOfPage => ({ userId: 'sam', incidentId: 'INC-1', episode: 1, sentAt: noon, ...fields });
const row = (userId: string, fields: Partial<LoadRow> = {}): LoadRow => ({ userId, hours: 0, nightHours: 0, pages: 0, nightPages: 0, longestRun: 0, ...fields });
const shift = (userId: string, from: string, to: string) => ({ userId, startAt: at(from), endAt: at(to) });

describe('the four weeks', () => {
  it('begin and end at a midnight of the reader’s zone, and meet now', () => {
    const [last, next] = [periodOf('last', noon, 'Europe/Berlin'), periodOf('next', noon, 'Europe/Berlin')];
    expect([last.from, next.to].map((ms) => new Date(ms).toISOString())).toEqual(['2026-10-23T22:00:00.000Z', '2026-12-18T23:00:00.000Z']);
    expect([last.to, next.from]).toEqual([noon, noon]);
  });
  it('ask the same of the server all day', () => {
    expect(new Set([0, 5, 11].map((hours) => periodOf('last', noon + hours * HOUR, 'UTC').from)).size).toBe(1);
    expect(periodOf('last', noon + 12 * HOUR, 'UTC').from).toBe(periodOf('last', noon, 'UTC').from + DAY);
  });
});

describe('shifts', () => {
  const period = { from: at('2026-11-16T09:00Z'), to: at('2026-11-18T09:00Z') };
  const cover = Override.parse({ id: 'one', kind: 'replace', startAt: at('2026-11-16T09:00Z'), endAt: at('2026-11-17T09:00Z'), addUserId: 'priya', removeUserId: 'sam' });
  const dated = (overrides: Override[]) => [{ schedule: sampleSchedule('weekly', ['sam'], { overrides }), holidays: [] }];

  it('follow the overrides that are kept beside the schedule', () => {
    expect(shiftsIn(dated([]), { weekly: [cover] }, period)).toEqual([shift('priya', '2026-11-16T09:00Z', '2026-11-17T09:00Z'), shift('sam', '2026-11-17T09:00Z', '2026-11-18T09:00Z')]);
  });
  it('take one that is kept in both places once, at its place among the schedule’s own', () => {
    const back = Override.parse({ ...cover, id: 'two', addUserId: 'sam', removeUserId: 'priya' });
    // First back, which changes nobody yet, then the cover: in the other order Sam would have it again.
    expect(shiftsIn(dated([back, cover]), { weekly: [cover] }, period).map(({ userId }) => userId)).toEqual(['priya', 'sam']);
  });
});

describe('what is read', () => {
  const live = (value: number[], unreadable = 0) => ({ state: 'live' as const, value, unreadable });
  it('is a whole only when every part of it is there', () => {
    expect(allOf([['a', live([1])], ['b', { state: 'loading' }]])).toEqual({ state: 'loading' });
    expect(allOf([['a', { state: 'loading' }], ['b', { state: 'failed', reason: 'denied' }]])).toEqual({ state: 'failed', reason: 'denied' });
    expect(allOf([['a', live([1], 2)], ['b', { state: 'cached', value: [], unreadable: 1 }]])).toEqual({ state: 'cached', value: { a: [1], b: [] }, unreadable: 3 });
    expect(allOf([])).toEqual({ state: 'live', value: {}, unreadable: 0 });
  });
  it('is of a message only what counts', () => {
    expect(PageMessage.parse(sampleNotification())).toEqual({ userId: 'priya', incidentId: 'INC-K7Q2MD', episode: 1, createdAt: noon, sentAt: null });
  });
});

describe('the rows', () => {
  it('count a page once, by however many ways and rounds it came', () => {
    const messages = [message({}), message({ sentAt: noon + HOUR }), message({ episode: 2 }), message({ incidentId: 'INC-2' }), message({ userId: 'priya' })];
    expect(loadRows([], messages, [], utc).map(({ userId, pages }) => [userId, pages])).toEqual([['priya', 1], ['sam', 3]]);
  });
  it('leave out what was never sent, and what went to a destination', () => {
    expect(loadRows([], [message({ sentAt: null }), message({ userId: null })], ['sam'], utc)).toEqual([row('sam')]);
  });
  it('tell night by the clocks of each person', () => {
    const messages = [message({}), message({ userId: 'kenji' })];
    const rows = loadRows([], messages, [], { ...utc, zoneOf: (userId) => (userId === 'kenji' ? 'Asia/Tokyo' : 'UTC') });
    expect(rows.map(({ userId, nightPages }) => [userId, nightPages])).toEqual([['kenji', 0], ['sam', 0]]);
    const late = loadRows([], messages.map((each) => ({ ...each, sentAt: noon + HOUR })), [], { ...utc, zoneOf: (userId) => (userId === 'kenji' ? 'Asia/Tokyo' : 'UTC') });
    expect(late.map(({ userId, nightPages }) => [userId, nightPages])).toEqual([['kenji', 1], ['sam', 0]]);
  });
  it('call a page that went on into the night one at night', () => {
    expect(loadRows([], [message({ sentAt: at('2026-11-21T21:55Z') }), message({ sentAt: at('2026-11-21T22:05Z') })], [], utc)).toEqual([row('sam', { pages: 1, nightPages: 1 })]);
    expect(loadRows([], [message({ sentAt: at('2026-11-21T22:05Z') }), message({ sentAt: at('2026-11-22T07:00Z') })], [], utc)).toEqual([row('sam', { pages: 1, nightPages: 1 })]);
  });
  it('come by pages at night, then hours, then name, and name whoever has nothing to do', () => {
    const shifts = [shift('ann', '2026-11-16T08:00Z', '2026-11-16T10:00Z'), shift('ben', '2026-11-16T08:00Z', '2026-11-16T20:00Z')];
    const rows = loadRows(shifts, [message({ userId: 'cy', sentAt: at('2026-11-21T03:00Z') })], ['eve', 'dan', 'ann'], utc);
    expect(rows.map(({ userId }) => userId)).toEqual(['cy', 'ben', 'ann', 'dan', 'eve']);
  });
  it('find the longest run without a day off, over schedules, by the person’s own days', () => {
    const shifts = [
      shift('sam', '2026-11-02T09:00Z', '2026-11-04T09:00Z'), shift('sam', '2026-11-04T20:00Z', '2026-11-05T00:00Z'),
      shift('sam', '2026-11-06T01:00Z', '2026-11-06T02:00Z'), shift('sam', '2026-11-10T09:00Z', '2026-11-11T09:00Z'),
    ];
    expect(loadRows(shifts, [], [], utc)[0]?.longestRun).toBe(3);
    // In Berlin the evening of the 4th ends on the 5th, and the run goes on to the 6th.
    expect(loadRows(shifts, [], [], { ...utc, zoneOf: () => 'Europe/Berlin' })[0]?.longestRun).toBe(5);
  });
  it('call a week from Monday to Monday eight days', () => {
    expect(loadRows([shift('sam', '2026-11-16T09:00Z', '2026-11-23T09:00Z')], [], [], utc)).toEqual([row('sam', { hours: 168, nightHours: 63, longestRun: 8 })]);
  });
  it('know who takes turns: members who can still be paged', () => {
    const people = { sam: samplePerson('sam'), gone: samplePerson('gone', { active: false }), stella: samplePerson('stella', { role: 'stakeholder' }) };
    expect(whoTakesTurns([{ schedule: sampleSchedule('weekly', ['gone', 'sam', 'stella', 'nobody', 'sam']), holidays: [] }], people)).toEqual(['sam']);
  });
  it.each([[[], 0], [[7], 7], [[9, 1, 2], 2], [[4, 1, 2, 10], 3], [[1, 2], 1.5]])('have a median: %j is %d', (numbers, median) => {
    expect(medianOf(numbers)).toBe(median);
  });
});

describe('the words', () => {
  const subject = (userId: string) => (userId === 'me' ? 'You' : userId);
  it.each([
    [[row('Ann', { nightPages: 7 }), row('Ben', { nightPages: 2 }), row('Cy')], 'Ann was paged most at night: 7 times. The median is 2.'],
    [[row('me', { nightPages: 1 }), row('Ben')], 'You were paged most at night: once. The median is 0.5.'],
    [[row('Ann', { nightPages: 3 }), row('me', { nightPages: 3 }), row('Cy')], 'You and Ann were paged most at night: 3 times each. The median is 3.'],
    [[row('Ann', { nightPages: 2 })], 'Ann was paged at night 2 times.'], [[row('Ann', { pages: 2 })], 'Nobody was paged at night.'], [[], 'Nobody was paged at night.'],
  ])('of the past say who was woken most: %#', (rows, sentence) => {
    expect(leadSentence('last', rows, subject)).toBe(sentence);
  });
  it.each([
    [[row('Ann', { hours: 168 }), row('Ben', { hours: 84 }), row('Cy', { hours: 12 })], 'Ann is on call most: 168 h. The median is 84 h.'],
    [[row('Ann', { hours: 168.2 }), row('me', { hours: 167.9 })], 'Everybody is on call for 168 h.'],
    [[row('me', { hours: 168 })], 'You are on call for 168 h.'], [[row('Ann')], 'Nobody is on call in the next four weeks.'],
  ])('of the future say who is on call most: %#', (rows, sentence) => {
    expect(leadSentence('next', rows, subject)).toBe(sentence);
  });
  it('say hours whole, and a little as a little', () => {
    const hours = measures.next[0];
    expect([0, 0.2, 0.5, 167.6, 1_344].map((many) => hours?.words(many))).toEqual(['0 h', 'under 1 h', '1 h', '168 h', '1,344 h']);
    expect([1, 8, 2.5].map(run.words)).toEqual(['1 day', '8 days', '2.5 days']);
  });
});

describe('the warnings', () => {
  const nights = (id: string, start: string, end: string) => {
    const base = sampleSchedule(id, ['sam']);
    return { schedule: { ...base, layers: base.layers.map((layer) => ({ ...layer, windows: [{ days: ['MO' as const, 'TU' as const], start, end }] })) }, holidays: [] };
  };
  // Sam has the nights of Monday and Tuesday to 07:00, and is on call again from 13:00 on those days: the rest after Monday's night is on Tuesday.
  const dated = [nights('nights', '20:00', '07:00'), nights('days', '13:00', '18:00')];
  const period = { from: noon, to: noon + 28 * DAY };
  const you = (userId: string) => (userId === 'sam' ? 'Sam' : 'You');

  it('tell the soonest short rest of what comes, the latest of what was, and how often', () => {
    const [next] = restWarnings(dated, {}, 'next', period, () => 'UTC');
    // On both days 18:00 to 20:00 lies between, and counts only after a night: it is not one.
    expect(next).toEqual({ userId: 'sam', endedAt: at('2026-11-24T07:00Z'), nextStartAt: at('2026-11-24T13:00Z'), rest: 6 * HOUR, times: 4 });
    const [last] = restWarnings(dated, {}, 'last', { from: noon - 28 * DAY, to: noon }, () => 'UTC');
    expect(last).toMatchObject({ endedAt: at('2026-11-17T07:00Z'), times: 4 });
  });
  it('count a rest that has begun to what comes, once', () => {
    const now = at('2026-11-24T09:00Z');
    expect(restWarnings(dated, {}, 'next', { from: now, to: now + DAY }, () => 'UTC')).toMatchObject([{ endedAt: at('2026-11-24T07:00Z'), times: 1 }]);
    expect(restWarnings(dated, {}, 'last', { from: now - 3 * DAY, to: now }, () => 'UTC')).toEqual([]);
  });
  it('see who had the night from the overrides that are kept', () => {
    const cover = Override.parse({ id: 'one', kind: 'replace', startAt: at('2026-11-16T00:00Z'), endAt: at('2026-11-17T09:00Z'), addUserId: 'priya', removeUserId: 'sam' });
    const weeks = { from: at('2026-11-14T00:00Z'), to: noon };
    expect(restWarnings(dated, {}, 'last', weeks, () => 'UTC')).toHaveLength(1);
    expect(restWarnings(dated, { nights: [cover] }, 'last', weeks, () => 'UTC')).toEqual([]);
  });
  it('say it with the times of the reader’s zone', () => {
    const rest = { userId: 'sam', endedAt: at('2026-11-24T07:00Z'), nextStartAt: at('2026-11-24T13:00Z'), rest: 6 * HOUR, times: 1 };
    expect(restSentence(rest, 'next', noon, 'Europe/Berlin', you)).toBe('Sam has 6 h of rest between two shifts, Tue 08:00 to 14:00.');
    expect(restSentence({ ...rest, userId: 'me', times: 4 }, 'next', noon, 'UTC', you)).toBe('You have 6 h of rest between two shifts, Tue 07:00 to 13:00. It happens 4 times.');
    expect(restSentence({ ...rest, times: 2 }, 'last', at('2026-11-25T12:00Z'), 'UTC', you)).toBe('Sam had 6 h of rest between two shifts, Tue 07:00 to 13:00. It happened 2 times.');
  });
  it('name schedules that hand over on a Monday or Friday, and the layer where there are several', () => {
    const weekly = sampleSchedule('weekly', ['ann', 'ben'], { name: 'Platform' });
    const friday = weekly.layers.map((layer) => ({ ...layer, id: 'second', name: 'Nights', rotation: { type: 'weekly' as const, length: 1, startLocal: '2026-01-09T09:00' } }));
    const titles = (schedule: typeof weekly) => handoffWarnings([{ schedule, holidays: [] }], noon).map(({ title }) => title);
    expect(titles(weekly)).toEqual(['Platform hands over on a Monday.']);
    expect(titles({ ...weekly, layers: [...weekly.layers, ...friday] })).toEqual(['Platform (Layer) hands over on a Monday.', 'Platform (Nights) hands over on a Friday.']);
    // What has ended hands over to nobody.
    expect(titles({ ...weekly, layers: weekly.layers.map((layer) => ({ ...layer, until: noon - 1 })) })).toEqual([]);
  });
});
