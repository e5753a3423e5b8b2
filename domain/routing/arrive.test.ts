import { describe, expect, it } from 'vitest';
import { defaultSeverityPolicy } from '../incident/severity';
import type { MaintenanceWindow } from '../maintenance/maintenanceWindow';
import { noon, sampleParsedAlert, samplePolicy, sampleService } from '../samples';
import type { Grouping, Integration } from '../service/service';
import { HOUR, MINUTE, SECOND } from '../time/instant';
import { arrive, type Classifying, groundIn, openIdOfSourceGroup } from './arrive';
import type { RoutingRule } from './rule';

const idOf = (...parts: (string | number)[]) => parts.join('/');
const integration: Integration = {
  id: 'prom', name: 'Prometheus', serviceId: 'checkout', source: 'alertmanager', keyHint: '', enabled: true, removed: false, mapping: null,
  signature: { kind: 'none' }, limitPerMinute: null,
};
const checkout = sampleService();
const cards = sampleService({ id: 'cards', name: 'Cards', policyId: 'cardsPolicy' });
const policies = { policy: samplePolicy(), cardsPolicy: samplePolicy({ id: 'cardsPolicy' }) };

function rule(then: Partial<Extract<RoutingRule['then'], { kind: 'route' }>> | 'suppress', when: Partial<RoutingRule['when']> = {}): RoutingRule {
  const nothing = {
    kind: 'route', severity: null, incidentType: null, urgency: null, serviceId: null, dedupKey: null, groupKey: null, tags: [], runbookId: null, holdOffSeconds: null,
  } as const;
  return {
    id: 'rule', name: 'Quiet nights', enabled: true, when: { match: 'all', tests: [], during: null, atLeast: null, ...when },
    then: then === 'suppress' ? { kind: 'suppress' } : { ...nothing, tags: [], ...then },
  };
}
const maintenance = (fields: Partial<MaintenanceWindow> = {}): MaintenanceWindow => ({
  id: 'w', name: 'Database upgrade', serviceIds: ['checkout'], tests: [], mode: 'collect', time: { kind: 'once', startsAt: noon - HOUR, endsAt: noon + HOUR },
  createdBy: { userId: 'ada', name: 'Ada' }, endedAt: null, ...fields,
});

type Given = { rules?: RoutingRule[]; windows?: MaintenanceWindow[]; service?: typeof checkout; configured?: Partial<Classifying> };
/** An alert of Prometheus as it arrives at noon. */
function arriving(fields: Parameters<typeof sampleParsedAlert>[0] = {}, { rules = [], windows = [], service = checkout, configured = {} }: Given = {}) {
  return arrive(sampleParsedAlert({ dedupKey: 'k', ...fields }), { integration, service, rules }, {
    services: { checkout: service, cards }, policies, windows: Object.fromEntries(windows.map((window) => [window.id, window])), severities: defaultSeverityPolicy, ...configured,
  }, {}, noon, idOf).arrival;
}

describe('an alert that no rule and no window is about', () => {
  it('belongs to the service of its integration, under its own key and no group', () => {
    expect(arriving()).toMatchObject({
      alertId: 'alert/prom/k', dedupOpenId: 'open/dedup/prom/k', alias: null, groupOpenId: null, groupWithin: null, severity: 'SEV1', receivedAt: noon,
      service: { id: 'checkout' }, policy: { id: 'policy' }, suppressedBy: null,
      routing: { type: null, urgency: null, tags: [], runbookId: null, routedBy: null, holdUntil: null },
    });
  });
});

describe('a rule', () => {
  it('gives another key, and the key that was sent leads to the same alert', () => {
    const arrival = arriving({ labels: { host: 'db1' } }, { rules: [rule({ dedupKey: '{label.host}' })] });
    expect(arrival).toMatchObject({
      parsed: { dedupKey: 'db1' }, alertId: 'alert/prom/db1', dedupOpenId: 'open/dedup/prom/db1', alias: { openId: 'open/dedup/prom/k', alertId: 'alert/prom/k' },
    });
  });

  it('gives its end the same key; one that lacks the field keeps its own, and no alias', () => {
    const rules = [rule({ dedupKey: '{label.host}' })];
    expect(arriving({ status: 'resolved', labels: { host: 'db1' } }, { rules })).toMatchObject({ dedupOpenId: 'open/dedup/prom/db1', alias: { openId: 'open/dedup/prom/k' } });
    expect(arriving({ status: 'resolved' }, { rules })).toMatchObject({ dedupOpenId: 'open/dedup/prom/k', alias: null });
  });

  it('that makes the key what it was is no other key', () => {
    expect(arriving({}, { rules: [rule({ dedupKey: 'k' })] }).alias).toBeNull();
  });

  it('holds off from the moment of receipt, and only what fires', () => {
    const rules = [rule({ holdOffSeconds: 90 })];
    expect(arriving({}, { rules }).routing.holdUntil).toBe(noon + 90 * SECOND);
    for (const status of ['resolved', 'acknowledged'] as const) expect(arriving({ status }, { rules }).routing.holdUntil).toBeNull();
  });

  it('says everything else, and that it was the one', () => {
    const rules = [rule({ severity: 'SEV3', incidentType: 'defect', urgency: 'low', tags: ['eu'], runbookId: 'book' })];
    expect(arriving({}, { rules })).toMatchObject({
      severity: 'SEV3', routing: { type: 'defect', urgency: 'low', tags: ['eu'], runbookId: 'book', routedBy: { by: 'rule', id: 'rule', name: 'Quiet nights', why: 'every alert' } },
    });
  });

  it('suppresses by its name', () => {
    expect(arriving({}, { rules: [rule('suppress')] }).suppressedBy).toBe('Quiet nights');
    expect(arriving({ status: 'resolved' }, { rules: [rule('suppress')] }).suppressedBy).toBeNull();
  });

  it('sends to another service, with its policy and its groups', () => {
    const arrival = arriving({ groupKey: 'g' }, { rules: [rule({ serviceId: 'cards' })] });
    expect(arrival).toMatchObject({ service: { id: 'cards' }, policy: { id: 'cardsPolicy' }, groupOpenId: 'open/group/cards/g' });
  });

  it.each([
    { what: 'a service that is gone', serviceId: 'gone', configured: {} },
    { what: 'one whose policy is gone', serviceId: 'cards', configured: { policies: { policy: samplePolicy() } } },
  ])('that names $what leaves the alert where it came from: it must page somebody', ({ serviceId, configured }) => {
    expect(arriving({}, { rules: [rule({ serviceId })], configured })).toMatchObject({ service: { id: 'checkout' }, policy: { id: 'policy' } });
  });

  it('counts from one alert to the next', () => {
    const rules = [rule({ urgency: 'low' }, { atLeast: { count: 2, withinMinutes: 5 } })];
    const configured: Classifying = { services: { checkout }, policies, windows: {}, severities: defaultSeverityPolicy };
    const one = arrive(sampleParsedAlert(), { integration, service: checkout, rules }, configured, {}, noon, idOf);
    const two = arrive(sampleParsedAlert(), { integration, service: checkout, rules }, configured, one.counts, noon + 5 * MINUTE, idOf);
    expect([one, two].map(({ arrival }) => arrival.routing.urgency)).toEqual([null, 'low']);
    expect(two.counts).toEqual({ rule: [noon, noon + 5 * MINUTE] });
  });
});

describe('groups', () => {
  const by = (grouping: Grouping) => sampleService({ grouping });
  const fields = (overSource: boolean) => by({ by: 'fields', fields: ['label.cluster'], overSource });
  const all = (overSource: boolean) => by({ by: 'service', windowMinutes: 10, overSource });
  const labels = { cluster: 'eu' };

  it("are the source's own, per service", () => {
    expect(arriving({ groupKey: 'g' })).toMatchObject({ groupOpenId: 'open/group/checkout/g', groupWithin: null });
  });

  it("are the service's where the source has none, and otherwise only where it says so", () => {
    const own = 'open/group/checkout/g';
    expect(arriving({ labels }, { service: fields(false) }).groupOpenId).not.toBeNull();
    expect(arriving({ labels, groupKey: 'g' }, { service: fields(false) }).groupOpenId).toBe(own);
    expect(arriving({ labels, groupKey: 'g' }, { service: fields(true) }).groupOpenId).toBe(arriving({ labels }, { service: fields(true) }).groupOpenId);
    expect(arriving({ groupKey: 'g' }, { service: all(false) })).toMatchObject({ groupOpenId: own, groupWithin: null });
    expect(arriving({ groupKey: 'g' }, { service: all(true) })).toMatchObject({ groupOpenId: 'open/service/checkout', groupWithin: 10 * MINUTE });
  });

  it('of fields are apart for other values', () => {
    const [eu, us] = ['eu', 'us'].map((cluster) => arriving({ labels: { cluster } }, { service: fields(true) }).groupOpenId);
    expect(eu).not.toBe(us);
  });

  it('of a rule come before all others, and know no time', () => {
    const rules = [rule({ groupKey: 'storm {label.cluster}' })];
    for (const service of [checkout, fields(true), all(true)]) {
      expect(arriving({ labels, groupKey: 'g' }, { rules, service })).toMatchObject({ groupOpenId: 'open/group/checkout/storm eu', groupWithin: null });
    }
  });

  it("of a source that end are sought only where they decide", () => {
    expect(openIdOfSourceGroup('g', checkout, idOf)).toBe(arriving({ groupKey: 'g' }).groupOpenId);
    expect(openIdOfSourceGroup('g', fields(false), idOf)).toBe('open/group/checkout/g');
    expect(openIdOfSourceGroup('g', fields(true), idOf)).toBeNull();
    expect(openIdOfSourceGroup('g', all(true), idOf)).toBeNull();
  });
});

describe('a maintenance window', () => {
  it('collects in one incident of its own per service and occurrence, until it ends', () => {
    expect(arriving({ groupKey: 'g' }, { windows: [maintenance()], service: sampleService({ grouping: { by: 'service', windowMinutes: 10, overSource: true } }) })).toMatchObject({
      groupOpenId: `open/maintenance/checkout/w/${noon - HOUR}`, groupWithin: null, suppressedBy: null,
      routing: { holdUntil: noon + HOUR, routedBy: { by: 'maintenance', id: 'w', name: 'Database upgrade', why: '' } },
    });
  });

  it('and a rule that holds off wait for the later of both', () => {
    const rules = [rule({ holdOffSeconds: 3600 })];
    expect(arriving({}, { rules, windows: [maintenance({ time: { kind: 'once', startsAt: noon - HOUR, endsAt: noon + MINUTE } })] }).routing.holdUntil).toBe(noon + HOUR);
    expect(arriving({}, { rules, windows: [maintenance({ time: { kind: 'once', startsAt: noon - HOUR, endsAt: noon + 2 * HOUR } })] }).routing.holdUntil).toBe(noon + 2 * HOUR);
  });

  it('suppresses by its name, without a group or a wait of its own', () => {
    expect(arriving({ groupKey: 'g' }, { windows: [maintenance({ mode: 'suppress' })] })).toMatchObject({
      suppressedBy: 'Database upgrade', groupOpenId: 'open/group/checkout/g', routing: { holdUntil: null, routedBy: null },
    });
  });

  it('is not about what ends or is acknowledged', () => {
    for (const status of ['resolved', 'acknowledged'] as const) {
      expect(arriving({ status, groupKey: 'g' }, { windows: [maintenance(), maintenance({ id: 's', mode: 'suppress' })] }))
        .toMatchObject({ suppressedBy: null, groupOpenId: 'open/group/checkout/g', routing: { holdUntil: null } });
    }
  });

  it('counts for the service that a rule sends to, not for the one that it came from', () => {
    const rules = [rule({ serviceId: 'cards' })];
    expect(arriving({}, { rules, windows: [maintenance()] }).routing.holdUntil).toBeNull();
    expect(arriving({}, { rules, windows: [maintenance({ serviceIds: ['cards'] })] }).routing.holdUntil).toBe(noon + HOUR);
  });

  it.each([
    { what: 'has ended', window: maintenance({ time: { kind: 'once', startsAt: noon - HOUR, endsAt: noon } }) },
    { what: 'was ended by hand', window: maintenance({ endedAt: noon }) },
    { what: 'has not begun', window: maintenance({ time: { kind: 'once', startsAt: noon + 1, endsAt: noon + HOUR } }) },
    { what: 'is about other alerts', window: maintenance({ tests: [{ field: 'label.env', operator: 'is', values: ['staging'] }] }) },
  ])('that $what decides nothing', ({ window }) => {
    expect(arriving({}, { windows: [window] })).toMatchObject({ groupOpenId: null, routing: { holdUntil: null } });
  });

  it('leaves a rule what it decides besides', () => {
    expect(arriving({}, { rules: [rule({ severity: 'SEV3', tags: ['eu'] })], windows: [maintenance()] })).toMatchObject({ severity: 'SEV3', routing: { tags: ['eu'], routedBy: { by: 'maintenance' } } });
    expect(arriving({}, { rules: [rule('suppress')], windows: [maintenance()] }).suppressedBy).toBe('Quiet nights');
  });
});

describe('what decides about an integration', () => {
  const configured = { integrations: { prom: integration }, services: { checkout }, policies, windows: {}, severities: defaultSeverityPolicy };
  const lists = {
    'integration.prom': { id: 'integration.prom', scope: { kind: 'integration', id: 'prom' } as const, rules: [rule({}), { ...rule({}), id: 'own2' }] },
    'service.checkout': { id: 'service.checkout', scope: { kind: 'service', id: 'checkout' } as const, rules: [{ ...rule({}), id: 'services' }] },
    'service.cards': { id: 'service.cards', scope: { kind: 'service', id: 'cards' } as const, rules: [{ ...rule({}), id: 'foreign' }] },
  };

  it('are its own rules, then those of its service', () => {
    expect(groundIn('prom', { ...configured, rules: lists })?.rules.map(({ id }) => id)).toEqual(['rule', 'own2', 'services']);
    expect(groundIn('prom', { ...configured, rules: {} })?.rules).toEqual([]);
  });

  it('is nothing where it, its service or that policy does not exist', () => {
    expect(groundIn('gone', { ...configured, rules: {} })).toBeUndefined();
    expect(groundIn('prom', { ...configured, services: {}, rules: {} })).toBeUndefined();
    expect(groundIn('prom', { ...configured, policies: {}, rules: {} })).toBeUndefined();
  });
});
