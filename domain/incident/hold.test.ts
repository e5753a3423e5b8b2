import { describe, expect, it } from 'vitest';
import { whoIsNext } from '../escalation/next';
import { noon, sampleArrival, sampleFacts } from '../samples';
import { type SampleInbox, sampleInbox } from '../sampleInbox';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../time/instant';
import { addNote, setSeverity } from './adjust';
import { reopen, resolve, setMilestone } from './finish';
import { noRouting } from './open';
import { acknowledge, escalate, release } from './take';
import type { Turn } from './turn';
import { recipientOf } from '../notification/notification';

// Holding off: an incident that waits, and never pages where it heals first. A rule holds for seconds, a maintenance window for hours.

const facts = sampleFacts();
const priya = { userId: 'priya', name: 'Priya' };
const first = 'INC-000001';
const until = noon + 60 * SECOND;

/** An arrival that must not page before `holdUntil`. */
const held = (fields: Parameters<typeof sampleArrival>[0] = {}, receivedAt: Instant = noon, holdUntil: Instant = until) =>
  ({ ...sampleArrival({ groupKey: 'g', ...fields }, receivedAt), routing: { ...noRouting, holdUntil } });
const plain = (fields: Parameters<typeof sampleArrival>[0] = {}, receivedAt: Instant = noon) => sampleArrival({ groupKey: 'g', ...fields }, receivedAt);

function waiting(fields: Parameters<typeof sampleArrival>[0] = {}): SampleInbox {
  const inbox = sampleInbox(facts);
  inbox.receive(held(fields), noon);
  return inbox;
}
const changed = (turn: Turn | undefined) => turn?.changes.map(({ type }) => type);
const pagesOf = (turn: Turn | undefined) => turn?.requests.filter(({ kind }) => kind === 'page').map((request) => `${recipientOf(request)} ${request.cause}`);

describe('an incident that is held', () => {
  it('pages nobody, says so, and wakes when the wait is over', () => {
    const inbox = sampleInbox(facts);
    const { turns } = inbox.receive(held(), noon);
    expect(turns[first]).toMatchObject({ requests: [], changes: [{ type: 'triggered' }, { type: 'held', milliseconds: 60 * SECOND }] });
    expect(inbox.incident(first)).toMatchObject({
      status: 'triggered', responders: [], wakeAt: until, escalation: { state: 'held', episode: 0, nextAt: until }, alertCounts: { firing: 1 },
    });
    expect(inbox.wake(first, until - 1).changes).toEqual([]);
  });

  it('never pages where its last alert ends before then', () => {
    const inbox = waiting();
    const { turns } = inbox.receive(plain({ status: 'resolved' }), until - 1);
    expect(turns[first]).toMatchObject({ requests: [], incident: { status: 'resolved', wakeAt: null, clocks: { notifiedAt: null } } });
    expect(inbox.wake(first, until)).toMatchObject({ changes: [], requests: [] });
  });

  it('pages from the first step where something still fires then, and escalates from there', () => {
    const inbox = waiting();
    const turn = inbox.wake(first, until);
    expect(turn.changes).toMatchObject([{ type: 'holdOver', reason: 'stillFiring' }, { type: 'paged', round: 0, step: 0 }]);
    expect(pagesOf(turn)).toEqual(['priya 0.0']);
    expect(turn.incident).toMatchObject({ escalation: { state: 'paging', episode: 1, nextAt: until + MINUTE }, wakeAt: until + MINUTE });
    expect(pagesOf(inbox.wake(first, until + MINUTE))).toEqual(['sam 0.1']);
  });

  it('goes on waiting where one of two ends, and where a known alert repeats itself', () => {
    const inbox = sampleInbox(facts);
    inbox.receive([held({ dedupKey: 'a' }), held({ dedupKey: 'b' })], noon);
    inbox.receive(plain({ dedupKey: 'a', status: 'resolved' }), noon + SECOND);
    // Its rule may have been taken away meanwhile: the wait that was promised stays.
    expect(changed(inbox.receive(plain({ dedupKey: 'b' }), noon + 2 * SECOND).turns[first])).toEqual([]);
    expect(inbox.incident(first)).toMatchObject({ escalation: { state: 'held', nextAt: until }, alertCounts: { firing: 1, total: 2, events: 3 } });
    expect(pagesOf(inbox.wake(first, until))).toEqual(['priya 0.0']);
  });

  it('is joined by what waits too without a page, and without waiting any longer for it', () => {
    const inbox = waiting({ dedupKey: 'a' });
    expect(pagesOf(inbox.receive(held({ dedupKey: 'b' }, noon + 50 * SECOND, noon + 110 * SECOND), noon + 50 * SECOND).turns[first])).toEqual([]);
    expect(inbox.incident(first)).toMatchObject({ escalation: { state: 'held', nextAt: until }, alertCounts: { firing: 2 } });
  });

  it('pages at once where an alert joins that nothing holds, or whose wait is over already', () => {
    for (const joining of [plain({ dedupKey: 'b' }), held({ dedupKey: 'b' }, noon, noon + SECOND)]) {
      const inbox = waiting({ dedupKey: 'a' });
      const { turns, results } = inbox.receive(joining, noon + SECOND);
      expect(results[0]?.action).toBe('grouped');
      expect(turns[first]?.changes).toMatchObject([{ type: 'alertsJoined' }, { type: 'holdOver', reason: 'joined' }, { type: 'paged' }]);
      expect(pagesOf(turns[first])).toEqual(['priya 0.0']);
    }
  });

  it('is not paged by a worse report of what waits, nor by a worse alert that waits as well', () => {
    for (const dedupKey of ['a', 'b']) {
      const inbox = waiting({ dedupKey: 'a', severityWord: 'info' });
      const { turns } = inbox.receive(held({ dedupKey, severityWord: 'critical' }), noon + SECOND);
      expect(turns[first]).toMatchObject({ requests: [], incident: { severity: 'SEV1', urgency: 'high', escalation: { state: 'held', nextAt: until } } });
      expect(inbox.wake(first, until).incident).toMatchObject({ escalation: { state: 'paging', nextAt: until + MINUTE } });
    }
  });

  it('that is louder and that nothing holds pages once, not twice', () => {
    const inbox = waiting({ dedupKey: 'a', severityWord: 'info' });
    const { turns } = inbox.receive(plain({ dedupKey: 'b', severityWord: 'critical' }), noon + SECOND);
    expect(pagesOf(turns[first])).toEqual(['priya 0.0']);
    expect(inbox.incident(first)).toMatchObject({ severity: 'SEV1', urgency: 'high', escalation: { state: 'paging', episode: 1 } });
  });

  it('whose wait was over when its alert was decided pages at once', () => {
    const inbox = sampleInbox(facts);
    expect(pagesOf(inbox.receive(held(), until).turns[first])).toEqual(['priya 0.0']);
    expect(inbox.incident(first).escalation).toMatchObject({ state: 'paging', episode: 1 });
  });

  it('is told beforehand whom it would page, and when', () => {
    expect(whoIsNext(waiting().incident(first), facts)).toMatchObject({ at: until, people: [{ userId: 'priya' }], lastResort: false });
  });

  it('that heals and fires again within one batch is a new one that waits, and neither pages', () => {
    const inbox = sampleInbox(facts);
    const { turns } = inbox.receive([held(), plain({ status: 'resolved' }), held()], noon);
    expect(Object.values(turns).flatMap(({ requests }) => requests)).toEqual([]);
    expect(inbox.incidents().map(({ status, escalation }) => [status, escalation.state])).toEqual([['resolved', 'paused'], ['triggered', 'held']]);
  });

  it('of a policy that reaches nobody goes to the last resort when the wait is over', () => {
    const inbox = sampleInbox({ ...facts, policy: { ...facts.policy, steps: [{ targets: [{ kind: 'person', userId: 'gone' }], delaySeconds: 60 }] } });
    inbox.receive(held(), noon);
    expect(pagesOf(inbox.wake(first, until))).toEqual(['ada last-resort.0']);
  });
});

describe('low urgency', () => {
  it('waits just as well, and is then told without escalating', () => {
    const inbox = waiting({ severityWord: 'info' });
    expect(inbox.incident(first)).toMatchObject({ urgency: 'low', wakeAt: until });
    expect(pagesOf(inbox.wake(first, until))).toEqual(['priya 0.0']);
    expect(inbox.incident(first)).toMatchObject({ escalation: { state: 'paging', nextAt: null }, wakeAt: null });
  });

  it('that comes over a held incident does not silence it', () => {
    const inbox = waiting();
    inbox.command(first, (incident) => setSeverity(incident, 'SEV4', facts, noon + SECOND));
    expect(inbox.incident(first)).toMatchObject({ urgency: 'low', escalation: { state: 'held', nextAt: until }, wakeAt: until });
    expect(pagesOf(inbox.wake(first, until))).toEqual(['priya 0.0']);
  });
});

describe('commands on a held incident', () => {
  it('acknowledge ends the wait for good', () => {
    const inbox = waiting();
    inbox.command(first, (incident) => acknowledge(incident, priya, facts.severities, noon + SECOND));
    expect(inbox.incident(first)).toMatchObject({
      status: 'acknowledged', owner: priya, wakeAt: noon + SECOND + 10 * MINUTE, escalation: { state: 'paused', was: 'held' }, clocks: { acknowledgedAt: noon + SECOND },
    });
    expect(inbox.wake(first, until).changes).toEqual([]);
  });

  it('release of it pages at once: whoever gives it back wants somebody else', () => {
    const inbox = waiting();
    inbox.command(first, (incident) => acknowledge(incident, priya, facts.severities, noon + SECOND));
    const decision = inbox.command(first, (incident) => release(incident, facts, noon + 2 * SECOND));
    expect(decision).toMatchObject({ kind: 'done', turn: { requests: [{ kind: 'page', to: { userId: 'priya' }, cause: '0.0' }] } });
    expect(inbox.incident(first)).toMatchObject({ status: 'triggered', escalation: { state: 'paging', episode: 1 }, wakeAt: noon + 2 * SECOND + MINUTE });
  });

  it('release of what was lowered meanwhile pages too', () => {
    const inbox = waiting();
    inbox.command(first, (incident) => acknowledge(incident, priya, facts.severities, noon));
    inbox.command(first, (incident) => setSeverity(incident, 'SEV4', facts, noon));
    expect(inbox.command(first, (incident) => release(incident, facts, noon + SECOND))).toMatchObject({ kind: 'done', turn: { requests: [{ to: { userId: 'priya' } }] } });
  });

  it('escalate pages the first step at once, which nobody has been paged for, and loudly', () => {
    const inbox = waiting({ severityWord: 'info' });
    const decision = inbox.command(first, (incident) => escalate(incident, facts, noon + SECOND));
    expect(decision).toMatchObject({ kind: 'done', turn: { requests: [{ to: { userId: 'priya' }, cause: '0.0' }] } });
    expect(inbox.incident(first)).toMatchObject({ urgency: 'high', escalation: { state: 'paging', episode: 1, step: 0 } });
  });

  it('resolve ends it unheard, and reopening it pages', () => {
    const inbox = waiting();
    expect(inbox.command(first, (incident) => resolve(incident, priya, noon + SECOND))).toMatchObject({ kind: 'done', turn: { requests: [] } });
    expect(inbox.wake(first, until).changes).toEqual([]);
    expect(inbox.command(first, (incident) => reopen(incident, facts, noon + HOUR))).toMatchObject({ kind: 'done', turn: { requests: [{ to: { userId: 'priya' }, cause: '0.0' }] } });
    expect(inbox.incident(first).escalation).toMatchObject({ state: 'paging', episode: 1 });
  });

  it('setSeverity between two that are loud leaves the wait as it is', () => {
    const inbox = waiting();
    expect(inbox.command(first, (incident) => setSeverity(incident, 'SEV2', facts, noon + SECOND))).toMatchObject({ kind: 'done', turn: { requests: [] } });
    expect(inbox.incident(first)).toMatchObject({ severity: 'SEV2', escalation: { state: 'held', nextAt: until }, wakeAt: until });
  });

  it('setSeverity that makes it loud leaves the wait as it is, and it is loud when that is over', () => {
    const inbox = waiting({ severityWord: 'info' });
    expect(inbox.command(first, (incident) => setSeverity(incident, 'SEV1', facts, noon + SECOND))).toMatchObject({ kind: 'done', turn: { requests: [] } });
    expect(inbox.incident(first)).toMatchObject({ severity: 'SEV1', urgency: 'high', wakeAt: until });
    expect(inbox.wake(first, until).incident.wakeAt).toBe(until + MINUTE);
  });

  it('a note changes nothing of the wait, and a milestone takes the incident', () => {
    const inbox = waiting();
    inbox.command(first, (incident) => addNote(incident, { text: 'Expected' }, facts.severities, noon));
    expect(inbox.incident(first).wakeAt).toBe(until);
    inbox.command(first, (incident) => setMilestone(incident, 'rootCauseIdentified', priya, facts.severities, noon));
    expect(inbox.incident(first)).toMatchObject({ status: 'acknowledged', owner: priya, wakeAt: noon + 10 * MINUTE });
  });

  it("the source's own acknowledge takes it", () => {
    const inbox = waiting();
    inbox.receive(plain({ status: 'acknowledged' }), noon + SECOND);
    expect(inbox.incident(first)).toMatchObject({ status: 'acknowledged', owner: { userId: null }, wakeAt: noon + SECOND + 10 * MINUTE });
  });
});

describe('a maintenance window that collects', () => {
  const ends = noon + 4 * HOUR;
  const collected = (dedupKey: string, receivedAt: Instant) => ({ ...held({ dedupKey }, receivedAt, ends), groupOpenId: 'maintenance-w' });

  it('gathers in one incident and pages once when it ends and something still fires', () => {
    const inbox = sampleInbox(facts);
    const pages = [0, 1, 2].flatMap((hour) => {
      const at = noon + hour * HOUR;
      return Object.values(inbox.receive(collected(`a${hour}`, at), at).turns).flatMap(({ requests }) => requests);
    });
    expect(pages).toEqual([]);
    inbox.receive(plain({ dedupKey: 'a0', status: 'resolved' }), noon + 3 * HOUR);
    expect(inbox.incidents()).toHaveLength(1);
    expect(inbox.incident(first)).toMatchObject({ wakeAt: ends, alertCounts: { firing: 2, total: 3 } });
    expect(pagesOf(inbox.wake(first, ends))).toEqual(['priya 0.0']);
  });

  it('that somebody took early pages nobody before its end, whatever joins, and then what still fires', () => {
    const inbox = sampleInbox(facts);
    const ofWindow = (dedupKey: string, name: string, receivedAt: Instant) => {
      const arrival = { ...held({ dedupKey, name }, receivedAt, ends), groupOpenId: 'maintenance-w' };
      return { ...arrival, routing: { ...arrival.routing, routedBy: { by: 'maintenance', id: 'w', name: 'Upgrade', why: '' } as const } };
    };
    inbox.receive(ofWindow('a', 'Down', noon), noon);
    inbox.command(first, (incident) => acknowledge(incident, { userId: 'priya', name: 'Priya' }, facts.severities, noon + MINUTE));
    const joined = inbox.receive(ofWindow('b', 'Slow', noon + HOUR), noon + HOUR);
    expect(Object.values(joined.turns).flatMap(({ requests }) => requests)).toEqual([]);
    expect(inbox.incident(first)).toMatchObject({ status: 'triggered', escalation: { state: 'held' }, wakeAt: ends });
    expect(pagesOf(inbox.wake(first, ends))).toEqual(['priya 0.0']);
  });

  it('pages nobody where everything has ended by then', () => {
    const inbox = sampleInbox(facts);
    inbox.receive([collected('a', noon), collected('b', noon)], noon);
    inbox.receive([plain({ dedupKey: 'a', status: 'resolved' }), plain({ dedupKey: 'b', status: 'resolved' })], ends - 1);
    expect(inbox.incident(first).status).toBe('resolved');
    expect(inbox.wake(first, ends + DAY).requests).toEqual([]);
  });
});
