import { describe, expect, it } from 'vitest';
import { noon, sampleArrival, sampleFacts } from '../samples';
import { sampleInbox } from '../sampleInbox';
import { DAY, MINUTE, SECOND } from '../time/instant';
import { acknowledge, release } from './take';
import { setMilestone, warnsOnResolve, resolve } from './finish';

// "Nothing is swallowed": what becomes of an alert that arrives at an open incident. A test per sentence.

const facts = sampleFacts();
const priya = { userId: 'priya', name: 'Priya' };
const first = 'INC-000001';
const second = 'INC-000002';
const grouped = { groupKey: '{}:{cluster="eu"}' };

/** An inbox in which one SEV2 alert opened an incident. */
function triggered() {
  const inbox = sampleInbox(facts);
  inbox.receive(sampleArrival({ ...grouped, severityWord: 'error' }), noon);
  return inbox;
}
/** …which Priya acknowledged a minute later. */
function acknowledged() {
  const inbox = triggered();
  inbox.command(first, (incident) => acknowledge(incident, priya, facts.severities, noon + MINUTE));
  return inbox;
}
/** …and in which a fix is being watched since the second minute, while the alert still fires. */
function watched() {
  const inbox = acknowledged();
  inbox.command(first, (incident) => setMilestone(incident, 'fixDeployed', priya, facts.severities, noon + 2 * MINUTE));
  return inbox;
}
const another = { ...grouped, severityWord: 'error', dedupKey: 'checkout-503-b' };

describe('while triggered, a joining alert only counts', () => {
  it('neither pages nor starts an episode, and is one line in the timeline', () => {
    const inbox = triggered();
    const before = inbox.incident(first);
    const { results, turns } = inbox.receive(sampleArrival(another), noon + SECOND);
    expect(results).toEqual([{ dedupKey: 'checkout-503-b', action: 'grouped', incidentId: first }]);
    expect(turns[first]?.requests).toEqual([]);
    expect(turns[first]?.changes).toEqual([{ type: 'alertsJoined', count: 1, titles: ['Checkout is answering 503'] }]);
    expect(inbox.incident(first)).toEqual({ ...before, alertCounts: { firing: 2, total: 2, events: 2 } });
  });

  it('so does a repeat of a known alert, without a line', () => {
    const inbox = triggered();
    const { results, turns } = inbox.receive(sampleArrival({ ...grouped, severityWord: 'error' }), noon + SECOND);
    expect(results[0]?.action).toBe('deduplicated');
    expect(turns[first]).toMatchObject({ requests: [], changes: [], incident: { alertCounts: { firing: 1, total: 1, events: 2 } } });
    expect(inbox.alertsOf(first)).toMatchObject([{ count: 2, firstSeenAt: noon }]);
  });

  it('even one with a new name of a new service', () => {
    const { turns } = triggered().receive(sampleArrival({ ...another, name: 'CardsDown', service: 'cards' }), noon + SECOND);
    expect(turns[first]).toMatchObject({ requests: [], incident: { status: 'triggered', escalation: { episode: 1 } } });
  });
});

describe('once acknowledged', () => {
  it('an alert with a new dedup key tells the owner quietly', () => {
    const inbox = acknowledged();
    const { results, turns } = inbox.receive(sampleArrival(another), noon + 2 * MINUTE);
    expect(results[0]?.action).toBe('grouped');
    expect(turns[first]?.requests).toMatchObject([{ kind: 'notice', to: { userId: 'priya' }, what: 'alertJoined', why: 'Checkout is answering 503' }]);
    expect(turns[first]?.incident).toMatchObject({ status: 'acknowledged', escalation: { episode: 1 } });
    expect(turns[first]?.changes).toContainEqual({ type: 'ownerTold', name: 'Priya', title: 'Checkout is answering 503' });
  });

  it('tells the owner once a minute at most, however many join', () => {
    const inbox = acknowledged();
    const told = [0, 10, 59, 61].flatMap((seconds, index) =>
      inbox.receive(sampleArrival({ ...another, dedupKey: `storm-${index}` }), noon + 2 * MINUTE + seconds * SECOND).turns[first]?.requests ?? []);
    expect(told).toHaveLength(2);
  });

  it('a repeat of a known alert tells nobody', () => {
    const { turns } = acknowledged().receive(sampleArrival({ ...grouped, severityWord: 'error' }), noon + 2 * MINUTE);
    expect(turns[first]).toMatchObject({ requests: [], changes: [] });
  });

  const pagesAgain = [
    { sentence: 'it pages again if severity rises', fields: { severityWord: 'critical' }, at: noon + 2 * MINUTE, reason: 'severityRose' },
    { sentence: 'it pages again if its alert name is new', fields: { name: 'CheckoutSlow' }, at: noon + 2 * MINUTE, reason: 'newAlertName' },
    { sentence: 'it pages again if its service is new', fields: { service: 'cards' }, at: noon + 2 * MINUTE, reason: 'newService' },
    { sentence: 'it pages again if the lease ran out', fields: {}, at: noon + 31 * MINUTE, reason: 'leaseRanOut' },
  ];
  it.each(pagesAgain)('$sentence, in a new episode', ({ fields, at, reason }) => {
    const inbox = acknowledged();
    const { turns } = inbox.receive(sampleArrival({ ...another, ...fields }), at);
    expect(turns[first]?.changes).toContainEqual({ type: 'retriggered', reason, title: 'Checkout is answering 503' });
    expect(turns[first]?.requests).toMatchObject([{ kind: 'page', to: { userId: 'priya' }, cause: '0.0', dueAt: at }]);
    expect(inbox.incident(first)).toMatchObject({ status: 'triggered', escalation: { state: 'paging', episode: 2, round: 0, step: 0 }, wakeAt: at + MINUTE });
  });

  it('it pages again where only its source has acknowledged it: nobody could be told quietly', () => {
    const inbox = triggered();
    inbox.receive(sampleArrival({ ...grouped, status: 'acknowledged' }), noon + MINUTE);
    expect(inbox.incident(first)).toMatchObject({ status: 'acknowledged', owner: { userId: null } });
    const { turns } = inbox.receive(sampleArrival({ ...another, name: null }), noon + 2 * MINUTE);
    expect(turns[first]?.changes).toContainEqual({ type: 'retriggered', reason: 'nobodyToTell', title: 'Checkout is answering 503' });
    expect(turns[first]?.requests).toMatchObject([{ kind: 'page', to: { userId: 'priya' } }]);
    expect(inbox.receive(sampleArrival({ ...another, name: null }), noon + 3 * MINUTE).turns[first]?.requests).toEqual([]);
  });

  it('it does not page again one moment before the lease runs out', () => {
    const { turns } = acknowledged().receive(sampleArrival(another), noon + 31 * MINUTE - 1);
    expect(turns[first]?.requests).toMatchObject([{ kind: 'notice' }]);
  });

  it('a known alert that fires again only counts, even under a new name', () => {
    const inbox = acknowledged();
    inbox.receive(sampleArrival({ ...another, dedupKey: 'b' }), noon + 2 * MINUTE);
    inbox.receive(sampleArrival({ ...another, dedupKey: 'b', status: 'resolved' }), noon + 3 * MINUTE);
    const { turns } = inbox.receive(sampleArrival({ ...another, dedupKey: 'b', name: 'Renamed' }), noon + 4 * MINUTE);
    expect(turns[first]).toMatchObject({ requests: [], incident: { status: 'acknowledged', alertCounts: { firing: 2, total: 2, events: 3 } } });
  });

  it('an alert without a name has no new name', () => {
    expect(acknowledged().receive(sampleArrival({ ...another, name: null }), noon + 2 * MINUTE).turns[first]?.requests).toMatchObject([{ kind: 'notice' }]);
  });

  it('whom an earlier episode paged in vain is not being paged in the new one', () => {
    const inbox = triggered();
    inbox.wake(first, noon + MINUTE);
    inbox.command(first, (incident) => acknowledge(incident, priya, facts.severities, noon + 2 * MINUTE));
    inbox.receive(sampleArrival({ ...another, severityWord: 'critical' }), noon + 3 * MINUTE);
    expect(inbox.incident(first).responders).toMatchObject([{ userId: 'priya', state: 'paged' }]);
  });

  it('a known alert that reports a higher severity pages again, and the incident takes that severity', () => {
    const inbox = acknowledged();
    const { turns } = inbox.receive(sampleArrival({ ...grouped, severityWord: 'critical' }), noon + 2 * MINUTE);
    expect(turns[first]?.changes).toContainEqual({ type: 'severitySet', from: 'SEV2', to: 'SEV1' });
    expect(inbox.incident(first)).toMatchObject({ severity: 'SEV1', status: 'triggered', escalation: { episode: 2 } });
  });

  it('an alert of a lower severity does not lower the incident', () => {
    const inbox = acknowledged();
    inbox.receive(sampleArrival({ ...another, severityWord: 'info' }), noon + 2 * MINUTE);
    expect(inbox.incident(first)).toMatchObject({ severity: 'SEV2', urgency: 'high', status: 'acknowledged' });
  });

  it('an acknowledge that the source itself holds has no person to tell, and still pages again for what is new', () => {
    const inbox = triggered();
    inbox.receive(sampleArrival({ ...grouped, status: 'acknowledged' }), noon + MINUTE);
    expect(inbox.incident(first)).toMatchObject({ status: 'acknowledged', owner: { userId: null, name: 'Alertmanager' } });
    const { turns } = inbox.receive(sampleArrival({ ...another, dedupKey: 'c', name: 'CheckoutSlow' }), noon + 3 * MINUTE);
    expect(turns[first]?.requests).toMatchObject([{ kind: 'page', to: { userId: 'priya' } }]);
  });
});

describe('an incident acknowledged for 24 h takes no new alerts: the next opens a linked one', () => {
  const dayLater = noon + MINUTE + DAY;

  it('one moment earlier the alert still joins', () => {
    expect(acknowledged().receive(sampleArrival(another), dayLater - 1).results[0]).toMatchObject({ action: 'grouped', incidentId: first });
  });

  it('from then on it opens a linked incident, which pages and takes over the group', () => {
    const inbox = acknowledged();
    const { results, turns } = inbox.receive(sampleArrival(another), dayLater);
    expect(results[0]).toMatchObject({ action: 'triggered', incidentId: second });
    expect(turns[second]?.requests).toMatchObject([{ kind: 'page', to: { userId: 'priya' } }]);
    expect(inbox.incident(second).linkedTo).toBe(first);
    expect(inbox.receive(sampleArrival({ ...another, dedupKey: 'c' }), dayLater + 1).results[0]).toMatchObject({ action: 'grouped', incidentId: second });
  });

  it('its own alerts go on counting there, and end it', () => {
    const inbox = acknowledged();
    inbox.receive(sampleArrival(another), dayLater);
    expect(inbox.receive(sampleArrival({ ...grouped, severityWord: 'error' }), dayLater + 1).results[0]).toMatchObject({ action: 'deduplicated', incidentId: first });
    inbox.receive(sampleArrival({ ...grouped, status: 'resolved' }), dayLater + 2);
    expect(inbox.incident(first).status).toBe('resolved');
  });

  it('an alert of its own that ended and fires again joins the linked one, and opens no third', () => {
    const inbox = acknowledged();
    inbox.receive(sampleArrival({ ...another, dedupKey: 'b' }), noon + 2 * MINUTE);
    inbox.receive(sampleArrival({ ...another, dedupKey: 'b', status: 'resolved' }), noon + 3 * MINUTE);
    inbox.receive(sampleArrival({ ...another, dedupKey: 'c' }), dayLater);
    expect(inbox.receive(sampleArrival({ ...another, dedupKey: 'b' }), dayLater + 1).results[0]).toMatchObject({ action: 'grouped', incidentId: second });
  });
});

describe('in monitoring', () => {
  it('a repeat of a still-firing alert changes nothing but its count', () => {
    const inbox = watched();
    const before = inbox.incident(first);
    const { turns } = inbox.receive(sampleArrival({ ...grouped, severityWord: 'error' }), noon + 3 * MINUTE);
    expect(turns[first]).toMatchObject({ requests: [], changes: [] });
    expect(inbox.incident(first)).toEqual({ ...before, alertCounts: { firing: 1, total: 1, events: 2 } });
  });

  it('a new alert triggers again', () => {
    const inbox = watched();
    const { turns } = inbox.receive(sampleArrival(another), noon + 3 * MINUTE);
    expect(turns[first]?.requests).toMatchObject([{ kind: 'page', to: { userId: 'priya' } }]);
    expect(inbox.incident(first)).toMatchObject({ status: 'triggered', escalation: { episode: 2 } });
  });

  it('a re-fired alert triggers again, and its fix can be watched again', () => {
    const inbox = watched();
    inbox.receive(sampleArrival({ ...grouped, status: 'resolved' }), noon + 3 * MINUTE);
    expect(inbox.incident(first)).toMatchObject({ status: 'monitoring', alertCounts: { firing: 0 } });
    const { turns } = inbox.receive(sampleArrival({ ...grouped, severityWord: 'error' }), noon + 4 * MINUTE);
    expect(turns[first]?.changes).toContainEqual({ type: 'retriggered', reason: 'firedWhileWatched', title: 'Checkout is answering 503' });
    expect(inbox.incident(first)).toMatchObject({ status: 'triggered', alertCounts: { firing: 1, total: 1, events: 2 } });
    inbox.command(first, (incident) => setMilestone(incident, 'fixDeployed', priya, facts.severities, noon + 5 * MINUTE));
    expect(inbox.incident(first)).toMatchObject({ status: 'monitoring', clocks: { fixDeployedAt: noon + 2 * MINUTE } });
  });
});

describe('resolving by hand while alerts fire warns', () => {
  it('and says in the timeline how many still fire', () => {
    const inbox = acknowledged();
    expect(warnsOnResolve(inbox.incident(first))).toBe(true);
    expect(inbox.command(first, (incident) => resolve(incident, priya, noon + 2 * MINUTE))).toMatchObject({
      kind: 'done', turn: { changes: [{ type: 'resolved', by: 'person', alertsFiring: 1 }] },
    });
  });

  it('not when nothing fires any more', () => {
    const inbox = watched();
    inbox.receive(sampleArrival({ ...grouped, status: 'resolved' }), noon + 3 * MINUTE);
    expect(warnsOnResolve(inbox.incident(first))).toBe(false);
  });

  it('a released incident goes on taking alerts silently, for it is triggered', () => {
    const inbox = acknowledged();
    inbox.command(first, (incident) => release(incident, facts, noon + 2 * MINUTE));
    expect(inbox.receive(sampleArrival({ ...another, name: 'New' }), noon + 2 * MINUTE + SECOND).turns[first]?.requests).toEqual([]);
  });
});
