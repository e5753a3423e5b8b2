import { describe, expect, it } from 'vitest';
import { noon, sampleFacts, sampleIncident } from '../samples';
import { advance } from '../escalation/advance';
import { HOUR, MINUTE } from '../time/instant';
import type { Decision } from './decision';
import { checkExit, exitItems, exitListOf } from './exitList';
import { reopen, resolve, setMilestone } from './finish';
import { Incident } from './incident';
import type { SeverityPolicy } from './severity';
import { acknowledge } from './take';

const facts = sampleFacts();
const { severities } = facts;
const priya = { userId: 'priya', name: 'Priya' };
const done = (decision: Decision) => {
  if (decision.kind !== 'done') throw new Error(JSON.stringify(decision));
  Incident.parse(decision.turn.incident);
  return decision.turn.incident;
};
const taken = (now = noon) => done(acknowledge(sampleIncident(), priya, severities, now));
const fixed = (now = noon) => done(setMilestone(taken(now), 'fixDeployed', priya, severities, now));
const restored = (now = noon) => done(setMilestone(taken(now), 'serviceRestored', priya, severities, now));
const states = (incident: Incident, now: number) => Object.fromEntries(exitItems(incident, severities, now).map(({ item, state }) => [item, state]));
const check = (incident: Incident, item: string, state: 'open' | 'done' | 'skipped', reason = '', now = noon) => checkExit(incident, item, state, reason, priya, severities, now);
const security: SeverityPolicy = { ...severities, SEV1: { ...severities.SEV1, exitLists: { security: ['Keys rotated'], defect: [] } } };

describe('the exit list', () => {
  it('is that of the severity; of the type where it has its own, also where that is empty', () => {
    expect(exitListOf({ severity: 'SEV1', type: 'outage' }, security)).toEqual(severities.SEV1.exitList);
    expect(exitListOf({ severity: 'SEV1', type: 'security' }, security)).toEqual(['Keys rotated']);
    expect(exitListOf({ severity: 'SEV1', type: 'defect' }, security)).toEqual([]);
    expect(exitListOf({ severity: 'SEV2', type: 'security' }, security)).toEqual(severities.SEV2.exitList);
    expect(exitListOf({ severity: 'SEV3', type: 'outage' }, severities)).toEqual([]);
  });

  it('is open while nothing was done', () => {
    expect(new Set(Object.values(states(taken(), noon + 365 * 24 * HOUR)))).toEqual(new Set(['open']));
  });

  it('is ticked by what the incident shows: a fix, and thirty minutes of watching', () => {
    expect(states(fixed(), noon)).toEqual({ 'Fix is in': 'done', Verified: 'open', Watched: 'open', 'Service restored': 'open', 'Final update sent': 'open' });
    expect(states(fixed(), noon + 30 * MINUTE - 1).Watched).toBe('open');
    expect(states(fixed(), noon + 30 * MINUTE).Watched).toBe('done');
    expect(states(restored(), noon)).toMatchObject({ 'Fix is in': 'done', 'Service restored': 'done' });
  });

  it('is not watched while something fires', () => {
    const firing = { ...fixed(), alertCounts: { firing: 1, total: 1, events: 1 } };
    expect(states(firing, noon + HOUR).Watched).toBe('open');
  });

  it('forgets a fix that did not hold, and watches the second from its own time', () => {
    const again = done(acknowledge(done(reopen(restored(), facts, noon + HOUR)), priya, severities, noon + HOUR));
    expect(states(again, noon + 2 * HOUR)).toMatchObject({ 'Fix is in': 'open', Watched: 'open', 'Service restored': 'open' });
    const second = done(setMilestone(again, 'fixDeployed', priya, severities, noon + 2 * HOUR));
    expect(states(second, noon + 2 * HOUR + MINUTE)).toMatchObject({ 'Fix is in': 'done', Watched: 'open' });
    expect(states(second, noon + 2 * HOUR + 30 * MINUTE)).toMatchObject({ Watched: 'done' });
  });

  it('is watched where the watching itself ended it, and not where somebody ended it early and looks at it tomorrow', () => {
    const byItself = advance(fixed(), facts, noon + 30 * MINUTE).incident;
    expect(byItself.status).toBe('resolved');
    expect(states(byItself, noon + 24 * HOUR).Watched).toBe('done');
    expect(states(done(resolve(fixed(), priya, noon + MINUTE)), noon + 24 * HOUR).Watched).toBe('open');
  });

  it('counts the final update, until it is taken anew after it', () => {
    const told = { ...taken(), finalUpdateAt: noon + MINUTE };
    expect(states(told, noon + HOUR)['Final update sent']).toBe('done');
    const ended = done(resolve(told, priya, noon + 2 * MINUTE));
    expect(states(ended, noon + HOUR)['Final update sent']).toBe('done');
    const anew = done(acknowledge(done(reopen(ended, facts, noon + HOUR)), priya, severities, noon + HOUR));
    expect(states(anew, noon + HOUR)['Final update sent']).toBe('open');
  });

  it('what somebody said goes before what the incident shows, and can be taken back', () => {
    const skipped = done(check(fixed(), 'Fix is in', 'skipped', 'Rolled back by hand'));
    expect(exitItems(skipped, severities, noon)[0]).toEqual({ item: 'Fix is in', state: 'skipped', reason: 'Rolled back by hand', by: 'Priya' });
    expect(states(done(check(skipped, 'Fix is in', 'open')), noon)['Fix is in']).toBe('done');
  });

  it('the same word twice changes nothing; another reason does', () => {
    const verified = done(check(taken(), 'Verified', 'done'));
    expect(check(verified, 'Verified', 'done')).toEqual({ kind: 'unchanged', code: 'already-so' });
    expect(check(taken(), 'Verified', 'open')).toEqual({ kind: 'unchanged', code: 'already-so' });
    expect(done(check(verified, 'Verified', 'skipped', 'No time')).exitChecks).toHaveLength(1);
  });

  it('refuses what is on the list of another type', () => {
    expect(checkExit(sampleIncident({ type: 'security' }), 'Verified', 'done', '', priya, security, noon)).toEqual({ kind: 'refused', code: 'no-such-item' });
    expect(check(taken(), 'Made up', 'done')).toEqual({ kind: 'refused', code: 'no-such-item' });
  });
});
