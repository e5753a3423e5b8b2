import { describe, expect, it } from 'vitest';
import { noon, sampleArrival, sampleFacts, sampleIncident } from '../samples';
import { type SampleInbox, sampleInbox } from '../sampleInbox';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../time/instant';
import { setSeverity } from './adjust';
import { reopen, resolve, setMilestone } from './finish';
import { merge } from './merge';
import { noRouting } from './open';
import { acknowledge, escalate } from './take';
import type { Turn } from './turn';
import { recipientOf } from '../notification/notification';

// Merging: one incident goes on in another. Its alerts and keys are the other's, it ends itself, and nobody is paged for it unless the other
// becomes louder.

const facts = sampleFacts();
const priya = { userId: 'priya', name: 'Priya' };
const sam = { userId: 'sam', name: 'Sam' };
const [first, second] = ['INC-000001', 'INC-000002'];
type Fields = Parameters<typeof sampleArrival>[0];
const later = noon + 30 * SECOND;

/** Two incidents of one alert each: `a` in the first, `b` in the second. */
function two(a: Fields = {}, b: Fields = {}): SampleInbox {
  const inbox = sampleInbox(facts);
  inbox.receive([sampleArrival({ dedupKey: 'a', title: 'A', ...a }), sampleArrival({ dedupKey: 'b', title: 'B', groupKey: 'gb', ...b })], noon);
  return inbox;
}
/** The second merged into the first. */
function merged(inbox: SampleInbox, at: Instant = later): { from: Turn; into: Turn } {
  const merging = inbox.merge(second, first, priya, at);
  if (merging.kind !== 'done') throw new Error(merging.code);
  return merging;
}
const held = (dedupKey: string, holdUntil: Instant, fields: Fields = {}) => ({ ...sampleArrival({ dedupKey, ...fields }), routing: { ...noRouting, holdUntil } });
const pagesOf = ({ requests }: Turn) => requests.filter(({ kind }) => kind === 'page').map((request) => `${recipientOf(request)} ${request.cause}`);
const end = (inbox: SampleInbox, dedupKey: string, at: Instant) => inbox.receive(sampleArrival({ dedupKey, status: 'resolved' }, at), at);

describe('what is merged', () => {
  it('is resolved by whoever merged it, says where it went, and nothing of it fires any more', () => {
    const inbox = two();
    const { from } = merged(inbox);
    expect(from.changes).toEqual([{ type: 'mergedInto', into: first, title: 'A' }, { type: 'resolved', by: 'person', alertsFiring: 0 }]);
    expect(inbox.incident(second)).toMatchObject({
      status: 'resolved', mergedInto: first, resolvedBy: priya, wakeAt: null, clocks: { resolvedAt: later }, alertCounts: { firing: 0, total: 1 },
    });
    expect(inbox.wake(second, noon + DAY)).toMatchObject({ changes: [], requests: [] });
  });

  it('is counted in the other one, once, and nobody is paged', () => {
    const inbox = two();
    const { into } = merged(inbox);
    expect(into).toMatchObject({ requests: [], changes: [{ type: 'merged', from: second, title: 'B', alerts: 1 }] });
    expect(inbox.incident(first)).toMatchObject({ status: 'triggered', alertCounts: { firing: 2, total: 2, events: 2 }, escalation: { episode: 1, nextAt: noon + MINUTE } });
    expect(inbox.alertsOf(first).map(({ dedupKey }) => dedupKey)).toEqual(['a', 'b']);
  });

  it('goes on there: repeats, its group and its end', () => {
    const inbox = two();
    merged(inbox);
    const { results } = inbox.receive([sampleArrival({ dedupKey: 'b', groupKey: 'gb' }), sampleArrival({ dedupKey: 'c', groupKey: 'gb' })], later);
    expect(results.map(({ action, incidentId }) => `${action} ${incidentId}`)).toEqual([`deduplicated ${first}`, `grouped ${first}`]);
    for (const dedupKey of ['a', 'b']) end(inbox, dedupKey, later + SECOND);
    expect(inbox.incident(first)).toMatchObject({ status: 'triggered', alertCounts: { firing: 1, total: 3, events: 4 } });
    end(inbox, 'c', later + SECOND);
    expect(inbox.incident(first).status).toBe('resolved');
    expect(inbox.incidents()).toHaveLength(2);
  });

  it('brings its links, tags, names and services, and the earlier start', () => {
    const link = (name: string) => ({ href: `https://example.com/${name}`, text: name });
    const into = { ...sampleIncident({ id: first, links: [link('x')] }, facts, noon + HOUR), tags: ['eu'], alertNames: ['Down'], alertServices: ['checkout'] };
    const from = { ...sampleIncident({ id: second, links: [link('x'), link('y')], startedAt: noon - HOUR }, facts, noon), tags: ['eu', 'db'], alertNames: ['Slow'], alertServices: ['cards'] };
    expect(merge(from, into, priya, facts, noon + HOUR)).toMatchObject({
      into: { incident: {
        links: [link('x'), link('y')], tags: ['eu', 'db'], alertNames: ['Down', 'Slow'], alertServices: ['checkout', 'cards'],
        clocks: { startedAt: noon - HOUR, detectedAt: noon, triggeredAt: noon + HOUR },
      } },
    });
  });

  it('brings who had it as a responder, and not who was paged in vain', () => {
    const inbox = two();
    inbox.command(second, (incident) => acknowledge(incident, sam, facts.severities, noon + SECOND));
    expect(merged(inbox).into.incident.responders).toMatchObject([{ userId: 'priya', state: 'paged' }, { userId: 'sam', state: 'acknowledged' }]);
    expect(inbox.incident(second)).toMatchObject({ owner: sam });
  });

  it('leaves who is paged for the other one paged: having taken this is not having taken that', () => {
    const inbox = two();
    inbox.command(second, (incident) => acknowledge(incident, priya, facts.severities, noon + SECOND));
    expect(merged(inbox).into.incident.responders).toMatchObject([{ userId: 'priya', state: 'paged' }]);
  });

  it.each([[first, second], [second, first]])('with an alert that both have had is one alert with the counts of both: %s into %s', (from, into) => {
    const inbox = sampleInbox(facts);
    const grouped = (dedupKey: string, at: Instant) => inbox.receive(sampleArrival({ dedupKey, groupKey: 'g' }, at), at);
    grouped('a', noon);
    grouped('b', noon);
    inbox.command(first, (incident) => acknowledge(incident, priya, facts.severities, noon));
    end(inbox, 'b', noon + HOUR);
    // An incident acknowledged for a day takes no new alerts: the alert is in both from now on, ended in the first.
    const refired = noon + DAY;
    expect(grouped('b', refired).results[0]).toMatchObject({ action: 'triggered', incidentId: second });
    inbox.merge(from, into, priya, refired + MINUTE);
    expect(inbox.incident(into).alertCounts).toEqual({ firing: 2, total: 2, events: 3 });
    expect(inbox.alertsOf(into).find(({ dedupKey }) => dedupKey === 'b')).toMatchObject({
      status: 'firing', count: 2, firstSeenAt: noon, lastSeenAt: refired, firedAt: [noon, refired],
    });
    for (const dedupKey of ['a', 'b']) end(inbox, dedupKey, refired + 2 * MINUTE);
    expect(inbox.incident(into)).toMatchObject({ status: 'resolved', alertCounts: { firing: 0 } });
  });
});

it('what was merged is not reopened: its alerts are the other one’s', () => {
  const inbox = two();
  merged(inbox);
  expect(inbox.command(second, (incident) => reopen(incident, facts, later))).toMatchObject({ kind: 'refused' });
});

describe('what can not be merged', () => {
  it('is an incident and itself', () => {
    expect(two().merge(first, first, priya, later)).toEqual({ kind: 'refused', code: 'not-mergeable' });
  });

  it('is a drill and what is real, either way', () => {
    const [real, drill] = [sampleIncident(), { ...sampleIncident(), id: 'INC-AAAAAA', drillId: 'd' }];
    for (const [from, into] of [[real, drill], [drill, real]] as const) expect(merge(from, into, priya, facts, later)).toEqual({ kind: 'refused', code: 'not-mergeable' });
  });

  it('is one that has ended: nothing is left of it to merge', () => {
    const inbox = two();
    inbox.command(second, (incident) => resolve(incident, priya, noon));
    expect(inbox.merge(second, first, priya, later)).toEqual({ kind: 'unchanged', code: 'already-resolved' });
  });

  it('is any into one that has ended: its alerts would be nobody’s', () => {
    const inbox = two();
    inbox.command(first, (incident) => resolve(incident, priya, noon));
    expect(inbox.merge(second, first, priya, later)).toEqual({ kind: 'refused', code: 'incident-resolved' });
  });

  it('is back again: the first has gone already', () => {
    const inbox = two();
    merged(inbox);
    expect(inbox.merge(first, second, priya, later)).toEqual({ kind: 'refused', code: 'incident-resolved' });
    expect(inbox.merge(second, first, priya, later)).toEqual({ kind: 'unchanged', code: 'already-resolved' });
  });
});

describe('the louder one decides', () => {
  it('a worse severity is taken over, without a page where the other is loud already', () => {
    const { into } = merged(two({ severityWord: 'error' }, { severityWord: 'critical' }));
    expect(into).toMatchObject({ requests: [], incident: { severity: 'SEV1', escalation: { episode: 1 } } });
    expect(into.changes.map(({ type }) => type)).toEqual(['merged', 'severitySet']);
  });

  it('a better one changes nothing', () => {
    expect(merged(two({ severityWord: 'error' }, { severityWord: 'info' })).into).toMatchObject({ requests: [], incident: { severity: 'SEV2', urgency: 'high' } });
  });

  it('a quiet incident that becomes loud pages', () => {
    const { into } = merged(two({ severityWord: 'info' }, { severityWord: 'critical' }));
    expect(pagesOf(into)).toEqual(['priya 0.0']);
    expect(into.incident).toMatchObject({ severity: 'SEV1', urgency: 'high', escalation: { episode: 2 }, wakeAt: later + MINUTE });
  });

  it('so does one that takes over what was loud for another reason than its severity', () => {
    const inbox = two({ severityWord: 'info' }, { severityWord: 'info' });
    inbox.command(second, (incident) => escalate(incident, facts, noon));
    const { into } = merged(inbox);
    expect(pagesOf(into)).toEqual(['priya 0.0']);
    expect(into.incident).toMatchObject({ severity: 'SEV4', urgency: 'high', wakeAt: later + MINUTE });
  });

  it('one that somebody has is not paged again, and its lease is renewed: whoever merges is at work', () => {
    const inbox = two({ severityWord: 'error' }, { severityWord: 'critical' });
    inbox.command(first, (incident) => acknowledge(incident, sam, facts.severities, noon));
    expect(merged(inbox).into).toMatchObject({ requests: [], incident: { status: 'acknowledged', owner: sam, severity: 'SEV1', leaseUntil: later + 10 * MINUTE } });
  });

  it('one whose fix is watched goes on being watched', () => {
    const inbox = two();
    inbox.command(first, (incident) => setMilestone(incident, 'fixDeployed', sam, facts.severities, noon));
    expect(merged(inbox).into).toMatchObject({ requests: [], incident: { status: 'monitoring', alertCounts: { firing: 2 }, wakeAt: noon + 30 * MINUTE } });
  });
});

describe('held incidents', () => {
  const until = noon + HOUR;

  it('one that waits and takes over what is being paged pages now: somebody would have been told', () => {
    const inbox = sampleInbox(facts);
    inbox.receive([held('a', until), sampleArrival({ dedupKey: 'b' })], noon);
    const { into } = merged(inbox);
    expect(into.changes.map(({ type }) => type)).toEqual(['merged', 'holdOver', 'paged']);
    expect(pagesOf(into)).toEqual(['priya 0.0']);
  });

  it('one that waits and takes over what somebody has goes on waiting', () => {
    const inbox = sampleInbox(facts);
    inbox.receive([held('a', until), sampleArrival({ dedupKey: 'b' })], noon);
    inbox.command(second, (incident) => acknowledge(incident, sam, facts.severities, noon));
    expect(merged(inbox).into).toMatchObject({ requests: [], incident: { escalation: { state: 'held', nextAt: until }, wakeAt: until } });
    expect(pagesOf(inbox.wake(first, until))).toEqual(['priya 0.0']);
  });

  it('of two that wait, the shorter wait counts', () => {
    for (const [a, b] of [[until, noon + MINUTE], [noon + MINUTE, until]] as const) {
      const inbox = sampleInbox(facts);
      inbox.receive([held('a', a), held('b', b)], noon);
      expect(merged(inbox).into).toMatchObject({ requests: [], incident: { escalation: { state: 'held' }, wakeAt: noon + MINUTE } });
    }
  });

  it('one that waits is merged into another without a page, and its alert ends that one', () => {
    const inbox = sampleInbox(facts);
    inbox.receive([sampleArrival({ dedupKey: 'a' }), held('b', until)], noon);
    expect(merged(inbox).into).toMatchObject({ requests: [], incident: { escalation: { state: 'paging', nextAt: noon + MINUTE } } });
    end(inbox, 'a', later);
    end(inbox, 'b', later);
    expect(inbox.incident(first).status).toBe('resolved');
  });

  it('a quiet one that takes over a loud one is loud when the wait is over', () => {
    const inbox = sampleInbox(facts);
    inbox.receive([held('a', until, { severityWord: 'info' }), held('b', until, { severityWord: 'info' })], noon);
    inbox.command(second, (incident) => ({ kind: 'done', turn: { incident: { ...incident, urgency: 'high' }, changes: [], requests: [] } }));
    expect(merged(inbox).into).toMatchObject({ requests: [], incident: { urgency: 'high', escalation: { state: 'held' } } });
    expect(inbox.wake(first, until).incident.wakeAt).toBe(until + MINUTE);
  });
});

describe('flapping incidents', () => {
  /** The first incident holds `steady`; the second flaps with `b`, which is quiet since +2:30 where it has ended. */
  function flapping({ ended }: { ended: boolean }): SampleInbox {
    const inbox = sampleInbox(facts);
    inbox.receive(sampleArrival({ dedupKey: 'steady' }), noon);
    inbox.receive(sampleArrival({ dedupKey: 'other', groupKey: 'g' }), noon);
    for (const minutes of [0, 1, 2]) {
      const at = noon + minutes * MINUTE;
      inbox.receive(sampleArrival({ dedupKey: 'b', groupKey: 'g' }, at), at);
      if (minutes < 2 || ended) end(inbox, 'b', at + 30 * SECOND);
    }
    end(inbox, 'other', noon + 2 * MINUTE + 30 * SECOND);
    return inbox;
  }
  const quietUntil = noon + 12 * MINUTE + 30 * SECOND;
  const at = noon + 3 * MINUTE;

  it('go on flapping in the other one, which its next resolve does not close', () => {
    const inbox = flapping({ ended: true });
    expect(inbox.incident(second).flapping).toEqual({ sinceAt: noon, count: 3, quietUntil });
    merged(inbox, at);
    expect(inbox.incident(first).flapping).toEqual({ sinceAt: noon, count: 3, quietUntil: null });
    end(inbox, 'steady', at);
    expect(inbox.incident(first)).toMatchObject({ status: 'triggered', flapping: { quietUntil: at + 10 * MINUTE } });
    expect(inbox.receive(sampleArrival({ dedupKey: 'b' }, at + MINUTE), at + MINUTE)).toMatchObject({ results: [{ action: 'deduplicated', incidentId: first }] });
  });

  it('are not quiet any more where what is merged into them fires', () => {
    const inbox = flapping({ ended: true });
    const merging = inbox.merge(first, second, priya, at);
    expect(merging).toMatchObject({ kind: 'done', into: { incident: { flapping: { count: 3, quietUntil: null }, alertCounts: { firing: 1 } } } });
    const { wakeAt } = inbox.incident(second);
    expect(wakeAt).not.toBeNull();
    // What is due then is the next step, and not a quiet that never comes.
    expect(pagesOf(inbox.wake(second, wakeAt ?? 0))).toHaveLength(1);
    expect(inbox.incident(second).wakeAt).toBeGreaterThan(wakeAt ?? 0);
  });

  it('that are quiet stay so in one that nothing fires in, and end it where nobody has worked on it', () => {
    const inbox = flapping({ ended: true });
    inbox.command(first, (incident) => acknowledge(incident, priya, facts.severities, at));
    inbox.receive(sampleArrival({ dedupKey: 'steady', status: 'firing' }, at), at);
    merged(inbox, at);
    end(inbox, 'steady', at + MINUTE);
    expect(inbox.incident(first).flapping?.quietUntil).toBe(at + 11 * MINUTE);
    expect(inbox.wake(first, at + 11 * MINUTE).incident.status).toBe('resolved');
  });

  it('lend nothing to one whose fix is watched', () => {
    const inbox = flapping({ ended: false });
    inbox.command(first, (incident) => setMilestone(incident, 'fixDeployed', sam, facts.severities, at));
    expect(merged(inbox, at).into.incident).toMatchObject({ status: 'monitoring', flapping: null });
  });
});

it('a severity set by hand on the other one is not lost on the way', () => {
  const inbox = two({ severityWord: 'info' }, { severityWord: 'info' });
  inbox.command(first, (incident) => setSeverity(incident, 'SEV1', facts, noon));
  expect(merged(inbox).into.incident).toMatchObject({ severity: 'SEV1', urgency: 'high' });
});
