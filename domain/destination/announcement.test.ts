import { describe, expect, it } from 'vitest';
import { noon, sampleFacts, sampleIncident } from '../samples';
import { advance } from '../escalation/advance';
import { hold } from '../escalation/paging';
import type { Decision } from '../incident/decision';
import { reopen, resolve, setMilestone } from '../incident/finish';
import type { Incident } from '../incident/incident';
import { noRouting } from '../incident/open';
import { acknowledge, release } from '../incident/take';
import { addNote, setSeverity } from '../incident/adjust';
import { turnOf } from '../incident/turn';
import { HOUR, MINUTE } from '../time/instant';
import { announcementsOf } from './announcement';
import type { Destination } from './destination';

const facts = sampleFacts();
const who = { userId: 'priya', name: 'Priya' };
const destination = (id: string, fields: Partial<Destination> = {}): Destination => ({ id, name: `#${id}`, kind: 'slack', enabled: true, host: 'hooks.slack.com', serviceIds: ['checkout'], ...fields });
const destinations = { ops: destination('ops') };
function done(decision: Decision): Incident {
  if (decision.kind !== 'done') throw new Error(decision.kind);
  return decision.turn.incident;
}
const triggered = sampleIncident();
const taken = done(acknowledge(triggered, who, facts.severities, noon));
const watched = done(setMilestone(taken, 'fixDeployed', who, facts.severities, noon));
const ended = done(resolve(taken, who, noon));
const held = sampleIncident({ routing: { ...noRouting, holdUntil: noon + 5 * MINUTE } });
const told = (before: Incident | null, after: Incident, to: Record<string, Destination> = destinations) => announcementsOf(before, after, { destinations: to }, noon);
const said = (before: Incident | null, after: Incident) => told(before, after).map(({ why, cause }) => `${why} ${cause}`);

describe('whoever follows a service', () => {
  it('is told, by its own kind of channel', () => {
    expect(told(null, triggered, { ops: destination('ops'), hook: destination('hook', { kind: 'webhook' }) })).toEqual([
      { kind: 'notice', what: 'status', to: { destinationId: 'ops', channel: 'slack' }, cause: 'status.triggered.1', why: 'Triggered', dueAt: noon, expiresAt: noon + HOUR },
      { kind: 'notice', what: 'status', to: { destinationId: 'hook', channel: 'webhook' }, cause: 'status.triggered.1', why: 'Triggered', dueAt: noon, expiresAt: noon + HOUR },
    ]);
  });

  it('is not told where it is switched off, or follows another service', () => {
    expect(told(null, triggered, { off: destination('off', { enabled: false }), other: destination('other', { serviceIds: ['search'] }) })).toEqual([]);
    expect(announcementsOf(null, triggered, {}, noon)).toEqual([]);
  });
});

describe('a change', () => {
  it.each<[string, Incident | null, Incident, string[]]>([
    ['it is new', null, triggered, ['Triggered status.triggered.1']],
    ['an acknowledge', triggered, taken, ['Acknowledged status.acknowledged.1']],
    ['a fix', taken, watched, ['A fix is in status.monitoring.1']],
    ['the end', taken, ended, ['Resolved status.resolved.1']],
    ['a release pages again', taken, done(release(taken, facts, noon)), ['Triggered status.triggered.2']],
    ['a reopening pages again', ended, done(reopen(ended, facts, noon)), ['Triggered status.triggered.2']],
    ['the next step', triggered, advance(triggered, facts, noon + MINUTE).incident, []],
    ['a note', taken, done(addNote(taken, { text: 'Looking' }, facts.severities, noon)), []],
    ['a nudge', taken, advance(taken, facts, noon + 10 * MINUTE).incident, []],
    ['another severity of what somebody has', taken, done(setSeverity(taken, 'SEV2', facts, noon)), []],
    ['it waits', null, held, []],
    ['what waited pages', held, advance(held, facts, noon + 5 * MINUTE).incident, ['Triggered status.triggered.1']],
    ['what waits is taken', held, done(acknowledge(held, who, facts.severities, noon)), ['Acknowledged status.acknowledged.0']],
  ])('%s', (_what, before, after, words) => {
    expect(said(before, after)).toEqual(words);
  });

  it('two changes never share a cause: each is a message of its own', () => {
    const steps = [null, triggered, taken, watched, done(resolve(watched, who, noon)), done(reopen(done(resolve(watched, who, noon)), facts, noon))];
    const causes = steps.slice(1).flatMap((after, index) => (after === null ? [] : told(steps[index] ?? null, after).map(({ cause }) => cause)));
    expect(new Set(causes).size).toBe(5);
  });

  it('of what was taken and waits anew, its end is told', () => {
    const waits = hold(turnOf(taken), noon + HOUR, noon).incident;
    expect(said(taken, waits)).toEqual([]);
    expect(said(waits, done(resolve(waits, who, noon)))).toEqual(['Resolved status.resolved.2']);
  });

  // It healed by itself while it waited: nobody has heard of it, and nobody needs to.
  it('of what was never told, the end is not told either', () => {
    expect(said(held, done(resolve(held, who, noon)))).toEqual([]);
  });
});
