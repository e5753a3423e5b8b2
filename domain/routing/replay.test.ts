import { describe, expect, it } from 'vitest';
import type { ParsedAlert } from '../ingest/parsed';
import type { MaintenanceWindow } from '../maintenance/maintenanceWindow';
import { noon, sampleFacts, sampleParsedAlert, samplePolicy, sampleService } from '../samples';
import { Integration, type Service } from '../service/service';
import { DAY, HOUR, MINUTE, SECOND } from '../time/instant';
import type { Classifying } from './arrive';
import { replay, type Replayable, takenAfter } from './replay';
import { type Outcome, RoutingRule } from './rule';

const facts = (fields: Partial<Classifying> = {}) => ({ ...sampleFacts(), services: { checkout: sampleService() }, policies: { policy: samplePolicy() }, windows: {}, ...fields });
const integration = Integration.parse({ id: 'prom', name: 'Prometheus', serviceId: 'checkout', source: 'alertmanager', keyHint: 'abcd' });
const rule = (then: Partial<Extract<Outcome, { kind: 'route' }>> | 'suppress', when: Partial<RoutingRule['when']> = {}): RoutingRule => RoutingRule.parse({
  id: 'a', name: 'Rule', enabled: true, when: { match: 'all', tests: [], during: null, atLeast: null, ...when },
  then: then === 'suppress' ? { kind: 'suppress' } : {
    kind: 'route', severity: null, incidentType: null, urgency: null, serviceId: null, dedupKey: null, groupKey: null, tags: [], runbookId: null, holdOffSeconds: null, ...then,
  },
});
let drawn = 0;
const event = (seconds: number, fields: Partial<ParsedAlert> = {}, rules: RoutingRule[] = [], service: Service = sampleService()): Replayable => ({
  eventId: `event-${(drawn += 1)}`, receivedAt: noon + seconds * SECOND, source: 'alertmanager', integrationName: 'Prometheus', alert: sampleParsedAlert(fields),
  ground: { integration, service, rules },
});
const resolved = { status: 'resolved' } as const;
const shown = (history: Replayable[], closings: Parameters<typeof replay>[1] = [], given = facts()) => {
  const { pages, opened, suppressed } = replay(history, closings, given);
  return { opened, suppressed, pages: pages.map(({ at }) => (at - noon) / SECOND) };
};

describe('replay', () => {
  it('pages at once, once for each run of an alert', () => {
    expect(shown([event(0), event(10), event(60, resolved), event(3600), event(3660, resolved)])).toEqual({ opened: 2, suppressed: 0, pages: [0, 3600] });
  });

  it('suppresses', () => {
    const rules = [rule('suppress')];
    expect(shown([event(0, {}, rules), event(10, {}, rules), event(60, resolved, rules)])).toEqual({ opened: 0, suppressed: 2, pages: [] });
  });

  it('holds off: what ends in time never pages, what goes on pages when the time is over', () => {
    const rules = [rule({ holdOffSeconds: 60 })];
    expect(shown([event(0, {}, rules), event(59, resolved, rules), event(600, {}, rules), event(630, {}, rules), event(900, resolved, rules)])).toEqual({ opened: 2, suppressed: 0, pages: [660] });
  });

  it('lets the wait run out after the last event too', () => {
    expect(shown([event(0, {}, [rule({ holdOffSeconds: 600 })])]).pages).toEqual([600]);
  });

  it('has low urgency page in the morning, and only for what has not ended by then', () => {
    const low = [rule({ urgency: 'low' })];
    // Priya reads UTC: 23:00 on Saturday waits for the morning; what ends before that pages nobody.
    const night = 11 * 3600;
    const { pages } = replay([event(night, {}, low), event(night + 60, { dedupKey: 'b' }, low), event(night + 600, { ...resolved, dedupKey: 'b' }, low)], [], facts());
    expect(pages).toHaveLength(1);
    expect(new Date(pages[0]?.at ?? 0).toISOString()).toMatch(/^2026-11-2[23]T0[6-9]:/);
  });

  it('pages once for what is grouped, and again for another alert name once somebody has it', () => {
    const rules = [rule({ groupKey: 'all' })];
    const later = takenAfter / SECOND + 60;
    expect(shown([event(0, {}, rules), event(30, { dedupKey: 'b', name: 'Other' }, rules)]).pages).toEqual([0]);
    expect(shown([event(0, {}, rules), event(later, { dedupKey: 'b' }, rules)]).pages).toEqual([0]);
    expect(shown([event(0, {}, rules), event(later, { dedupKey: 'b', name: 'Other' }, rules)]).pages).toEqual([0, later]);
    expect(shown([event(0), event(30, { dedupKey: 'b', name: 'Other' })]).pages).toEqual([0, 30]);
  });

  it('counts for N in M minutes over events', () => {
    const rules = [rule({ dedupKey: 'burst', severity: 'SEV1' }, { atLeast: { count: 3, withinMinutes: 10 } }), rule('suppress')];
    const keys = ['a', 'b', 'c', 'd'].map((dedupKey, index) => event(index * 60, { dedupKey }, rules));
    expect(shown(keys)).toEqual({ opened: 1, suppressed: 2, pages: [120] });
  });

  it('opens under the key of a rule, and closes by the key that the source sends', () => {
    const rules = [rule({ dedupKey: 'cluster {label.cluster}' }, { tests: [{ field: 'label.cluster', operator: 'present', values: [] }] })];
    const labels = { cluster: 'eu-1' };
    const twice = [event(0, { dedupKey: 'a', labels }, rules), event(10, { dedupKey: 'b', labels }, rules), event(60, { ...resolved, dedupKey: 'a' }, rules), event(3600, { dedupKey: 'a', labels }, rules)];
    expect(shown(twice)).toMatchObject({ opened: 2, pages: [0, 3600] });
  });

  it('groups as the service does', () => {
    const service = sampleService({ grouping: { by: 'service', windowMinutes: 5, overSource: false } });
    const services = { checkout: service };
    const alerts = [0, 100, 400].map((seconds) => event(seconds, { dedupKey: `k${seconds}` }, [], service));
    expect(shown(alerts, [], facts({ services }))).toMatchObject({ opened: 2, pages: [0, 400] });
  });

  it('minds maintenance windows', () => {
    const window = (mode: MaintenanceWindow['mode']): MaintenanceWindow => ({
      id: 'w', name: 'Upgrade', serviceIds: [], tests: [], mode, time: { kind: 'once', startsAt: noon, endsAt: noon + HOUR }, createdBy: { userId: 'ada', name: 'Ada' }, endedAt: null,
    });
    const alerts = () => [event(-10, { dedupKey: 'before' }), event(60), event(120, { dedupKey: 'b' }), event(180, { ...resolved, dedupKey: 'b' }), event(4000, { dedupKey: 'after' })];
    expect(shown(alerts(), [], facts({ windows: { w: window('suppress') } }))).toEqual({ opened: 2, suppressed: 2, pages: [-10, 4000] });
    expect(shown(alerts(), [], facts({ windows: { w: window('collect') } }))).toEqual({ opened: 3, suppressed: 0, pages: [-10, 3600, 4000] });
  });

  it('pages once for what flaps', () => {
    const flaps = [0, 1, 2, 3, 4].flatMap((minute) => [event(minute * 60), event(minute * 60 + 30, resolved)]);
    expect(shown(flaps).pages).toEqual([0, 60, 120]);
    expect(shown([...flaps, event(3600)]).pages).toEqual([0, 60, 120, 3600]);
  });

  describe('what no source ends', () => {
    it('goes on until somebody closes it', () => {
      const week = (7 * DAY) / SECOND;
      const closing = { at: noon + HOUR, keys: ['prom/checkout-503'] };
      expect(shown([event(0), event(week)]).pages).toEqual([0]);
      expect(shown([event(0), event(week)], [closing]).pages).toEqual([0, week]);
    });
    it('is not closed by the end of an earlier run', () => {
      const history = [event(0), event(60, resolved), event(62), event(7200, { dedupKey: 'b' })];
      const { endedAt } = replay(history, [{ at: noon + 64 * SECOND, keys: ['prom/checkout-503'] }], facts());
      expect(Object.values(endedAt)).toEqual([noon + 60 * SECOND]);
    });
    it('a key that nobody knows closes nothing', () => {
      expect(shown([event(0)], [{ at: noon + MINUTE, keys: ['prom/x'] }, { at: noon + MINUTE, keys: [] }]).pages).toEqual([0]);
    });
  });

  it('gives each firing alert its incident', () => {
    const { joins, pages } = replay([event(0), event(10), event(20, resolved)], [], facts());
    expect(joins.map(({ at, key }) => [at - noon, key])).toEqual([[0, 'prom/checkout-503'], [10_000, 'prom/checkout-503']]);
    expect(new Set([...joins, ...pages].map(({ incidentId }) => incidentId)).size).toBe(1);
  });

  it('decides five thousand alerts of one event', () => {
    const [first] = [event(0)];
    const storm = Array.from({ length: 5_000 }, (_, index) => ({ ...first, alert: sampleParsedAlert({ dedupKey: `k${index}`, groupKey: 'outage' }) })) as Replayable[]; // `first` is there: it was just made.
    expect(shown(storm)).toEqual({ opened: 1, suppressed: 0, pages: [0] });
  });
});
