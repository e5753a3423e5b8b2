import { describe, expect, it } from 'vitest';
import type { Incident } from '../incident/incident';
import { noon, sampleFacts, sampleIncident, samplePerson } from '../samples';
import { MINUTE } from '../time/instant';
import { nextUpdateAt } from './expected';
import { sendUpdate, toldBy, toldWords, updateIdOf } from './send';
import type { Subscription } from './subscription';

const facts = sampleFacts();
const incident = sampleIncident({}, facts);
const both = { push: true, email: true };
const subscription = (userId: string, by: Subscription['by'] = ['push', 'email'], services: Subscription['services'] = null): Subscription => ({ userId, services, incidents: [], by, changedAt: noon });
const update = { id: 'u1', phase: 'identified', text: 'We know why.', by: 'priya' } as const;

describe('those who follow', () => {
  it('are told by each of their ways that is set up, but not the writer, nor who does not follow, nor who has left', () => {
    const left = { ...facts, people: { ...facts.people, gone: samplePerson('gone', { active: false }) } };
    const all = [subscription('priya'), subscription('sam'), subscription('ada', ['email'], ['another']), subscription('gone')];
    const told = toldBy(incident, update, all, left, both, noon);
    expect(told.map(({ to, link }) => [to, link?.channel])).toEqual([[{ userId: 'sam' }, 'push'], [{ userId: 'sam' }, 'email']]);
    expect(toldBy(incident, update, all, left, { push: true, email: false }, noon)).toHaveLength(1);
    expect(told.every(({ kind, loud, link }) => kind === 'notice' && loud === undefined && link?.followAt === null)).toBe(true);
    expect(told.map((message) => updateIdOf(message))).toEqual(['u1', 'u1']);
    expect(toldWords(told)).toBe('Sent to 1 person.');
    expect(toldWords([])).toContain('Nobody else follows');
  });

  it('read on the lock screen what fits there', () => {
    const why = (text: string) => toldBy(incident, { ...update, text }, [subscription('sam', ['push'])], facts, both, noon)[0]?.why ?? '';
    expect(why('One.\n\nTwo.')).toBe('Identified. One. Two.');
    expect(why('word '.repeat(800))).toMatch(/^Identified\. .{200,230}word…$/);
    expect(why('x'.repeat(4000)).length).toBeLessThanOrEqual(241);
  });
});

describe('when the next one is expected', () => {
  const worked: Incident = { ...incident, status: 'monitoring', owner: { userId: 'priya', name: 'Priya', at: noon - 60 * MINUTE }, watchUntil: noon, cadenceMinutes: 30, escalation: { ...incident.escalation, state: 'paused', was: 'paging', reason: null, remainingMilliseconds: null } };

  it('is the cadence after the last, whoever was reminded since', () => {
    const told = { ...worked, lastUpdateAt: noon, updateRemindedAt: noon + 30 * MINUTE };
    expect(nextUpdateAt(told)).toBe(noon + 30 * MINUTE);
  });

  it('is never after the final one, nor where the severity owes none', () => {
    const final = sendUpdate(worked, { phase: 'monitoring', text: 'x', final: true }, [], noon);
    expect(final.kind === 'done' && nextUpdateAt(final.turn.incident)).toBeNull();
    expect(nextUpdateAt({ ...worked, cadenceMinutes: null })).toBeNull();
  });
});
