import { describe, expect, it } from 'vitest';
import { noon, sampleArrival, sampleFacts, sampleHints } from '../samples';
import { sampleInbox } from '../sampleInbox';
import { acknowledge } from '../incident/take';
import { DAY, HOUR, MINUTE, SECOND } from '../time/instant';
import { alertmanager } from './alertmanager/alertmanager';
import type { GroupEnd } from './fold';

const facts = sampleFacts();
const priya = { userId: 'priya', name: 'Priya' };
const first = 'INC-000001';
const second = 'INC-000002';
const actions = (results: readonly { action: string; incidentId: string | null }[]) => results.map(({ action, incidentId }) => `${action} ${incidentId}`);

describe('where an alert goes', () => {
  it('to the open incident of its dedup key, of its group, or to a new one', () => {
    const { results } = sampleInbox(facts).receive([
      sampleArrival({ dedupKey: 'a', groupKey: 'g' }), sampleArrival({ dedupKey: 'a', groupKey: 'g' }),
      sampleArrival({ dedupKey: 'b', groupKey: 'g' }), sampleArrival({ dedupKey: 'c', groupKey: 'other' }), sampleArrival({ dedupKey: 'd' }),
    ], noon);
    expect(actions(results)).toEqual([`triggered ${first}`, `deduplicated ${first}`, `grouped ${first}`, `triggered ${second}`, 'triggered INC-000003']);
  });

  it('an open dedup key wins over a new group', () => {
    const inbox = sampleInbox(facts);
    inbox.receive([sampleArrival({ dedupKey: 'a', groupKey: 'g1' }), sampleArrival({ dedupKey: 'b', groupKey: 'g2' })], noon);
    expect(actions(inbox.receive(sampleArrival({ dedupKey: 'a', groupKey: 'g2' }), noon + 1).results)).toEqual([`deduplicated ${first}`]);
  });

  it('the key of an alert that joined by its group finds the incident without the group', () => {
    const inbox = sampleInbox(facts);
    inbox.receive([sampleArrival({ dedupKey: 'a', groupKey: 'g' }), sampleArrival({ dedupKey: 'b', groupKey: 'g' })], noon);
    expect(actions(inbox.receive(sampleArrival({ dedupKey: 'b' }), noon + 1).results)).toEqual([`deduplicated ${first}`]);
  });

  it('a group whose incident has ended begins a new one', () => {
    const inbox = sampleInbox(facts);
    inbox.receive(sampleArrival({ dedupKey: 'a', groupKey: 'g' }), noon);
    inbox.receive(sampleArrival({ dedupKey: 'a', groupKey: 'g', status: 'resolved' }), noon + 1);
    expect(actions(inbox.receive(sampleArrival({ dedupKey: 'b', groupKey: 'g' }), noon + 2).results)).toEqual([`triggered ${second}`]);
  });

  it('one result per alert, in the order of the alerts', () => {
    const { results } = sampleInbox(facts).receive(['a', 'b', 'a', 'c'].map((dedupKey) => sampleArrival({ dedupKey })), noon);
    expect(results.map(({ dedupKey }) => dedupKey)).toEqual(['a', 'b', 'a', 'c']);
  });

  it('an acknowledge or resolve of what nobody has heard of opens nothing', () => {
    const { results, turns } = sampleInbox(facts).receive([sampleArrival({ status: 'acknowledged' }), sampleArrival({ status: 'resolved' })], noon);
    expect(actions(results)).toEqual(['ignored null', 'ignored null']);
    expect(turns).toEqual({});
  });
});

describe('a group key that names nothing', () => {
  /** Alerts of one Alertmanager whose route groups by nothing. */
  const ungrouped = (...alerts: { alertname: string; service: string; instance: string }[]) => {
    const parsed = alertmanager.parse({ groupKey: '{}:{}', status: 'firing', alerts: alerts.map((labels) => ({ status: 'firing', labels })) }, sampleHints);
    if (!parsed.ok) throw new Error('not parsed');
    return parsed.alerts.map((alert) => sampleArrival(alert));
  };

  it('({}:{}) becomes alert name and service, so that strangers do not share an incident', () => {
    const { results } = sampleInbox(facts).receive(ungrouped(
      { alertname: 'DiskFull', service: 'orders', instance: '1' }, { alertname: 'DiskFull', service: 'orders', instance: '2' },
      { alertname: 'DiskFull', service: 'cards', instance: '3' }, { alertname: 'Down', service: 'orders', instance: '1' },
    ), noon);
    expect(actions(results)).toEqual([`triggered ${first}`, `grouped ${first}`, `triggered ${second}`, 'triggered INC-000003']);
  });
});

describe('a batch', () => {
  it('is one line per kind of change, however many alerts, with exact counts', () => {
    const inbox = sampleInbox(facts);
    const burst = Array.from({ length: 500 }, (_, index) => sampleArrival({ dedupKey: `a${index % 100}`, groupKey: 'g', title: `Alert ${index % 100}` }));
    const { turns } = inbox.receive(burst, noon);
    expect(turns[first]?.changes.map(({ type }) => type)).toEqual(['triggered', 'paged', 'alertsJoined']);
    expect(turns[first]?.changes.at(-1)).toMatchObject({ count: 99, titles: ['Alert 1', 'Alert 2', 'Alert 3', 'Alert 4', 'Alert 5'] });
    expect(turns[first]?.requests).toHaveLength(1);
    expect(inbox.incident(first).alertCounts).toEqual({ firing: 100, total: 100, events: 500 });
    expect(inbox.alertsOf(first).map(({ count }) => count)).toEqual(Array.from({ length: 100 }, () => 5));
  });

  it('is what its alerts are one by one', () => {
    const arrivals = ['firing', 'resolved', 'firing', 'firing', 'acknowledged'].map((status, index) =>
      sampleArrival({ status: status as 'firing', dedupKey: `a${index % 2}`, groupKey: 'g' })); // One of the five statuses above.
    const [together, apart] = [sampleInbox(facts), sampleInbox(facts)];
    together.receive(arrivals, noon);
    for (const arrival of arrivals) apart.receive(arrival, noon);
    expect(together.incidents()).toEqual(apart.incidents());
    expect(together.alertsOf(first)).toEqual(apart.alertsOf(first));
  });

  it('pages nobody for what it also ends or takes', () => {
    for (const status of ['resolved', 'acknowledged'] as const) {
      const { turns } = sampleInbox(facts).receive([sampleArrival(), sampleArrival({ status })], noon);
      expect(turns[first]).toMatchObject({ requests: [], incident: { status } });
    }
  });

  it('that triggers twice pages each once, for the last episode', () => {
    const inbox = sampleInbox(facts);
    const { turns } = inbox.receive([
      sampleArrival({ groupKey: 'g', severityWord: 'info' }), sampleArrival({ dedupKey: 'b', groupKey: 'g', severityWord: 'critical' }),
    ], noon);
    expect(turns[first]).toMatchObject({ incident: { urgency: 'high', escalation: { episode: 2 } }, requests: [{ to: { userId: 'priya' }, cause: '0.0', dueAt: noon }] });
  });

  it('leaves what it was given as it was', () => {
    const arrivals = Object.freeze([sampleArrival({ groupKey: 'g' }), sampleArrival({ dedupKey: 'b', groupKey: 'g' })]);
    const copy = structuredClone(arrivals);
    sampleInbox(facts).receive(arrivals, noon);
    expect(arrivals).toEqual(copy);
  });
});

describe('a group that ended', () => {
  const ended = (endedAt: number, receivedAt = endedAt): GroupEnd => ({
    endedGroup: { groupOpenId: 'group-g', endedAt }, receivedAt, integration: { id: 'integration', name: 'Alertmanager' }, service: facts.service, policy: facts.policy,
  });
  const firing = () => {
    const inbox = sampleInbox(facts);
    inbox.receive(['a', 'b'].map((dedupKey) => sampleArrival({ dedupKey, groupKey: 'g', startedAt: noon - MINUTE })), noon);
    return inbox;
  };

  it('ends its alerts whose own end was not heard, and with the last of them the incident', () => {
    const inbox = firing();
    inbox.receive(sampleArrival({ dedupKey: 'a', groupKey: 'g', status: 'resolved', startedAt: noon - MINUTE, endedAt: noon + HOUR }), noon + HOUR);
    const { results, turns } = inbox.receive([ended(noon + HOUR)], noon + HOUR);
    expect(results).toEqual([]);
    expect(turns[first]?.changes).toMatchObject([{ type: 'alertsResolved', count: 1 }, { type: 'resolved', by: 'source' }]);
    expect(inbox.incident(first)).toMatchObject({ status: 'resolved', alertCounts: { firing: 0, total: 2 } });
    expect(inbox.alertsOf(first).map(({ status }) => status)).toEqual(['resolved', 'resolved']);
  });

  it.each([
    { what: 'has started since, by the clock of the source', startedAt: noon + 2 * SECOND, seenAt: noon, endReceivedAt: noon + 3 * SECOND },
    { what: 'was seen firing since', startedAt: noon - MINUTE, seenAt: noon + 2 * SECOND, endReceivedAt: noon + SECOND },
  ])('does not end what $what', ({ startedAt, seenAt, endReceivedAt }) => {
    const inbox = firing();
    inbox.receive(sampleArrival({ dedupKey: 'a', groupKey: 'g', startedAt }, seenAt), noon + 2 * SECOND);
    inbox.receive([ended(noon + SECOND, endReceivedAt)], noon + 3 * SECOND);
    expect(inbox.incident(first).alertCounts.firing).toBe(1);
    expect(inbox.alertsOf(first).map(({ id, status }) => [id, status])).toEqual([['alert-a', 'firing'], ['alert-b', 'resolved']]);
  });

  it('does not end what another integration reports under a group of the same name', () => {
    const inbox = firing();
    const elsewhere = { ...sampleArrival({ dedupKey: 'c', groupKey: 'g', startedAt: noon - MINUTE }), integration: { id: 'other', name: 'Alertmanager of another cluster' } };
    inbox.receive(elsewhere, noon);
    inbox.receive([ended(noon + SECOND)], noon + SECOND);
    expect(inbox.incident(first)).toMatchObject({ status: 'triggered', alertCounts: { firing: 1, total: 3 } });
    expect(inbox.alertsOf(first).find(({ status }) => status === 'firing')?.id).toBe('alert-c');
  });

  it('does not end an alert of another group in the same incident', () => {
    const inbox = firing();
    inbox.receive(sampleArrival({ dedupKey: 'a', groupKey: 'moved', startedAt: noon - MINUTE }), noon + 1);
    inbox.receive([ended(noon + SECOND)], noon + SECOND);
    expect(inbox.alertsOf(first).map(({ id, status }) => [id, status])).toEqual([['alert-a', 'firing'], ['alert-b', 'resolved']]);
  });

  it('that nobody has heard of, or whose incident is closed, is nothing', () => {
    expect(sampleInbox(facts).receive([ended(noon)], noon)).toMatchObject({ turns: {}, alerts: {}, results: [] });
    const inbox = firing();
    inbox.receive([ended(noon + 1)], noon + 1);
    expect(inbox.receive([ended(noon + 2)], noon + 2).turns).toEqual({});
  });
});

it('a resolve that came before the last report but is decided after it ends nothing, where the source tells no time', () => {
  const inbox = sampleInbox(facts);
  inbox.receive(sampleArrival({}, noon), noon);
  inbox.receive(sampleArrival({}, noon + 2 * SECOND), noon + 2 * SECOND);
  expect(actions(inbox.receive(sampleArrival({ status: 'resolved' }, noon + SECOND), noon + 3 * SECOND).results)).toEqual([`ignored ${first}`]);
  expect(actions(inbox.receive(sampleArrival({ status: 'resolved' }, noon + 4 * SECOND), noon + 4 * SECOND).results)).toEqual([`resolved ${first}`]);
});

it('keys stay with the incident that has them, and pass to the linked one with the group', () => {
  const inbox = sampleInbox(facts);
  inbox.receive(sampleArrival({ dedupKey: 'a', groupKey: 'g' }), noon);
  inbox.command(first, (incident) => acknowledge(incident, priya, facts.severities, noon));
  inbox.receive(sampleArrival({ dedupKey: 'b', groupKey: 'g' }), noon + DAY);
  expect(Object.fromEntries(inbox.openKeys())).toEqual({ 'dedup-a': first, 'dedup-b': second, 'group-g': second });
});
