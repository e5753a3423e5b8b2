import { describe, expect, it } from 'vitest';
import { ended } from '../postMortem/forTests';
import { noon, sampleFacts, sampleNotification } from '../samples';
import { DAY, HOUR, MINUTE, SECOND } from '../time/instant';
import { Drill, DrillResult, DrillScenario } from './drill';
import { startProblems } from './plan';
import { drillResult } from './result';
import { scenarios } from './scenarios';
import { announcementsOf, outcomesOf } from './tellings';
import { drillMark, drillTitle, titleAfterMark } from './title';
import { reachWords, resultWords } from './words';

const page = (userId: string, fields: Parameters<typeof sampleNotification>[0] = {}) => sampleNotification({ userId, userName: userId === 'sam' ? 'Sam' : 'Priya', cause: '0.0', status: 'sent', sentAt: noon + 200, ...fields });
const drill = (fields: Partial<Drill> = {}): Drill => Drill.parse({
  id: 'd', scenario: 'paymentFailure', serviceId: 'checkout', serviceName: 'Checkout', startsAt: noon + DAY, isSurprise: false, createdBy: { userId: 'ada', name: 'Ada' }, createdAt: noon,
  state: 'scheduled', incidentId: null, dueAt: noon + DAY, result: null, ...fields,
});
const responder = (userId: string, name: string, state: 'paged' | 'acknowledged', at: number) => ({ userId, name, state, at });
const over = ended({ drillId: 'd', responders: [responder('priya', 'Priya', 'paged', noon), responder('sam', 'Sam', 'acknowledged', noon + 3 * MINUTE)] });

describe('a scenario', () => {
  it.each(DrillScenario.options)('%s says that it is a drill, what to practise, and that nothing is broken', (name) => {
    const { title, description, severity, type } = scenarios[name];
    expect(title).toMatch(/^DRILL: /);
    expect(description).toMatch(/^Monitoring would say: [^]*Practise: [^]*nothing is broken/);
    expect(description.length).toBeLessThan(4000);
    expect([severity, type]).toEqual(name === 'databaseConnections' ? ['SEV2', 'degradation'] : ['SEV1', 'outage']);
  });
});

describe('the title of a drill', () => {
  it.each([['Payments fail', 'DRILL: Payments fail'], ['DRILL: Payments fail', 'DRILL: Payments fail'], ['x'.repeat(300), `DRILL: ${'x'.repeat(293)}`]])('says so first, once: %s', (title, said) => {
    expect(drillTitle(title)).toBe(said);
  });

  it('is said without it where the mark stands before it, and a real one is left alone', () => {
    expect([drillMark({ drillId: 'd' }), titleAfterMark({ drillId: 'd', title: 'DRILL: Payments fail' })]).toEqual(['DRILL ', 'Payments fail']);
    expect([drillMark({ drillId: null }), titleAfterMark({ drillId: null, title: 'DRILL: of a tool' })]).toEqual(['', 'DRILL: of a tool']);
  });
});

it.each([[null, 0], [noon + 1, 0], [noon + 90 * DAY, 0], [noon, 1], [noon - HOUR, 1], [noon + 90 * DAY + 1, 1]])('a drill can begin at once, or later than now and within 90 days: %s', (startsAt, problems) => {
  expect(startProblems(startsAt, noon)).toHaveLength(problems);
});

describe('what a drill showed', () => {
  it('is who was paged, when each had it and said so, and how often paging went on', () => {
    const result = drillResult(over, [
      page('priya', { rule: '1', channel: 'sms', sentAt: noon + 30 * SECOND }), page('priya', { deliveredAt: noon + SECOND }),
      page('sam', { cause: '0.1', sentAt: noon + MINUTE, seenAt: noon + 65 * SECOND }), page('kim', { cause: '0.2', status: 'cancelled', sentAt: null }),
      sampleNotification({ kind: 'notice', userId: 'ada' }),
    ]);
    expect(DrillResult.parse(result)).toEqual({
      endedAt: noon + HOUR, triggeredAt: noon, acknowledgedAt: noon + 3 * MINUTE, acknowledgedBy: 'Sam', restoredAt: noon + 40 * MINUTE, escalations: 1,
      reach: [
        { userId: 'priya', name: 'Priya', sentAt: noon + 200, receivedAt: noon + SECOND, acknowledgedAt: null },
        { userId: 'sam', name: 'Sam', sentAt: noon + MINUTE, receivedAt: noon + 65 * SECOND, acknowledgedAt: noon + 3 * MINUTE },
      ],
    });
    expect(resultWords(result)).toBe('Acknowledged in 3 min by Sam; 2 of 2 reached; escalated once');
  });

  it('names nobody who acknowledged where nobody did', () => {
    const unanswered = { ...over, responders: [responder('priya', 'Priya', 'paged', noon)], clocks: { ...over.clocks, acknowledgedAt: null } };
    const result = drillResult(unanswered, [page('priya', { status: 'failed', sentAt: null })]);
    expect(result).toMatchObject({ acknowledgedAt: null, acknowledgedBy: null, escalations: 0 });
    expect(resultWords(result)).toBe('Nobody acknowledged; 0 of 1 reached');
    expect(resultWords({ ...result, reach: [] })).toBe('Nobody acknowledged; nobody was paged');
  });

  it.each([
    [{ sentAt: noon + 200, receivedAt: noon + 3 * SECOND, acknowledgedAt: noon + 41 * SECOND }, 'Sent within 1 s, received after 3 s, acknowledged after 41 s'],
    [{ sentAt: noon + SECOND, receivedAt: null, acknowledgedAt: null }, 'Sent after 1 s, no device said that it has it, not acknowledged'],
    [{ sentAt: null, receivedAt: noon + 300, acknowledgedAt: noon + 11 * SECOND }, 'Received within 1 s, acknowledged after 11 s'],
    [{ sentAt: null, receivedAt: null, acknowledgedAt: null }, 'The page did not leave'],
  ])('is told for each person: %j', (reach, words) => { expect(reachWords({ userId: 'priya', name: 'Priya', ...reach }, noon)).toBe(words); });
});

describe('a drill is told', () => {
  const facts = sampleFacts();
  const known = { ...facts, services: { checkout: facts.service }, policies: { [facts.policy.id]: facts.policy } };

  it('beforehand to whom it pages first, but for its planner', () => {
    expect(announcementsOf(drill(), 'planned', known, noon)).toMatchObject([{ userId: 'priya', loud: false, url: '/drills/d', body: expect.stringContaining('says DRILL first') as string }]);
    expect(announcementsOf(drill({ createdBy: { userId: 'priya', name: 'Priya' } }), 'planned', known, noon)).toEqual([]);
    expect(announcementsOf(drill(), 'cancelled', known, noon)[0]?.cause).not.toBe(announcementsOf(drill(), 'planned', known, noon)[0]?.cause);
  });

  it('to nobody where it is a surprise', () => {
    expect(announcementsOf(drill({ isSurprise: true }), 'planned', known, noon)).toEqual([]);
    expect(announcementsOf(drill({ isSurprise: true }), 'cancelled', known, noon)).toEqual([]);
  });

  it('afterwards to its planner and to whom it paged, once each', () => {
    const result = drillResult(over, [page('priya'), page('sam', { cause: '0.1' })]);
    expect(outcomesOf(drill({ state: 'over', result })).map(({ userId }) => userId)).toEqual(['ada', 'priya', 'sam']);
    expect(outcomesOf(drill({ state: 'over', result, createdBy: { userId: 'sam', name: 'Sam' } })).map(({ userId }) => userId)).toEqual(['sam', 'priya']);
    expect(outcomesOf(drill())).toEqual([]);
  });
});
