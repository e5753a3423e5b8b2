import { describe, expect, it } from 'vitest';
import { reopen, resolve, setMilestone } from '../incident/finish';
import type { Arrival } from '../incident/join';
import { noRouting } from '../incident/open';
import { acknowledge } from '../incident/take';
import { noon, sampleArrival, sampleFacts } from '../samples';
import { type SampleInbox, sampleInbox } from '../sampleInbox';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../time/instant';

// What routing adds to deciding: keys that a rule made, suppression, groups of a time window, and reports of a run that is over.

const facts = sampleFacts();
const priya = { userId: 'priya', name: 'Priya' };
const [first, second] = ['INC-000001', 'INC-000002'];
type Fields = Parameters<typeof sampleArrival>[0];

const actions = (results: readonly { action: string; incidentId: string | null }[]) => results.map(({ action, incidentId }) => `${action} ${incidentId}`);
const receive = (inbox: SampleInbox, ...arrivals: Arrival[]) => actions(inbox.receive(arrivals, Math.max(...arrivals.map(({ receivedAt }) => receivedAt))).results);

describe('a rule gives an alert another dedup key', () => {
  /** As its source sent it, with the key that a rule made of it. */
  const renamed = (sent: string, dedupKey: string, fields: Fields = {}, receivedAt: Instant = noon): Arrival =>
    ({ ...sampleArrival({ ...fields, dedupKey }, receivedAt), alias: { openId: `dedup-${sent}`, alertId: `alert-${sent}` } });
  const opened = (...arrivals: Arrival[]) => {
    const inbox = sampleInbox(facts);
    inbox.receive(arrivals, noon);
    return inbox;
  };
  const resolved: Fields = { status: 'resolved' };

  it('is open under both, and two that get the same key are one alert', () => {
    const inbox = sampleInbox(facts);
    expect(receive(inbox, renamed('s1', 'K'), renamed('s2', 'K'))).toEqual([`triggered ${first}`, `deduplicated ${first}`]);
    expect(inbox.incident(first).alertCounts).toEqual({ firing: 1, total: 1, events: 2 });
    expect(inbox.alertsOf(first)).toMatchObject([{ id: 'alert-K', dedupKey: 'K', count: 2 }]);
    expect(Object.fromEntries(inbox.openKeys())).toEqual({ 'dedup-K': first, 'dedup-s1': first, 'dedup-s2': first });
  });

  it.each([
    { what: 'by the key that the rule makes of it', end: renamed('s1', 'K', resolved) },
    { what: 'by nothing but the key that its source sent', end: sampleArrival({ ...resolved, dedupKey: 's1' }) },
  ])('ends $what', ({ end }) => {
    const inbox = opened(renamed('s1', 'K'));
    expect(receive(inbox, end)).toEqual([`resolved ${first}`]);
    expect(inbox.incident(first)).toMatchObject({ status: 'resolved', alertCounts: { firing: 0, total: 1 } });
    expect(inbox.alertsOf(first)).toMatchObject([{ id: 'alert-K', status: 'resolved' }]);
    expect(inbox.openKeys().size).toBe(0);
  });

  it('of two that share it, the end of either is heard by the sent key alone, whichever came first', () => {
    for (const sent of ['s1', 's2']) {
      const inbox = opened(renamed('s1', 'K'), renamed('s2', 'K'));
      expect(receive(inbox, sampleArrival({ ...resolved, dedupKey: sent }))).toEqual([`resolved ${first}`]);
      expect(inbox.incident(first).status).toBe('resolved');
    }
  });

  it('of two that share it, the end of the one that began earlier does not end the other, by the clock of the source', () => {
    const inbox = opened(renamed('s1', 'K', { startedAt: noon - HOUR }), renamed('s2', 'K', { startedAt: noon - MINUTE }));
    expect(receive(inbox, sampleArrival({ ...resolved, dedupKey: 's1', startedAt: noon - HOUR, endedAt: noon }))).toEqual([`ignored ${first}`]);
    expect(receive(inbox, sampleArrival({ ...resolved, dedupKey: 's2', startedAt: noon - MINUTE, endedAt: noon }))).toEqual([`resolved ${first}`]);
  });

  it('of two that share it, one that goes on is heard again after the end of the other, which itself may be late', () => {
    const [older, younger] = [{ startedAt: noon - HOUR }, { startedAt: noon - MINUTE }];
    const inbox = opened(renamed('s1', 'K', older), renamed('s2', 'K', younger));
    const endsYounger = sampleArrival({ ...resolved, ...younger, dedupKey: 's2', endedAt: noon + SECOND }, noon + SECOND);
    expect(receive(inbox, endsYounger)).toEqual([`resolved ${first}`]);
    expect(receive(inbox, renamed('s2', 'K', younger, noon + MINUTE))).toEqual([`ignored ${first}`]);
    expect(receive(inbox, renamed('s1', 'K', older, noon + MINUTE))).toEqual([`triggered ${second}`]);
  });

  it('is acknowledged and amended by the sent key alone, too', () => {
    const inbox = opened(renamed('s1', 'K'));
    const amends = { title: 'Renamed by its source', description: null, severityWord: null, note: null };
    expect(receive(inbox, sampleArrival({ dedupKey: 's1', amends }), sampleArrival({ dedupKey: 's1', status: 'acknowledged' })))
      .toEqual([`deduplicated ${first}`, `acknowledged ${first}`]);
    expect(inbox.alertsOf(first)).toMatchObject([{ id: 'alert-K', title: 'Renamed by its source', status: 'acknowledged' }]);
  });

  it('is ended within the batch that opened it', () => {
    expect(receive(sampleInbox(facts), renamed('s1', 'K'), sampleArrival({ ...resolved, dedupKey: 's1' }))).toEqual([`triggered ${first}`, `resolved ${first}`]);
  });

  it('that its sent key repeats without the rule is the same alert', () => {
    const inbox = opened(renamed('s1', 'K'));
    expect(receive(inbox, sampleArrival({ dedupKey: 's1' }))).toEqual([`deduplicated ${first}`]);
    expect(inbox.incident(first).alertCounts).toEqual({ firing: 1, total: 1, events: 2 });
    expect(inbox.alertsOf(first)).toMatchObject([{ id: 'alert-K', dedupKey: 'K', openIds: ['dedup-K', 'dedup-s1'] }]);
  });

  it('goes to the linked incident with both keys, when its own takes nothing new after a day', () => {
    const inbox = opened(sampleArrival({ dedupKey: 'steady', groupKey: 'g' }), renamed('s1', 'K', { groupKey: 'g' }));
    inbox.command(first, (incident) => acknowledge(incident, priya, facts.severities, noon));
    receive(inbox, sampleArrival({ ...resolved, dedupKey: 's1' }));
    expect(receive(inbox, sampleArrival({ dedupKey: 's1' }, noon + DAY))).toEqual([`triggered ${second}`]);
    expect(receive(inbox, sampleArrival({ dedupKey: 's1' }, noon + DAY), renamed('s1', 'K', {}, noon + DAY))).toEqual([`deduplicated ${second}`, `deduplicated ${second}`]);
    expect(inbox.incident(second).alertCounts).toEqual({ firing: 1, total: 1, events: 3 });
  });

  describe('while it is open under its own already: the rule is new, or counts from the third', () => {
    it('its repeats stay with the incident that has it', () => {
      const inbox = opened(sampleArrival({ dedupKey: 's1' }));
      expect(receive(inbox, renamed('s1', 'K'))).toEqual([`deduplicated ${first}`]);
      expect(inbox.incidents()).toHaveLength(1);
      expect(inbox.alertsOf(first)).toMatchObject([{ id: 'alert-s1', dedupKey: 's1', count: 2, openIds: ['dedup-s1'] }]);
    });

    it.each([
      { what: 'renamed', end: renamed('s1', 'K', resolved) },
      { what: 'plain', end: sampleArrival({ ...resolved, dedupKey: 's1' }) },
    ])('its $what end closes that incident, also where another is open under the new key', ({ end }) => {
      const inbox = opened(sampleArrival({ dedupKey: 's1' }));
      expect(receive(inbox, renamed('s2', 'K'), renamed('s1', 'K'), end)).toEqual([`triggered ${second}`, `deduplicated ${first}`, `resolved ${first}`]);
      expect(inbox.incident(first)).toMatchObject({ status: 'resolved', alertCounts: { firing: 0 } });
      expect(inbox.incident(second)).toMatchObject({ status: 'triggered', alertCounts: { firing: 1, events: 1 } });
      expect(receive(inbox, renamed('s2', 'K', resolved))).toEqual([`resolved ${second}`]);
    });

    it('and once that has closed, it is open under the new key', () => {
      const inbox = opened(sampleArrival({ dedupKey: 's1' }));
      expect(receive(inbox, sampleArrival({ ...resolved, dedupKey: 's1' }), renamed('s1', 'K'), renamed('s1', 'K', resolved))).toEqual([`resolved ${first}`, `triggered ${second}`, `resolved ${second}`]);
      expect(inbox.alertsOf(second)).toMatchObject([{ id: 'alert-K', dedupKey: 'K' }]);
    });
  });

  it('binds nobody once its run is over: without the rule the next run is its own alert, beside one of that key', () => {
    const inbox = opened(renamed('s1', 'K'), renamed('s1', 'K', resolved));
    expect(receive(inbox, renamed('s2', 'K', { groupKey: 'g' }), sampleArrival({ dedupKey: 's1', groupKey: 'g' }))).toEqual([`triggered ${second}`, `grouped ${second}`]);
    expect(inbox.alertsOf(second).map(({ id, dedupKey }) => [id, dedupKey])).toEqual([['alert-K', 'K'], ['alert-s1', 's1']]);
    expect(receive(inbox, sampleArrival({ dedupKey: 's1' }), sampleArrival({ ...resolved, dedupKey: 's1' }))).toEqual([`deduplicated ${second}`, `resolved ${second}`]);
    expect(inbox.incident(second).alertCounts).toEqual({ firing: 1, total: 2, events: 3 });
  });

  it('is told apart from an alert of the same key that is of no rule', () => {
    const inbox = opened(sampleArrival({ dedupKey: 'K' }));
    expect(receive(inbox, renamed('s1', 'K'))).toEqual([`deduplicated ${first}`]);
    expect(receive(inbox, sampleArrival({ ...resolved, dedupKey: 's1' }))).toEqual([`resolved ${first}`]);
  });

  it('that nobody has heard of is ended by nothing', () => {
    expect(receive(sampleInbox(facts), renamed('s1', 'K', resolved), sampleArrival({ ...resolved, dedupKey: 's1' }))).toEqual(['ignored null', 'ignored null']);
  });

  it('joins the group of its incident with both keys, and is ended by the sent one', () => {
    const inbox = opened(sampleArrival({ dedupKey: 'a', groupKey: 'g' }), renamed('s1', 'K', { groupKey: 'g' }));
    expect(receive(inbox, sampleArrival({ ...resolved, dedupKey: 's1' }))).toEqual([`resolved ${first}`]);
    expect(inbox.incident(first).alertCounts).toEqual({ firing: 1, total: 2, events: 2 });
  });
});

it('an alert that goes on in the linked incident, because its own takes nothing new, is ended there', () => {
  const inbox = sampleInbox(facts);
  const grouped = (dedupKey: string, receivedAt: Instant, fields: Fields = {}) => sampleArrival({ dedupKey, groupKey: 'g', ...fields }, receivedAt);
  receive(inbox, grouped('steady', noon), grouped('b', noon), grouped('b', noon, { status: 'resolved' }));
  inbox.command(first, (incident) => acknowledge(incident, priya, facts.severities, noon));
  const later = noon + DAY;
  expect(receive(inbox, grouped('c', later), grouped('b', later), grouped('b', later, { status: 'resolved' }), grouped('b', later), grouped('b', later, { status: 'resolved' })))
    .toEqual([`triggered ${second}`, `grouped ${second}`, `resolved ${second}`, `deduplicated ${second}`, `resolved ${second}`]);
  expect(inbox.incident(second).alertCounts).toEqual({ firing: 1, total: 2, events: 3 });
});

it('an alert whose key another incident had for a while is ended where it fires', () => {
  const inbox = sampleInbox(facts);
  const grouped = (dedupKey: string, fields: Fields = {}) => sampleArrival({ dedupKey, groupKey: 'g', ...fields });
  receive(inbox, grouped('a'), grouped('b'));
  inbox.command(first, (incident) => resolve(incident, priya, noon));
  // Another takes the key; the first is reopened without it; the other closes.
  receive(inbox, sampleArrival({ dedupKey: 'b' }));
  inbox.command(first, (incident) => reopen(incident, facts, noon));
  receive(inbox, sampleArrival({ dedupKey: 'b', status: 'resolved' }));
  expect(receive(inbox, grouped('b'), sampleArrival({ dedupKey: 'b', status: 'resolved' }))).toEqual([`deduplicated ${first}`, `resolved ${first}`]);
  expect(inbox.incident(first).alertCounts).toMatchObject({ firing: 1, total: 2 });
});

describe('what is suppressed', () => {
  const suppressed = (fields: Fields = {}, receivedAt: Instant = noon): Arrival => ({ ...sampleArrival(fields, receivedAt), suppressedBy: 'Quiet nights' });

  it('opens nothing, joins nothing and is not counted', () => {
    const inbox = sampleInbox(facts);
    inbox.receive(sampleArrival({ dedupKey: 'a', groupKey: 'g' }), noon);
    const before = inbox.incident(first);
    expect(inbox.receive([suppressed({ dedupKey: 'b', groupKey: 'g' }), suppressed({ dedupKey: 'c' })], noon)).toEqual({
      turns: {}, alerts: {}, opened: {}, aliases: {}, results: [{ dedupKey: 'b', action: 'suppressed', incidentId: null }, { dedupKey: 'c', action: 'suppressed', incidentId: null }],
    });
    expect(inbox.incident(first)).toBe(before);
  });

  it('is only what would be new: a repeat of what is open counts, and a worse one raises it', () => {
    const inbox = sampleInbox(facts);
    inbox.receive(sampleArrival({ severityWord: 'error' }), noon);
    expect(receive(inbox, suppressed({ severityWord: 'critical' }))).toEqual([`deduplicated ${first}`]);
    expect(inbox.incident(first)).toMatchObject({ severity: 'SEV1', alertCounts: { events: 2 } });
  });

  it('is not a run that follows in an incident that is open: it triggers what is watched', () => {
    const inbox = sampleInbox(facts);
    inbox.receive(sampleArrival(), noon);
    inbox.command(first, (incident) => setMilestone(incident, 'fixDeployed', priya, facts.severities, noon));
    inbox.receive(sampleArrival({ status: 'resolved' }), noon + SECOND);
    expect(receive(inbox, suppressed())).toEqual([`deduplicated ${first}`]);
    expect(inbox.incident(first)).toMatchObject({ status: 'triggered', alertCounts: { firing: 1 } });
  });

  it('is a run that follows after the incident has closed', () => {
    const inbox = sampleInbox(facts);
    expect(receive(inbox, sampleArrival(), sampleArrival({ status: 'resolved' }), suppressed())).toEqual([`triggered ${first}`, `resolved ${first}`, 'suppressed null']);
  });

  it('is what would open a linked incident, because its own takes nothing new after a day', () => {
    const inbox = sampleInbox(facts);
    inbox.receive([sampleArrival({ groupKey: 'g', dedupKey: 'a' }), sampleArrival({ groupKey: 'g', dedupKey: 'b' })], noon);
    inbox.command(first, (incident) => acknowledge(incident, priya, facts.severities, noon));
    inbox.receive(sampleArrival({ dedupKey: 'b', status: 'resolved' }), noon + HOUR);
    expect(receive(inbox, suppressed({ dedupKey: 'b', groupKey: 'g' }, noon + DAY))).toEqual(['suppressed null']);
    // What fires there all along is no news.
    expect(receive(inbox, suppressed({ dedupKey: 'a', groupKey: 'g' }, noon + DAY))).toEqual([`deduplicated ${first}`]);
  });

  it('is no end: a resolve goes through', () => {
    const inbox = sampleInbox(facts);
    inbox.receive(sampleArrival(), noon);
    expect(receive(inbox, suppressed({ status: 'resolved' }))).toEqual([`resolved ${first}`]);
  });

  it('opens an incident as soon as its next report is not suppressed, and that is its first run', () => {
    const inbox = sampleInbox(facts);
    for (const minutes of [0, 1, 2]) receive(inbox, suppressed({}, noon + minutes * MINUTE));
    expect(receive(inbox, sampleArrival({}, noon + 3 * MINUTE))).toEqual([`triggered ${first}`]);
    expect(inbox.incident(first)).toMatchObject({ flapping: null, alertCounts: { firing: 1, total: 1, events: 1 } });
  });
});

describe('a service that groups what comes within a time', () => {
  const within = (dedupKey: string, receivedAt: Instant, fields: Fields = {}): Arrival => ({ ...sampleArrival({ dedupKey, ...fields }, receivedAt), groupOpenId: 'service-checkout', groupWithin: 5 * MINUTE });

  it('joins the incident of its first alert until then, and opens another after', () => {
    const inbox = sampleInbox(facts);
    expect(receive(inbox, within('a', noon))).toEqual([`triggered ${first}`]);
    expect(receive(inbox, within('b', noon + 5 * MINUTE - 1))).toEqual([`grouped ${first}`]);
    expect(receive(inbox, within('c', noon + 5 * MINUTE + 1))).toEqual([`triggered ${second}`]);
    // From then on the second is the group's.
    expect(receive(inbox, within('d', noon + 5 * MINUTE + 2))).toEqual([`grouped ${second}`]);
    expect(inbox.incident(second).linkedTo).toBeNull();
  });

  it('is not prolonged by what joins', () => {
    const inbox = sampleInbox(facts);
    for (const minutes of [0, 2, 4]) receive(inbox, within(`a${minutes}`, noon + minutes * MINUTE));
    expect(receive(inbox, within('late', noon + 6 * MINUTE))).toEqual([`triggered ${second}`]);
  });

  it('a known alert goes where it is, at any time', () => {
    const inbox = sampleInbox(facts);
    receive(inbox, within('a', noon));
    receive(inbox, within('b', noon + HOUR));
    expect(receive(inbox, within('a', noon + 2 * HOUR), within('b', noon + 2 * HOUR), within('a', noon + 2 * HOUR, { status: 'resolved' })))
      .toEqual([`deduplicated ${first}`, `deduplicated ${second}`, `resolved ${first}`]);
  });

  it('one that fires again later, while its incident is open, goes back there', () => {
    const inbox = sampleInbox(facts);
    receive(inbox, within('a', noon), within('b', noon));
    receive(inbox, within('a', noon + MINUTE, { status: 'resolved' }));
    expect(receive(inbox, within('a', noon + HOUR))).toEqual([`deduplicated ${first}`]);
  });
});

describe('a late report of a run whose end closed its incident', () => {
  const start = noon - MINUTE;
  const closed = (resolve: Fields = {}) => {
    const inbox = sampleInbox(facts);
    receive(inbox, sampleArrival({ startedAt: start }), sampleArrival({ status: 'resolved', startedAt: start, endedAt: noon + SECOND, ...resolve }));
    return inbox;
  };

  it('opens nothing, by the clock of its source', () => {
    const inbox = closed();
    expect(receive(inbox, sampleArrival({ startedAt: start }, noon + MINUTE))).toEqual([`ignored ${first}`]);
    expect(receive(inbox, sampleArrival({ startedAt: start - HOUR }, noon + MINUTE))).toEqual([`ignored ${first}`]);
    expect(inbox.incidents()).toHaveLength(1);
    expect(inbox.incident(first)).toMatchObject({ status: 'resolved', alertCounts: { events: 1 } });
  });

  it('is believed after an hour: nothing that goes on firing is unheard for good', () => {
    const inbox = closed();
    expect(receive(inbox, sampleArrival({ startedAt: start }, noon + HOUR))).toEqual([`ignored ${first}`]);
    expect(receive(inbox, sampleArrival({ startedAt: start }, noon + HOUR + 1))).toEqual([`triggered ${second}`]);
  });

  it.each([
    { what: 'that tells no start', fields: { startedAt: null }, resolve: {} },
    { what: 'that started after that end', fields: { startedAt: noon + 2 * SECOND }, resolve: {} },
    { what: 'that started within the run, for it is another', fields: { startedAt: start + 1 }, resolve: {} },
    { what: 'whose end told no time: two clocks can not be compared', fields: { startedAt: start }, resolve: { endedAt: null } },
  ])('a report $what pages: too much rather than nothing', ({ fields, resolve }) => {
    expect(receive(closed(resolve), sampleArrival(fields, noon + MINUTE))).toEqual([`triggered ${second}`]);
  });

  it('is not suppressed, held or grouped either: it is nothing', () => {
    const inbox = closed();
    inbox.receive(sampleArrival({ dedupKey: 'other', groupKey: 'g' }), noon);
    const late = { ...sampleArrival({ startedAt: start, groupKey: 'g' }, noon + MINUTE), suppressedBy: 'Quiet nights', routing: { ...noRouting, holdUntil: noon + HOUR } };
    expect(receive(inbox, late)).toEqual([`ignored ${first}`]);
  });

  it('is told by the renamed key as well', () => {
    const inbox = sampleInbox(facts);
    const renamed = (fields: Fields): Arrival => ({ ...sampleArrival({ dedupKey: 'K', ...fields }), alias: { openId: 'dedup-s1', alertId: 'alert-s1' } });
    receive(inbox, renamed({ startedAt: start }), sampleArrival({ dedupKey: 's1', status: 'resolved', startedAt: start, endedAt: noon }));
    expect(receive(inbox, renamed({ startedAt: start }))).toEqual([`ignored ${first}`]);
  });

  it('a person who ended it while it fired hears of it again: its own end was not told', () => {
    const inbox = sampleInbox(facts);
    receive(inbox, sampleArrival({ startedAt: start }));
    inbox.command(first, (incident) => resolve(incident, priya, noon));
    expect(receive(inbox, sampleArrival({ startedAt: start }, noon + MINUTE))).toEqual([`triggered ${second}`]);
  });
});

describe('what a rule decides about an incident', () => {
  it('is said when it opens, and kept: urgency, type, tags, runbook and the rule', () => {
    const routedBy = { by: 'rule', id: 'r', name: 'Quiet nights', why: 'label.env is staging' } as const;
    const inbox = sampleInbox(facts);
    const { turns } = inbox.receive({ ...sampleArrival(), routing: { type: 'defect', urgency: 'low', tags: ['staging'], runbookId: 'book', routedBy, holdUntil: null } }, noon);
    expect(turns[first]?.changes.slice(0, 2)).toMatchObject([{ type: 'triggered', severity: 'SEV1' }, { type: 'routed', by: 'rule', name: 'Quiet nights', why: 'label.env is staging' }]);
    expect(inbox.incident(first)).toMatchObject({ type: 'defect', urgency: 'low', tags: ['staging'], runbookId: 'book', routedBy, wakeAt: null });
  });

  it('at low urgency does not escalate, and a worse alert that no rule quietens makes it loud', () => {
    const inbox = sampleInbox(facts);
    inbox.receive({ ...sampleArrival({ severityWord: 'error', groupKey: 'g' }), routing: { ...noRouting, urgency: 'low' } }, noon);
    expect(inbox.incident(first)).toMatchObject({ severity: 'SEV2', urgency: 'low', wakeAt: null });
    const { turns } = inbox.receive(sampleArrival({ dedupKey: 'b', severityWord: 'critical', groupKey: 'g' }), noon + SECOND);
    expect(turns[first]).toMatchObject({ requests: [{ kind: 'page', to: { userId: 'priya' } }], incident: { severity: 'SEV1', urgency: 'high', wakeAt: noon + SECOND + MINUTE } });
  });

  it('at low urgency stays quiet when a worse alert of the same rule joins, or its own gets worse', () => {
    for (const dedupKey of ['checkout-503', 'b']) {
      const inbox = sampleInbox(facts);
      const low = (fields: Fields) => ({ ...sampleArrival({ groupKey: 'g', ...fields }), routing: { ...noRouting, urgency: 'low' as const } });
      inbox.receive(low({ severityWord: 'error' }), noon);
      expect(inbox.receive(low({ dedupKey, severityWord: 'critical' }), noon + SECOND).turns[first]).toMatchObject({ requests: [], incident: { severity: 'SEV1', urgency: 'low' } });
    }
  });

  it.each([
    { what: 'that a rule makes loud', joining: { ...sampleArrival({ dedupKey: 'b', groupKey: 'g', severityWord: 'info' }), routing: { ...noRouting, urgency: 'high' as const } } },
    { what: 'that nothing makes quiet', joining: sampleArrival({ dedupKey: 'b', groupKey: 'g', severityWord: 'error' }) },
  ])('at low urgency becomes loud when an alert joins $what', ({ joining }) => {
    const inbox = sampleInbox(facts);
    inbox.receive({ ...sampleArrival({ severityWord: 'error', groupKey: 'g' }), routing: { ...noRouting, urgency: 'low' } }, noon);
    expect(inbox.receive(joining, noon + SECOND).turns[first]).toMatchObject({ requests: [{ kind: 'page', to: { userId: 'priya' } }], incident: { severity: 'SEV2', urgency: 'high' } });
  });

  it('at high urgency pages a low severity loudly', () => {
    const inbox = sampleInbox(facts);
    inbox.receive({ ...sampleArrival({ severityWord: 'info' }), routing: { ...noRouting, urgency: 'high' } }, noon);
    expect(inbox.incident(first)).toMatchObject({ severity: 'SEV4', urgency: 'high', wakeAt: noon + MINUTE });
  });
});
