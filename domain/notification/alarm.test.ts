import { describe, expect, it } from 'vitest';
import { noon, sampleFacts, sampleIncident, sampleNotification } from '../samples';
import { acknowledge } from '../incident/take';
import type { Decision } from '../incident/decision';
import type { Incident } from '../incident/incident';
import { answerRequest, ask } from '../incident/requests';
import { MINUTE } from '../time/instant';
import { alarmsOf, isRinging } from './alarm';
import type { Notification } from './notification';

const done = (decision: Decision): Incident => {
  if (decision.kind !== 'done') throw new Error(decision.kind);
  return decision.turn.incident;
};
const incident = sampleIncident();
const page = (fields: Partial<Notification> = {}) => sampleNotification({ status: 'sent', sentAt: noon, ...fields });
const idsOf = (notifications: Notification[], incidents: Incident[] = [incident]) => alarmsOf(notifications, incidents, 'priya').map(({ notification }) => notification.id);

describe('a page rings', () => {
  it('while its incident is triggered in its episode', () => {
    expect(isRinging(page(), incident)).toBe(true);
  });

  it('of a request while that waits for an answer, whoever has the incident', () => {
    const asked = done(ask(incident, 'help', [{ kind: 'person', userId: 'priya' }], { userId: 'sam', name: 'Sam' }, sampleFacts(), 'r1', noon));
    const request = page({ kind: 'request', cause: 'request.r1' });
    expect(isRinging(request, incident)).toBe(false);
    expect(isRinging(request, asked)).toBe(true);
    expect(isRinging(request, done(acknowledge(asked, { userId: 'sam', name: 'Sam' }, sampleFacts().severities, noon)))).toBe(true);
    expect(isRinging(request, done(answerRequest(asked, 'r1', false, { userId: 'priya', name: 'Priya' }, sampleFacts(), noon)))).toBe(false);
  });

  it('also when the push failed: the open app is a way of its own', () => {
    expect(isRinging(page({ status: 'failed', failedAt: noon, sentAt: null }), incident)).toBe(true);
  });

  it('no more once somebody has it', () => {
    const taken = acknowledge(incident, { userId: 'sam', name: 'Sam' }, sampleFacts().severities, noon);
    expect(taken.kind === 'done' && isRinging(page(), taken.turn.incident)).toBe(false);
  });

  it('not of another episode, cancelled, or without its incident', () => {
    expect(isRinging(page({ episode: 2 }), incident)).toBe(false);
    expect(isRinging(page({ status: 'cancelled', cancelledAt: noon }), incident)).toBe(false);
    expect(isRinging(page(), null)).toBe(false);
  });

  it('never as a notice', () => {
    expect(isRinging(page({ kind: 'notice' }), incident)).toBe(false);
  });

  it('as a test until it is seen', () => {
    const test = page({ kind: 'test', incidentId: null });
    expect(isRinging(test, null)).toBe(true);
    expect(isRinging({ ...test, seenAt: noon, status: 'seen' }, null)).toBe(false);
    expect(isRinging({ ...test, failedAt: noon, status: 'failed' }, null)).toBe(false);
  });
});

describe('the alarms of a person', () => {
  it("are their own pages, not others', and none that is still waiting to be sent", () => {
    expect(idsOf([page({ id: 'own' }), page({ id: 'other', userId: 'sam' }), sampleNotification({ id: 'waiting', createdAt: noon + 1 })])).toEqual(['own']);
  });

  it('are one per incident: its latest', () => {
    expect(idsOf([page({ id: 'first' }), page({ id: 'second', createdAt: noon + MINUTE, cause: '1.0' })])).toEqual(['second']);
    expect(idsOf([page({ id: 'second', createdAt: noon + MINUTE }), page({ id: 'first' })])).toEqual(['second']);
  });

  it('an ended older page does not hide a ringing one', () => {
    expect(idsOf([page({ id: 'rings' }), page({ id: 'cancelled', createdAt: noon + 1, status: 'cancelled', cancelledAt: noon })])).toEqual(['rings']);
  });

  it('come worst first, then oldest first, a test last', () => {
    const incidents = [
      sampleIncident({ id: 'INC-000001', severity: 'SEV2' }), sampleIncident({ id: 'INC-000002', severity: 'SEV1' }),
      sampleIncident({ id: 'INC-000003', severity: 'SEV1' }),
    ];
    const pages = [
      page({ id: 'test', kind: 'test', incidentId: null, createdAt: noon - 1 }), page({ id: 'a', incidentId: 'INC-000001' }),
      page({ id: 'b', incidentId: 'INC-000002', createdAt: noon + 2 }), page({ id: 'c', incidentId: 'INC-000003', createdAt: noon + 1 }),
    ];
    expect(idsOf(pages, incidents)).toEqual(['c', 'b', 'a', 'test']);
  });

  it('of a drill come after everything real, before a test', () => {
    const incidents = [sampleIncident({ id: 'INC-000001', severity: 'SEV1', drill: { id: 'd', scenario: 'Region loss' } }), sampleIncident({ id: 'INC-000002', severity: 'SEV4' })];
    expect(idsOf([page({ id: 'test', kind: 'test', incidentId: null }), page({ id: 'drill', incidentId: 'INC-000001' }), page({ id: 'real', incidentId: 'INC-000002', createdAt: noon + 1 })], incidents)).toEqual(['real', 'drill', 'test']);
  });

  it('asks nothing of the order of the given lists, and leaves them as they are', () => {
    const given = Object.freeze([page({ id: 'first' }), page({ id: 'second', createdAt: noon + 1 })]);
    expect(alarmsOf(given, [incident], 'priya').map(({ notification }) => notification.id)).toEqual(['second']);
  });
});
