import { describe, expect, it } from 'vitest';
import { noon, sampleArrival, sampleFacts, sampleIncident } from '../samples';
import { sampleInbox } from '../sampleInbox';
import { advance } from '../escalation/advance';
import { HOUR, MINUTE, SECOND } from '../time/instant';
import type { Incident } from './incident';
import { join } from './join';
import { acknowledge } from './take';
import { reopen, setMilestone } from './finish';
import { turnOf } from './turn';

// "Nothing is swallowed", about ends: who closes an incident, and what arrives late or out of order.

const facts = sampleFacts();
const priya = { userId: 'priya', name: 'Priya' };
const first = 'INC-000001';
const start = { startedAt: noon - 10 * SECOND };
const end = { ...start, status: 'resolved' as const, endedAt: noon + 5 * MINUTE };

function opened(...arrivals: Parameters<typeof sampleArrival>[0][]) {
  const inbox = sampleInbox(facts);
  inbox.receive(arrivals.map((fields) => sampleArrival(fields)), noon);
  return inbox;
}

describe("the source's resolve of the last firing alert", () => {
  it('closes an incident that nobody worked on, and frees its keys', () => {
    const inbox = opened({ ...start, groupKey: 'g' });
    const { results, turns } = inbox.receive(sampleArrival({ ...end, groupKey: 'g' }), noon + 6 * MINUTE);
    expect(results[0]).toMatchObject({ action: 'resolved', incidentId: first });
    expect(turns[first]?.changes.at(-1)).toEqual({ type: 'resolved', by: 'source', alertsFiring: 0 });
    expect(inbox.incident(first)).toMatchObject({
      status: 'resolved', resolvedBy: null, wakeAt: null, clocks: { resolvedAt: noon + 6 * MINUTE }, alertCounts: { firing: 0, total: 1, events: 1 },
    });
    expect([...inbox.openKeys().keys()]).toEqual([]);
  });

  it('closes one that was only acknowledged', () => {
    const inbox = opened(start);
    inbox.command(first, (incident) => acknowledge(incident, priya, facts.severities, noon + MINUTE));
    inbox.receive(sampleArrival(end), noon + 6 * MINUTE);
    expect(inbox.incident(first)).toMatchObject({ status: 'resolved', owner: priya, resolvedBy: null });
  });

  it('of any but the last changes the count alone', () => {
    const inbox = opened({ ...start, groupKey: 'g' }, { ...start, groupKey: 'g', dedupKey: 'b' });
    inbox.receive(sampleArrival(end), noon + 6 * MINUTE);
    expect(inbox.incident(first)).toMatchObject({ status: 'triggered', alertCounts: { firing: 1, total: 2 } });
  });

  const workedOn: { how: string; fields: Partial<Pick<Incident, 'declaredBy' | 'roles' | 'updateCount' | 'publicNotice'>> }[] = [
    { how: 'was declared by hand', fields: { declaredBy: priya } },
    { how: 'has roles', fields: { roles: [{ role: 'incidentCommander', userId: priya.userId, name: priya.name, deputy: null, since: noon }] } },
    { how: 'has updates', fields: { updateCount: 1 } },
    { how: 'has a public notice', fields: { publicNotice: true } },
  ];
  it.each(workedOn)('sends one that $how to monitoring', ({ fields }) => {
    const blank = { ...sampleIncident(), ...fields };
    const fired = join(turnOf(blank), undefined, sampleArrival(start), facts, noon);
    const { turn, action } = join(turnOf(fired.turn.incident), fired.alert, sampleArrival(end), facts, noon + 6 * MINUTE);
    expect(action).toBe('resolved');
    expect(turn.incident).toMatchObject({ status: 'monitoring', owner: null, watchUntil: noon + 36 * MINUTE });
    // Where somebody has a role, an update is due before that.
    expect(turn.incident.wakeAt).toBe(noon + (turn.incident.roles.length > 0 ? 30 : 36) * MINUTE);
    expect(turn.requests).toEqual([]);
  });
});

describe('watching', () => {
  const watched = () => {
    const inbox = opened(start);
    inbox.command(first, (incident) => setMilestone(incident, 'fixDeployed', priya, facts.severities, noon + MINUTE));
    return inbox;
  };

  it('ends by itself when nothing fires', () => {
    const inbox = watched();
    inbox.receive(sampleArrival(end), noon + 6 * MINUTE);
    expect(inbox.wake(first, noon + 31 * MINUTE - 1).changes).toEqual([]);
    expect(inbox.wake(first, noon + 31 * MINUTE).changes).toEqual([{ type: 'resolved', by: 'watch', alertsFiring: 0 }]);
    expect(inbox.incident(first)).toMatchObject({ status: 'resolved', owner: priya, resolvedBy: null, clocks: { resolvedAt: noon + 31 * MINUTE } });
  });

  it('goes on for another watch time while something fires', () => {
    const inbox = watched();
    const until = noon + 31 * MINUTE + 30 * MINUTE;
    const { changes, incident, requests } = inbox.wake(first, noon + 31 * MINUTE);
    expect(changes[0]).toEqual({ type: 'monitoring', until });
    expect(incident).toMatchObject({ status: 'monitoring', watchUntil: until });
    expect(requests.filter(({ kind }) => kind === 'page')).toEqual([]);
  });
});

describe('late and out of order', () => {
  it("a resolve older than the alert's last start is ignored, by its end", () => {
    const inbox = opened({ startedAt: noon });
    const { results } = inbox.receive(sampleArrival({ status: 'resolved', startedAt: null, endedAt: noon - 1 }), noon + SECOND);
    expect(results[0]?.action).toBe('ignored');
    expect(inbox.incident(first)).toMatchObject({ status: 'triggered', alertCounts: { firing: 1 } });
  });

  it("a resolve older than the alert's last start is ignored, by its own start", () => {
    const inbox = opened({ startedAt: noon });
    inbox.receive(sampleArrival({ status: 'resolved', startedAt: noon - HOUR, endedAt: noon + 1 }), noon + SECOND);
    expect(inbox.incident(first).status).toBe('triggered');
  });

  it('a resolve by the same start counts, and so does one without times', () => {
    for (const times of [{ startedAt: noon, endedAt: noon }, { startedAt: null, endedAt: null }]) {
      const inbox = opened({ startedAt: noon });
      inbox.receive(sampleArrival({ status: 'resolved', ...times }), noon + SECOND);
      expect(inbox.incident(first).status).toBe('resolved');
    }
  });

  it('the end of the run before arrives after the alert fired again: it still fires', () => {
    const inbox = opened({ ...start, groupKey: 'g' }, { groupKey: 'g', dedupKey: 'holds-it-open' });
    inbox.receive(sampleArrival(end), noon + 6 * MINUTE);
    inbox.receive(sampleArrival({ startedAt: noon + 7 * MINUTE }), noon + 7 * MINUTE);
    inbox.receive(sampleArrival(end), noon + 8 * MINUTE);
    expect(inbox.incident(first).alertCounts).toEqual({ firing: 2, total: 2, events: 3 });
  });

  it('a firing report of a run that has ended changes nothing, not even a count', () => {
    const inbox = opened({ ...start, groupKey: 'g' }, { groupKey: 'g', dedupKey: 'holds-it-open' });
    inbox.receive(sampleArrival(end), noon + 6 * MINUTE);
    const before = inbox.incident(first);
    expect(inbox.receive(sampleArrival(start), noon + 7 * MINUTE).results[0]).toMatchObject({ action: 'ignored', incidentId: first });
    expect(inbox.incident(first)).toEqual(before);
  });

  it('a report of a run that began within the last one is a new run', () => {
    const inbox = opened({ ...start, groupKey: 'g' }, { groupKey: 'g', dedupKey: 'holds-it-open' });
    inbox.receive(sampleArrival(end), noon + 6 * MINUTE);
    inbox.receive(sampleArrival({ startedAt: noon + 4 * MINUTE }), noon + 7 * MINUTE);
    expect(inbox.incident(first).alertCounts.firing).toBe(2);
  });

  it('such a report opens no incident either, when the end that closed the first one is of the same batch', () => {
    const inbox = sampleInbox(facts);
    const { results, turns } = inbox.receive([start, end, start].map((fields) => sampleArrival(fields)), noon + 6 * MINUTE);
    expect(results.map(({ action }) => action)).toEqual(['triggered', 'resolved', 'ignored']);
    expect(inbox.incidents()).toHaveLength(1);
    expect(turns[first]?.requests).toEqual([]);
  });

  it('a resolve of what nobody has heard of, and a second one, are ignored', () => {
    const inbox = opened(start, { dedupKey: 'b' });
    expect(inbox.receive(sampleArrival({ ...end, dedupKey: 'stranger' }), noon + SECOND).results).toEqual([{ dedupKey: 'stranger', action: 'ignored', incidentId: null }]);
    inbox.receive(sampleArrival(end), noon + 6 * MINUTE);
    expect(inbox.receive(sampleArrival(end), noon + 6 * MINUTE).results[0]?.action).toBe('ignored');
  });

  it('an alert that fires anew after its incident has ended opens another, unlinked', () => {
    const inbox = opened(start);
    inbox.receive(sampleArrival(end), noon + 6 * MINUTE);
    expect(inbox.receive(sampleArrival({ startedAt: noon + HOUR }), noon + HOUR).results[0]).toMatchObject({ action: 'triggered', incidentId: 'INC-000002' });
    expect(inbox.incident('INC-000002').linkedTo).toBeNull();
  });
});

it('a reopened incident takes its alerts back and pages from the first step', () => {
  const inbox = opened(start);
  inbox.receive(sampleArrival(end), noon + 6 * MINUTE);
  const decision = inbox.command(first, (incident) => reopen(incident, facts, noon + HOUR));
  expect(decision).toMatchObject({ kind: 'done', turn: { requests: [{ kind: 'page', to: { userId: 'priya' }, cause: '0.0' }] } });
  expect(inbox.incident(first)).toMatchObject({ status: 'triggered', reopenedCount: 1, clocks: { resolvedAt: null }, escalation: { episode: 2 } });
  expect(inbox.receive(sampleArrival({ startedAt: noon + HOUR + 1 }), noon + HOUR + 1).results[0]).toMatchObject({ incidentId: first });
  expect(advance(inbox.incident(first), facts, noon + HOUR + MINUTE).requests).toMatchObject([{ to: { userId: 'sam' } }]);
});

it("a source's acknowledge of an alert that has ended takes nothing", () => {
  const inbox = opened({ ...start, groupKey: 'g' }, { groupKey: 'g', dedupKey: 'holds-it-open' });
  inbox.receive(sampleArrival(end), noon + 6 * MINUTE);
  expect(inbox.receive(sampleArrival({ status: 'acknowledged' }), noon + 7 * MINUTE).results[0]?.action).toBe('ignored');
  expect(inbox.incident(first)).toMatchObject({ status: 'triggered', alertCounts: { firing: 1, total: 2 } });
});
