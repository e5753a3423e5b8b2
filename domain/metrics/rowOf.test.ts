import { describe, expect, it } from 'vitest';
import { advance } from '../escalation/advance';
import { escalate, acknowledge } from '../incident/take';
import { ended, reopen, resolve, setMilestone } from '../incident/finish';
import type { Incident } from '../incident/incident';
import type { Decision, Who } from '../incident/decision';
import { merge } from '../incident/merge';
import { setRepeat } from '../incident/repeat';
import { turnOf } from '../incident/turn';
import { setVerdict } from '../incident/verdict';
import { noon, sampleFacts, sampleIncident, sampleNotification, samplePerson } from '../samples';
import { DAY, HOUR, MINUTE, SECOND } from '../time/instant';
import { rowOf } from './rowOf';

const facts = sampleFacts();
const priya: Who = { userId: 'priya', name: 'Priya' };
const done = (decision: Decision): Incident => {
  if (decision.kind !== 'done') throw new Error(decision.code);
  return decision.turn.incident;
};
const page = (fields: Parameters<typeof sampleNotification>[0] = {}) => sampleNotification({ sentAt: noon + SECOND, ...fields });
const over = (incident = sampleIncident()) => done(resolve(done(acknowledge(incident, priya, facts.severities, noon + 3 * MINUTE)), priya, noon + 30 * MINUTE));

describe('an incident counts', () => {
  it('once it has ended, and not while it is open', () => {
    const open = sampleIncident();
    const taken = done(acknowledge(open, priya, facts.severities, noon + MINUTE));
    const watched = done(setMilestone(taken, 'serviceRestored', priya, facts.severities, noon + 2 * MINUTE));
    expect([open, taken, watched].map((incident) => rowOf(incident, [], facts.people))).toEqual([null, null, null]);
    expect(rowOf(over(), [], facts.people)).toEqual({
      startedAt: noon, detectedAt: noon, triggeredAt: noon, acknowledgedAt: noon + 3 * MINUTE, restoredAt: noon + 30 * MINUTE, resolvedAt: noon + 30 * MINUTE, severity: 'SEV1', type: 'outage',
      serviceId: 'checkout', ownerId: 'priya', verdict: null, repeatAfter: null, reopened: 0, secondLevel: false, pages: {}, firstPage: null, name: 'Checkout is answering 503', titled: true, rule: null, acted: true,
    });
  });

  it('not at all where it was a drill', () => {
    expect(rowOf({ ...over(), drillId: 'd' }, [page()], facts.people)).toBeNull();
  });

  it('as restored when that was said, and else when it ended', () => {
    const restored = done(setMilestone(done(acknowledge(sampleIncident(), priya, facts.severities, noon + MINUTE)), 'serviceRestored', priya, facts.severities, noon + 10 * MINUTE));
    expect(rowOf(done(resolve(restored, priya, noon + 50 * MINUTE)), [], facts.people)).toMatchObject({ restoredAt: noon + 10 * MINUTE, resolvedAt: noon + 50 * MINUTE });
  });

  it('no more once it is opened again, and again when that is over: with its first acknowledge, and as reopened', () => {
    const again = done(reopen(over(), facts, noon + HOUR));
    expect(rowOf(again, [], facts.people)).toBeNull();
    const row = rowOf(done(resolve(done(acknowledge(again, priya, facts.severities, noon + 2 * HOUR)), priya, noon + 3 * HOUR)), [], facts.people);
    expect(row).toMatchObject({ acknowledgedAt: noon + 3 * MINUTE, restoredAt: noon + 3 * HOUR, reopened: 1 });
  });

  it('not where it went on in another: that one counts for both', () => {
    const merging = merge(sampleIncident(), sampleIncident({ id: 'INC-K7Q2ME' }), priya, facts, noon + MINUTE);
    if (merging.kind !== 'done') throw new Error(merging.code);
    expect(rowOf(merging.from.incident, [page()], facts.people)).toBeNull();
  });

  it('as nobody’s where nobody took it', () => {
    const incident = sampleIncident();
    const { incident: healed } = ended(turnOf(incident), null, 'source', noon + MINUTE);
    expect(rowOf(healed, [], facts.people)).toMatchObject({ ownerId: null, acknowledgedAt: null });
  });

  it('with its verdict, and as a repeat by the time since the earlier one ended', () => {
    const earlier = over();
    const later = over(sampleIncident({ id: 'INC-K7Q2ME', detectedAt: noon + 2 * DAY }, facts, noon + 2 * DAY));
    const marked = done(setRepeat(done(setVerdict(later, 'known', '', priya, noon + 3 * DAY)), earlier, priya, noon + 3 * DAY));
    expect(rowOf(marked, [], facts.people)).toMatchObject({ verdict: 'known', repeatAfter: 2 * DAY - 30 * MINUTE });
    expect(rowOf(done(setRepeat(marked, null, priya, noon + 4 * DAY)), [], facts.people)).toMatchObject({ repeatAfter: null });
  });
});

describe('the pages of a row', () => {
  const pages = (messages: ReturnType<typeof page>[], people = facts.people) => rowOf(over(), messages, people)?.pages;

  it('are one for each step that paged somebody, on however many ways', () => {
    expect(pages([
      page(), page({ rule: '1', channel: 'sms' }), page({ rule: '2', channel: 'voice' }), page({ cause: '1.0' }), page({ episode: 2 }), page({ userId: 'sam', cause: '0.1' }),
    ])).toEqual({ priya: { all: 3, night: 0 }, sam: { all: 1, night: 0 } });
  });

  it('are not what never went out, what asked somebody, or what a channel was told', () => {
    expect(pages([page({ sentAt: null }), page({ kind: 'request', cause: 'r' }), page({ kind: 'notice', cause: 'n' }), page({ userId: null, destinationId: 'slack', cause: 'd' })])).toEqual({});
  });

  it.each([['2026-11-21T20:59Z', 0], ['2026-11-21T21:00Z', 1], ['2026-11-22T05:59Z', 1], ['2026-11-22T06:00Z', 0]])('sent at %s to somebody in Berlin are %i at night', (at, night) => {
    expect(pages([page({ sentAt: Date.parse(at) })], { priya: samplePerson('priya', { timeZone: 'Europe/Berlin' }) })).toEqual({ priya: { all: 1, night } });
  });

  it('are counted in UTC of somebody who is gone', () => {
    expect(pages([page({ userId: 'gone', sentAt: Date.parse('2026-11-21T23:00Z') })])).toEqual({ gone: { all: 1, night: 1 } });
  });

  it('begin with the first that went out, received when the first device of any said so', () => {
    const row = rowOf(over(), [
      page({ rule: '1', sentAt: noon + 5 * SECOND, deliveredAt: noon + 6 * SECOND }), page({ sentAt: noon + 2 * SECOND, deliveredAt: null, seenAt: noon + 9 * SECOND }), page({ rule: '2', sentAt: null }),
    ], facts.people);
    expect(row?.firstPage).toEqual({ sentAt: noon + 2 * SECOND, receivedAt: noon + 6 * SECOND });
    expect(rowOf(over(), [page()], facts.people)?.firstPage).toEqual({ sentAt: noon + SECOND, receivedAt: null });
  });
});

describe('the second level', () => {
  const second = (messages: ReturnType<typeof page>[], incident = over()) => rowOf(incident, messages, facts.people)?.secondLevel;
  it.each([
    ['the first step alone', [page()], false], ['the first step again after a reopening', [page(), page({ episode: 2 })], false], ['a first step that has nobody at this time', [page({ cause: '0.1' })], false],
    ['the next step', [page(), page({ cause: '0.1', userId: 'sam' })], true], ['the next step, by hand, in an episode of its own', [page(), page({ cause: '0.1', episode: 2 })], true],
    ['another round', [page(), page({ cause: '1.0' })], true], ['a policy handed off to', [page(), page({ cause: '0.0.handed-off-1' })], true], ['the admins at once', [page({ cause: 'last-resort.0' })], true],
    ['a next step of an earlier episode', [page(), page({ cause: '0.1' }), page({ episode: 2 })], true],
    ['what a channel was told', [page(), page({ cause: '0.1', userId: null, destinationId: 'slack', kind: 'notice' })], false],
  ])('%s', (_, messages, expected) => {
    expect(second(messages)).toBe(expected);
  });

  it('is reached where the last resort had nobody either', () => {
    const nobody = { ...sampleFacts(), people: {}, schedules: {} };
    expect(second([], over(sampleIncident({}, nobody)))).toBe(true);
  });

  it('is what paging by the clock and by hand comes to', () => {
    const paged = sampleIncident();
    const later = advance(paged, facts, noon + MINUTE);
    const messages = later.requests.map(({ cause, to }) => page({ cause, userId: 'userId' in to ? to.userId : null }));
    expect(messages.map(({ cause }) => cause)).toContain('0.1');
    expect(second([page(), ...messages], over(later.incident))).toBe(true);
    const byHand = escalate(done(acknowledge(paged, priya, facts.severities, noon + SECOND)), facts, noon + 2 * SECOND);
    if (byHand.kind !== 'done') throw new Error(byHand.code);
    expect(second([page(), ...byHand.turn.requests.map(({ cause }) => page({ cause, episode: 2 }))], over(byHand.turn.incident))).toBe(true);
  });
});

describe('what is noise', () => {
  const rowWith = (fields: Partial<Incident>) => {
    const { incident } = ended(turnOf(sampleIncident()), null, 'source', noon + MINUTE);
    return rowOf({ ...incident, ...fields } as Incident, [], facts.people); // The fields are of every status.
  };

  it('has the name of its first alert, else its title, no longer than a name may be', () => {
    expect(rowWith({ alertNames: ['HighErrorRate', 'Other'] })).toMatchObject({ name: 'HighErrorRate', titled: false });
    expect(rowWith({ title: 'x'.repeat(200) })).toMatchObject({ name: 'x'.repeat(60), titled: true });
    expect(rowWith({ title: `${'x'.repeat(59)}🔥` })?.name).toBe('x'.repeat(59));
  });

  it('names the rule that routed it, and no maintenance window', () => {
    const routedBy = { id: 'rule-1', name: 'Quiet', why: '' };
    expect(rowWith({ routedBy: { ...routedBy, by: 'rule' } })?.rule).toBe('rule-1');
    expect(rowWith({ routedBy: { ...routedBy, by: 'maintenance' } })?.rule).toBeNull();
  });

  const task = { id: 't', title: 'Look', owner: null, dueAt: null, addedAt: noon, doneAt: null, doneBy: null };
  it.each<[string, Partial<Incident>, boolean]>([
    ['nothing at all', {}, false],
    ['an update, roles and a room: a plan does those', { updateCount: 2, publicNotice: true, warRoom: null }, false],
    ['a verdict of the next morning', { verdict: { kind: 'falsePositive', cause: '', by: 'Priya', at: noon } }, false],
    ['the source took it', { owner: { userId: null, name: 'PagerDuty', at: noon } }, false],
    ['a task', { tasks: [task] }, true],
    ['a step of the runbook', { ticks: [{ runbookId: 'r', step: 's', state: 'done', by: 'Priya', at: noon }] }, true],
    ['a better title', { isRenamed: true }, true],
    ['somebody resolved it', { resolvedBy: { ...priya, at: noon } }, true],
  ])('was acted on by: %s: %j → %s', (_, fields, acted) => expect(rowWith(fields)?.acted).toBe(acted));
});
