import { describe, expect, it } from 'vitest';
import { noon, sampleArrival, sampleFacts } from '../samples';
import { type SampleInbox, sampleInbox } from '../sampleInbox';
import type { Amendment } from '../ingest/parsed';
import { type Instant, MINUTE, SECOND } from '../time/instant';
import { setSeverity } from './adjust';
import { resolve, setMilestone } from './finish';
import { acknowledge } from './take';

// A source changes an open alert in place (Opsgenie's PUT and notes): its words, its severity, a note. It counts nothing and opens nothing.

const facts = sampleFacts();
const priya = { userId: 'priya', name: 'Priya' };
const first = 'INC-000001';
type Fields = Parameters<typeof sampleArrival>[0];

const amends = (change: Partial<Amendment>): Fields => ({ amends: { title: null, description: null, severityWord: null, note: null, ...change } });
const send = (inbox: SampleInbox, at: Instant, change: Partial<Amendment>, fields: Fields = {}) => inbox.receive(sampleArrival({ ...fields, ...amends(change) }, at), at);

/** One SEV2 alert, as Opsgenie's create of it. */
function opened(fields: Fields = {}): SampleInbox {
  const inbox = sampleInbox(facts);
  inbox.receive(sampleArrival({ severityWord: 'error', groupKey: 'g', description: 'Since noon', ...fields }), noon);
  return inbox;
}
const taken = (inbox: SampleInbox) => {
  inbox.command(first, (incident) => acknowledge(incident, priya, facts.severities, noon + SECOND));
  return inbox;
};
const at = noon + MINUTE / 2;

describe('the words of an alert', () => {
  it('become those of the incident that was called so, and are said', () => {
    const inbox = opened();
    const { turns, results } = send(inbox, at, { title: 'Checkout is down', description: 'All regions' });
    expect(results).toEqual([{ dedupKey: 'checkout-503', action: 'deduplicated', incidentId: first }]);
    expect(turns[first]).toMatchObject({
      changes: [{ type: 'amended', title: 'Checkout is down' }], requests: [],
      incident: { title: 'Checkout is down', description: 'All regions', alertCounts: { firing: 1, total: 1, events: 1 }, escalation: { episode: 1 } },
    });
    expect(inbox.alertsOf(first)).toMatchObject([{ title: 'Checkout is down', description: 'All regions', count: 1, status: 'firing', firstSeenAt: noon, lastSeenAt: at }]);
  });

  it('leave an incident that is called otherwise as it is', () => {
    const inbox = opened();
    inbox.receive(sampleArrival({ dedupKey: 'b', groupKey: 'g', title: 'Cards are down', description: 'Of Berlin' }), noon);
    send(inbox, at, { title: 'Cards are slow', description: '' }, { dedupKey: 'b' });
    expect(inbox.incident(first)).toMatchObject({ title: 'Checkout is answering 503', description: 'Since noon' });
    expect(inbox.alertsOf(first).find(({ dedupKey }) => dedupKey === 'b')).toMatchObject({ title: 'Cards are slow', description: '' });
  });

  it('that say what is so already change nothing at all', () => {
    const inbox = opened();
    for (const change of [{}, { title: 'Checkout is answering 503' }, { severityWord: 'P2', description: 'Since noon' }]) {
      expect(send(inbox, at, change)).toMatchObject({ turns: {}, alerts: {}, results: [{ action: 'ignored', incidentId: null }] });
    }
  });
});

describe('a note', () => {
  it('is a line in the timeline, and neither the owner is told nor anybody paged', () => {
    const inbox = taken(opened());
    expect(send(inbox, at, { note: 'Looks like the proxy' }).turns[first]).toMatchObject({ changes: [{ type: 'note', text: 'Looks like the proxy' }], requests: [] });
    expect(inbox.incident(first).status).toBe('acknowledged');
  });

  it('does not give the incident back the severity that a person took from it', () => {
    const inbox = opened({ severityWord: 'critical' });
    inbox.command(first, (incident) => setSeverity(incident, 'SEV4', facts, noon + SECOND));
    for (const change of [{ note: 'Seen' }, { title: 'Checkout is slow' }, { severityWord: 'critical', note: 'Still' }]) {
      expect(send(inbox, at, change).turns[first]).toMatchObject({ requests: [], incident: { severity: 'SEV4', urgency: 'low' } });
    }
  });
});

describe('another severity', () => {
  it('raises the incident as a report of it would: one that is loud already pages no more for it', () => {
    const inbox = opened();
    const { turns } = send(inbox, at, { severityWord: 'P1' });
    expect(turns[first]).toMatchObject({ changes: [{ type: 'severitySet', from: 'SEV2', to: 'SEV1' }], requests: [], incident: { severity: 'SEV1', escalation: { episode: 1 } } });
    expect(inbox.alertsOf(first)).toMatchObject([{ severity: 'SEV1' }]);
  });

  it('pages at once where it makes a quiet one loud', () => {
    const inbox = opened({ severityWord: 'P5' });
    expect(send(inbox, at, { severityWord: 'P1' }).turns[first]).toMatchObject({ requests: [{ kind: 'page', to: { userId: 'priya' } }], incident: { urgency: 'high', escalation: { episode: 2 } } });
  });

  it('pages again where somebody has it, as a report of it would', () => {
    const reported = taken(opened()).receive(sampleArrival({ severityWord: 'critical', groupKey: 'g' }, at), at).turns[first];
    const amended = send(taken(opened()), at, { severityWord: 'critical' }).turns[first];
    expect(amended?.requests).toEqual(reported?.requests);
    expect(amended?.requests).toMatchObject([{ kind: 'page', to: { userId: 'priya' }, cause: '0.0' }]);
    expect(amended?.changes).toMatchObject([
      { type: 'severitySet', from: 'SEV2', to: 'SEV1' }, { type: 'retriggered', reason: 'severityRose', title: 'Checkout is answering 503' }, { type: 'paged' },
    ]);
    expect(amended?.incident).toMatchObject({ status: 'triggered', severity: 'SEV1', escalation: { episode: 2 } });
  });

  it('changes what is watched without triggering it, as a report of it would', () => {
    const inbox = opened();
    inbox.command(first, (incident) => setMilestone(incident, 'fixDeployed', priya, facts.severities, noon + SECOND));
    expect(send(inbox, at, { severityWord: 'critical' }).turns[first]).toMatchObject({ requests: [], incident: { status: 'monitoring', severity: 'SEV1' } });
  });

  it('that is lower is kept with the alert, and never lowers the incident', () => {
    const inbox = opened({ severityWord: 'critical' });
    const { turns } = send(inbox, at, { severityWord: 'P5' });
    expect(turns[first]).toMatchObject({ changes: [], requests: [], incident: { severity: 'SEV1', urgency: 'high' } });
    expect(inbox.alertsOf(first)).toMatchObject([{ severity: 'SEV4' }]);
  });

  it('that rises again from there pages again where somebody has it only if it is worse than the incident', () => {
    const inbox = opened({ severityWord: 'critical' });
    send(inbox, at, { severityWord: 'P5' });
    taken(inbox);
    expect(send(inbox, at, { severityWord: 'P1' }).turns[first]).toMatchObject({ requests: [], incident: { status: 'acknowledged', severity: 'SEV1' } });
  });
});

describe('what is not open', () => {
  const nothing = { turns: {}, alerts: {}, opened: {}, results: [{ action: 'ignored', incidentId: null }] };

  it('is not opened by an amendment', () => {
    expect(send(sampleInbox(facts), at, { title: 'Anything', severityWord: 'P1', note: 'Hello' })).toMatchObject(nothing);
  });

  it('is not joined to the open incident of its group by one', () => {
    expect(send(opened(), at, { note: 'Hello' }, { dedupKey: 'b', groupKey: 'g' })).toMatchObject(nothing);
  });

  it('is left as it is where its incident has ended', () => {
    const inbox = opened();
    inbox.command(first, (incident) => resolve(incident, priya, noon + SECOND));
    expect(send(inbox, at, { severityWord: 'critical', note: 'Hello' })).toMatchObject(nothing);
    expect(inbox.incident(first)).toMatchObject({ status: 'resolved', severity: 'SEV2' });
  });

  it('is left as it is where another alert holds its incident open', () => {
    const inbox = opened();
    inbox.receive(sampleArrival({ dedupKey: 'b', groupKey: 'g', severityWord: 'error' }), noon);
    inbox.receive(sampleArrival({ dedupKey: 'b', status: 'resolved' }), noon + SECOND);
    taken(inbox);
    expect(send(inbox, at, { severityWord: 'critical' }, { dedupKey: 'b' })).toMatchObject(nothing);
    expect(inbox.incident(first)).toMatchObject({ status: 'acknowledged', severity: 'SEV2' });
  });

  it('is suppressed or held by nobody: an amendment of what is open goes through', () => {
    const arrival = { ...sampleArrival(amends({ title: 'Renamed' })), suppressedBy: 'Quiet nights' };
    expect(opened().receive(arrival, at).results[0]?.action).toBe('deduplicated');
  });
});

it('of one batch, an amendment finds what the batch has opened, and not what it has ended', () => {
  const inbox = sampleInbox(facts);
  const { results } = inbox.receive([
    sampleArrival(), sampleArrival(amends({ title: 'First' })), sampleArrival({ status: 'resolved' }), sampleArrival(amends({ title: 'Second' })),
  ], noon);
  expect(results.map(({ action }) => action)).toEqual(['triggered', 'deduplicated', 'resolved', 'ignored']);
  expect(inbox.incident(first)).toMatchObject({ status: 'resolved', title: 'First' });
});
