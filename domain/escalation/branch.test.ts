import { describe, expect, it } from 'vitest';
import { noon, sampleFacts, sampleIncident, samplePolicy } from '../samples';
import { MINUTE } from '../time/instant';
import { advance } from './advance';
import type { Branch, Step } from './policy';
import { countsAt } from './targets';

/** Noon is a Saturday, 13:00 in Berlin. */
const weekend: Branch = { when: 'inside', timeZone: 'Europe/Berlin', windows: [{ days: ['SA', 'SU'], start: '00:00', end: '00:00' }] };
const week: Branch = { ...weekend, when: 'outside' };
const step = (userId: string, branch?: Branch): Step => ({ targets: [{ kind: 'person', userId }], delaySeconds: 60, ...(branch === undefined ? {} : { branch }) });
const factsOf = (steps: Step[], rounds = 1) => sampleFacts({ policy: samplePolicy({ steps, rounds }) });

describe('when a step counts', () => {
  it.each<[string, string, boolean]>([
    ['Friday 23:59 in Berlin', '2026-11-20T22:59:00Z', false], ['Saturday 00:00 in Berlin', '2026-11-20T23:00:00Z', true],
    ['Sunday 23:59 in Berlin', '2026-11-22T22:59:59Z', true], ['Monday 00:00 in Berlin', '2026-11-22T23:00:00Z', false],
  ])('%s', (_what, at, inside) => {
    expect(countsAt(step('priya', weekend), Date.parse(at))).toBe(inside);
    expect(countsAt(step('priya', week), Date.parse(at))).toBe(!inside);
    expect(countsAt(step('priya'), Date.parse(at))).toBe(true);
  });
});

describe('a step that does not count', () => {
  it('is passed over at once and silently', () => {
    const facts = factsOf([step('priya', week), step('sam', weekend)]);
    const incident = sampleIncident({}, facts);
    expect(incident).toMatchObject({ responders: [{ userId: 'sam' }], escalation: { step: 1, nextAt: noon + MINUTE } });
    const late = advance(sampleIncident({}, factsOf([step('sam'), step('priya', week), step('ada')])), factsOf([step('sam'), step('priya', week), step('ada')]), noon + MINUTE);
    expect(late.changes.map(({ type }) => type)).toEqual(['paged']);
    expect(late.requests).toMatchObject([{ to: { userId: 'ada' }, why: 'step 3' }]);
  });

  it('counts as its time has come when paging comes to it, not at the trigger', () => {
    const facts = factsOf([step('sam'), step('priya', weekend), step('ada', week)]);
    const friday = Date.parse('2026-11-20T22:59:30Z');
    expect(advance(sampleIncident({}, facts, friday), facts, friday + MINUTE).requests).toMatchObject([{ to: { userId: 'priya' } }]);
  });

  it('is no reason to reach nobody: a round of such steps goes to the last resort', () => {
    const incident = sampleIncident({}, factsOf([step('priya', week), step('sam', week)], 3));
    expect(incident).toMatchObject({ responders: [{ userId: 'ada' }], escalation: { state: 'lastResort', reason: 'nobody' } });
  });

  it('still counts in a later round', () => {
    const facts = factsOf([step('sam', week), step('priya', weekend)], 2);
    const sunday = Date.parse('2026-11-22T22:59:30Z');
    const later = advance(sampleIncident({}, facts, sunday), facts, sunday + MINUTE);
    expect(later).toMatchObject({ requests: [{ to: { userId: 'sam' } }], incident: { escalation: { round: 1, step: 0 } } });
  });
});
