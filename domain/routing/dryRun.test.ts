import { describe, expect, it } from 'vitest';
import type { ParsedAlert } from '../ingest/parsed';
import { noon, sampleFacts, sampleParsedAlert, samplePolicy, sampleService } from '../samples';
import { Integration } from '../service/service';
import { DAY, HOUR, SECOND } from '../time/instant';
import { dryRun, type DryRunFacts, type PastIncident } from './dryRun';
import { sentenceOf } from './dryRunWords';
import { DryRun } from './evidence';
import { type Outcome, RoutingRule } from './rule';

const prom = Integration.parse({ id: 'prom', name: 'Prometheus', serviceId: 'checkout', source: 'alertmanager', keyHint: 'abcd' });
const facts: DryRunFacts = {
  ...sampleFacts(), services: { checkout: sampleService() }, policies: { policy: samplePolicy() }, windows: {}, integrations: { prom }, rules: {},
  scope: { kind: 'service', id: 'checkout' }, cut: false,
};
const staging = { field: 'label.env', operator: 'is', values: ['staging'] };
const rule = (then: Partial<Extract<Outcome, { kind: 'route' }>> | 'suppress', tests: unknown[] = [staging]): RoutingRule => RoutingRule.parse({
  id: 'a', name: 'Rule', enabled: true, when: { match: 'all', tests, during: null, atLeast: null },
  then: then === 'suppress' ? { kind: 'suppress' } : {
    kind: 'route', severity: null, incidentType: null, urgency: null, serviceId: null, dedupKey: null, groupKey: null, tags: [], runbookId: null, holdOffSeconds: null, ...then,
  },
});
const event = (at: number, fields: Partial<ParsedAlert> = {}) => ({
  eventId: `event-${at}-${fields.dedupKey}-${fields.status}`, receivedAt: at, source: 'alertmanager', integrationName: 'Prometheus', integrationId: 'prom', alert: sampleParsedAlert(fields),
});
/** An alert that fires for so many seconds. */
const run = (at: number, seconds: number, dedupKey: string, env = 'staging') =>
  [event(at, { dedupKey, labels: { env } }), event(at + seconds * SECOND, { dedupKey, labels: { env }, status: 'resolved' })];
const past = (id: string, dedupKey: string, pagedAt: number | null, fields: Partial<PastIncident> = {}): PastIncident =>
  ({ id: `INC-00000${id}`, title: `Incident ${id}`, real: true, firstAlertKeys: [`prom/${dedupKey}`], pagedAt, ...fields });

// Three nights and two days: of noon, 03:00 UTC is fifteen hours later.
const nights = [0, 1, 2].map((day) => noon + day * DAY + 15 * HOUR);
const history = [...nights.flatMap((at, index) => run(at, 40, `night-${index}`)), ...run(noon, 600, 'day', 'production'), ...run(noon + DAY, 600, 'night-0')];
const hold = [rule({ holdOffSeconds: 60 })];
const of = (before: RoutingRule[], after: RoutingRule[], incidents: PastIncident[] = [], more: Partial<DryRunFacts> = {}, zone = 'UTC') =>
  dryRun(history, before, after, incidents, { ...facts, ...more }, zone);

describe('dryRun', () => {
  it('counts what both lists make of the same events', () => {
    const answer = of([], hold);
    expect(answer).toEqual({
      events: 10, alerts: 10, fromAt: noon, untilAt: (nights[2] ?? 0) + 40 * SECOND, cut: false,
      before: { incidents: 5, pages: 5, nightPages: 3, suppressed: 0 }, after: { incidents: 5, pages: 2, nightPages: 0, suppressed: 0 },
      realIncidents: 0, delayed: [], missed: [], sentence: '3 night pages → 0; no real incident among them to compare with.',
    });
    expect(DryRun.safeParse(answer).success).toBe(true);
  });

  it('takes the night of whoever asks', () => {
    // 03:00 UTC is 19:00 of the day before in Los Angeles, and noon is 04:00.
    expect(of([], [], [], {}, 'America/Los_Angeles').before).toMatchObject({ pages: 5, nightPages: 2 });
  });

  it('compares the real incidents: not delayed, delayed, missed', () => {
    const [first = 0] = nights;
    const real = [past('1', 'day', noon + 2 * SECOND), past('2', 'night-0', noon + DAY), past('3', 'night-0', first), past('4', 'night-1', null)];
    expect(of([], hold, real.slice(0, 1))).toMatchObject({ realIncidents: 1, delayed: [], missed: [], sentence: '3 night pages → 0; the one real incident not delayed.' });
    expect(of([], hold, real)).toMatchObject({
      realIncidents: 3, delayed: [{ incidentId: 'INC-000002', title: 'Incident 2', seconds: 60 }], missed: [{ incidentId: 'INC-000003', title: 'Incident 3' }],
      sentence: '3 night pages → 0; of 3 real incidents 1 missed and 1 delayed by 1 min.',
    });
  });

  it('leaves out what is not real, and what these events do not page for', () => {
    expect(of([], hold, [past('1', 'night-0', nights[0] ?? 0, { real: false }), past('2', 'other', noon), past('3', 'day', noon - 9 * DAY)])).toMatchObject({ realIncidents: 0, missed: [] });
  });

  it('misses what is suppressed, though the same alert pages again another day', () => {
    const during = { weekdays: [7], from: '00:00', until: '06:00', timeZone: 'UTC' };
    const night = { ...rule('suppress', []), when: { match: 'all' as const, tests: [], during, atLeast: null } };
    expect(of([], [night], [past('1', 'night-0', nights[0] ?? 0)])).toMatchObject({ missed: [{ incidentId: 'INC-000001' }], after: { suppressed: 1 } });
  });

  it('is not late where the alert joins what has paged already', () => {
    const both = [...run(noon, 7200, 'a'), ...run(noon + 600 * SECOND, 600, 'b')];
    const answer = dryRun(both, [], [rule({ groupKey: 'all' })], [past('1', 'a', noon), past('2', 'b', noon + 600 * SECOND)], facts, 'UTC');
    expect(answer).toMatchObject({ before: { pages: 2 }, after: { pages: 1 }, realIncidents: 2, delayed: [], missed: [] });
    expect(answer.sentence).toBe('2 pages → 1, 0 at night as before; none of the 2 real incidents delayed.');
  });

  it('knows incidents by the key that a rule had made', () => {
    const keyed = rule({ dedupKey: 'all of {label.env}' });
    expect(of([keyed], [rule('suppress')], [past('1', 'all of staging', nights[0] ?? 0)])).toMatchObject({ realIncidents: 1, missed: [{ incidentId: 'INC-000001' }] });
    expect(of([keyed], hold, [past('1', 'all of staging', noon + DAY)])).toMatchObject({ delayed: [{ seconds: 60 }] });
  });

  it('lets people close what no source ends, so that the next run pages', () => {
    const twice = [event(noon, { dedupKey: 'a' }), event(noon + DAY, { dedupKey: 'a' })];
    const closed = past('1', 'a', noon, { resolvedAt: noon + HOUR });
    expect(dryRun(twice, [], [], [closed], facts, 'UTC').before.pages).toBe(2);
    expect(dryRun(twice, [], [], [past('1', 'a', noon)], facts, 'UTC').before.pages).toBe(1);
  });

  it('asks the other lists as they are: an integration before its service', () => {
    const own = { id: 'integration.prom', scope: { kind: 'integration', id: 'prom' } as const, rules: [rule('suppress')] };
    const rules = { [own.id]: own };
    expect(of([], hold, [], { rules })).toMatchObject({ before: { suppressed: 4, pages: 1 }, after: { suppressed: 4, pages: 1 }, sentence: 'Nothing changes: 1 page, 0 at night.' });
    expect(of(own.rules, [], [], { rules, scope: own.scope })).toMatchObject({ before: { suppressed: 4 }, after: { suppressed: 0, pages: 5 } });
  });

  it('counts an alert once for a list that was given with the service\'s rules behind it', () => {
    const burst = { ...rule('suppress'), when: { match: 'all' as const, tests: [], during: null, atLeast: { count: 2, withinMinutes: 1 } } };
    const rules = { 'service.checkout': { id: 'service.checkout', scope: { kind: 'service', id: 'checkout' } as const, rules: [burst] } };
    expect(of([burst], [], [], { rules, scope: { kind: 'integration', id: 'prom' } })).toMatchObject({ before: { suppressed: 0 }, after: { suppressed: 0 } });
  });

  it('says that there is nothing, and that there is more', () => {
    expect(dryRun([], [], hold, [], facts, 'UTC')).toMatchObject({ events: 0, fromAt: null, untilAt: null, sentence: 'No stored events to try these rules on.' });
    expect(of([], hold, [], { cut: true }).cut).toBe(true);
    expect(of([], hold, [], { integrations: {} })).toMatchObject({ alerts: 10, before: { pages: 0 }, after: { pages: 0 } });
  });
});

describe('sentenceOf', () => {
  const counts = (pages: number, nightPages: number) => ({ incidents: pages, pages, nightPages, suppressed: 0 });
  const words = (before: [number, number], after: [number, number], realIncidents: number, delays: number[] = [], missed = 0) =>
    sentenceOf({ alerts: 9, before: counts(...before), after: counts(...after), realIncidents }, delays, missed);
  it.each([
    ['22 night pages → 8; none of the 5 real incidents delayed.', words([40, 22], [20, 8], 5)],
    ['1 night page → 0; the one real incident not delayed.', words([1, 1], [0, 0], 1)],
    ['40 pages → 31, 22 at night as before; none of the 2 real incidents delayed.', words([40, 22], [31, 22], 2)],
    ['Nothing changes: 40 pages, 22 at night.', words([40, 22], [40, 22], 5)],
    ['40 pages, as many as before; of 5 real incidents 2 delayed by up to 5 min.', words([40, 22], [40, 22], 5, [60, 300])],
    ['22 night pages → 30; of 1 real incident 1 missed.', words([40, 22], [40, 30], 1, [], 1)],
  ])('%s', (expected, sentence) => {
    expect(sentence).toBe(expected);
  });
});
