import { describe, expect, it } from 'vitest';
import { noon, sampleArrival, sampleFacts, sampleIncident } from '../samples';
import { sampleInbox } from '../sampleInbox';
import { advance } from '../escalation/advance';
import { stopReason } from '../notification/lifecycle';
import { sampleNotification, samplePerson } from '../samples';
import { HOUR, MINUTE } from '../time/instant';
import type { Decision } from './decision';
import { resolve, setMilestone } from './finish';
import { Incident } from './incident';
import { endSnooze, renewed, snooze } from './snooze';
import { acknowledge, release } from './take';
import { turnOf as unchanged, type Turn } from './turn';

const facts = sampleFacts();
const { severities } = facts;
const [priya, sam] = [{ userId: 'priya', name: 'Priya' }, { userId: 'sam', name: 'Sam' }];
function turnOf(decision: Decision): Turn {
  if (decision.kind !== 'done') throw new Error(decision.kind);
  Incident.parse(decision.turn.incident);
  return decision.turn;
}
const done = (decision: Decision) => turnOf(decision).incident;
const triggered = sampleIncident();
const priyas = done(acknowledge(triggered, priya, severities, noon));
const snoozed = done(snooze(priyas, 60, priya, severities, noon));

describe('a snooze', () => {
  it('of one\'s own incident holds until its end, whatever the lease', () => {
    const { incident, changes } = turnOf(snooze(priyas, 60, priya, severities, noon + MINUTE));
    expect(incident).toMatchObject({ status: 'acknowledged', owner: { userId: 'priya', at: noon }, snoozedUntil: noon + MINUTE + HOUR, wakeAt: noon + MINUTE + HOUR });
    expect(changes).toEqual([{ type: 'snoozed', until: noon + MINUTE + HOUR }]);
  });

  it('of what nobody has takes it: its pages stop', () => {
    const { incident, changes } = turnOf(snooze(triggered, 60, sam, severities, noon));
    expect(incident).toMatchObject({ owner: { userId: 'sam' }, snoozedUntil: noon + HOUR, clocks: { acknowledgedAt: noon } });
    expect(changes.map(({ type }) => type)).toEqual(['acknowledged', 'snoozed']);
    expect(stopReason(sampleNotification(), incident, samplePerson('priya'))).toBe('acknowledged');
  });

  it('of somebody else\'s takes it over', () => {
    const { incident, changes } = turnOf(snooze(priyas, 60, sam, severities, noon + MINUTE));
    expect(incident).toMatchObject({ owner: { userId: 'sam', at: noon + MINUTE }, clocks: { acknowledgedAt: noon } });
    expect(changes.map(({ type }) => type)).toEqual(['acknowledged', 'snoozed']);
  });

  it('takes a nudge back', () => {
    const nudged = advance(priyas, facts, noon + 10 * MINUTE).incident;
    expect(done(snooze(nudged, 60, priya, severities, noon + 11 * MINUTE))).toMatchObject({ nudgedAt: null, wakeAt: noon + 71 * MINUTE });
  });

  it('a second one counts, shorter or longer', () => {
    expect(done(snooze(snoozed, 5, priya, severities, noon + MINUTE)).wakeAt).toBe(noon + 6 * MINUTE);
    expect(done(snooze(snoozed, 600, priya, severities, noon + MINUTE)).wakeAt).toBe(noon + 601 * MINUTE);
  });

  it('of what is watched or has ended is none', () => {
    expect(snooze(done(setMilestone(priyas, 'fixDeployed', priya, severities, noon)), 60, priya, severities, noon)).toEqual({ kind: 'unchanged', code: 'already-monitoring' });
    expect(snooze(done(resolve(priyas, priya, noon)), 60, priya, severities, noon)).toEqual({ kind: 'refused', code: 'incident-resolved' });
  });
});

describe('while it is snoozed', () => {
  it('nobody is asked, and nobody is paged', () => {
    for (const at of [noon + 10 * MINUTE, noon + 15 * MINUTE, noon + HOUR - 1]) expect(advance(snoozed, facts, at)).toEqual(unchanged(snoozed));
  });

  it('a sign of work leaves it as it is', () => {
    expect(renewed(unchanged(snoozed), severities, noon + 30 * MINUTE).incident).toMatchObject({ snoozedUntil: noon + HOUR, wakeAt: noon + HOUR });
  });

  it('resolving it is the end: nothing pages at the end of the snooze', () => {
    const ended = done(resolve(snoozed, sam, noon + MINUTE));
    expect(ended).toMatchObject({ status: 'resolved', wakeAt: null });
    expect(ended).not.toHaveProperty('snoozedUntil');
    expect(advance(ended, facts, noon + 2 * HOUR)).toEqual(unchanged(ended));
  });

  it('a release ends it and pages', () => {
    const released = turnOf(release(snoozed, facts, noon + MINUTE));
    expect(released.requests).toMatchObject([{ kind: 'page', to: { userId: 'priya' } }]);
    expect(released.incident).not.toHaveProperty('snoozedUntil');
  });

  // Its lease is not what holds it. The owner hears of the alert quietly, as of any that joins.
  it('a new alert of a known name and service tells its owner quietly, also after what would have been the end of the lease', () => {
    const inbox = sampleInbox(facts);
    const [{ id } = triggered] = Object.values(inbox.receive(sampleArrival(), noon).turns).map(({ incident }) => incident);
    inbox.command(id, (incident) => snooze(incident, 60, priya, severities, noon + MINUTE));
    const arrival = { ...sampleArrival({ dedupKey: 'another' }, noon + 30 * MINUTE), dedupOpenId: 'dedup-checkout-503', alertId: 'alert-another' };
    const [turn] = Object.values(inbox.receive(arrival, noon + 30 * MINUTE).turns);
    expect(turn?.incident).toMatchObject({ status: 'acknowledged', snoozedUntil: noon + 61 * MINUTE });
  });
});

describe('the end of a snooze', () => {
  it('pages again in a new episode from the first step, and says why', () => {
    const sams = done(snooze(advance(triggered, facts, noon + MINUTE).incident, 60, sam, severities, noon + MINUTE));
    const { incident, changes, requests } = advance(sams, facts, noon + 61 * MINUTE);
    expect(incident).toMatchObject({ status: 'triggered', escalation: { episode: 2, round: 0, step: 0, state: 'paging' }, wakeAt: noon + 62 * MINUTE });
    expect(changes.map(({ type }) => type)).toEqual(['retriggered', 'paged']);
    expect(changes[0]).toMatchObject({ reason: 'snoozeOver' });
    expect(requests).toMatchObject([{ kind: 'page', to: { userId: 'priya' }, link: { rule: '0' } }]);
    expect(advance(incident, facts, noon + 61 * MINUTE)).toEqual(unchanged(incident));
  });

  it('comes without a nudge before it', () => {
    expect(advance(snoozed, facts, noon + 5 * HOUR).changes[0]).toMatchObject({ type: 'retriggered', reason: 'snoozeOver' });
  });

  it('by hand goes on with a new lease', () => {
    const { incident, changes, requests } = turnOf(endSnooze(snoozed, severities, noon + 30 * MINUTE));
    expect(incident).toMatchObject({ status: 'acknowledged', snoozedUntil: null, leaseUntil: noon + 40 * MINUTE, cadenceMinutes: 30 });
    // The update that was due in the meantime is asked for at once.
    expect(incident.wakeAt).toBe(noon + 30 * MINUTE);
    expect(changes).toEqual([{ type: 'snoozeEnded' }]);
    expect(requests).toEqual([]);
  });

  it('by hand of what is not snoozed is none', () => {
    for (const given of [triggered, priyas]) expect(endSnooze(given, severities, noon)).toEqual({ kind: 'unchanged', code: 'already-so' });
  });

  it('of what has no lease pages too', () => {
    const minor = done(snooze(sampleIncident({ severity: 'SEV4' }), 30, priya, severities, noon));
    expect(minor.wakeAt).toBe(noon + 30 * MINUTE);
    expect(advance(minor, facts, noon + 30 * MINUTE).requests).toHaveLength(1);
  });
});
