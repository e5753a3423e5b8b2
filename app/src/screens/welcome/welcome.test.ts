import { describe, expect, it } from 'vitest';
import type { EscalationPolicy } from '#domain/escalation/policy';
import type { Incident } from '#domain/incident/incident';
import type { Person } from '#domain/people/person';
import { nextSentence, pagesMe, planOf, planSentence } from './plan';
import { escalatedTo, preciseClock, proofSentences } from './proof';
import { alertmanagerSnippet, curlSnippet } from './snippets';

const at = Date.UTC(2023, 10, 14, 2, 12, 4, 130);
const person = (id: string, name: string): Person => ({ id, name, role: 'responder', timeZone: 'UTC', teamIds: [], active: true, privateLockScreen: false, timeOff: [], callNumber: null });
const facts = { people: { ada: person('ada', 'Ada'), sam: person('sam', 'Sam') }, schedules: {} };
const step = (userId: string) => ({ targets: [{ kind: 'person' as const, userId }], delaySeconds: 60 });
const policy: EscalationPolicy = { id: 'p', name: 'Checkout', rounds: 3, steps: [step('ada'), step('sam')] };
const plan = planOf(policy, facts, at);
const incident: Incident = {
  id: 'INC-K7Q2MD', title: 'Drill 4F7K: nothing is wrong, acknowledge this', description: '', isRenamed: false, severity: 'SEV2', type: 'outage', urgency: 'high',
  serviceId: 'checkout', serviceName: 'Checkout', alertServices: [], alertNames: [], declaredBy: null, roles: [],
  responders: [{ userId: 'ada', name: 'Ada', state: 'acknowledged', at }], requests: [],
  clocks: {
    startedAt: at, detectedAt: at, triggeredAt: at, notifiedAt: at, acknowledgedAt: at + 6_000, rootCauseIdentifiedAt: null, fixDeployedAt: null,
    mitigatedAt: null, resolvedAt: null,
  },
  updateCount: 0, publicNotice: false, wakeAt: null, alertCounts: { firing: 1, total: 1, events: 1 }, links: [], runbookId: null, linkedTo: null, reopenedCount: 0,
  mergedInto: null, tags: [], routedBy: null, flapping: null,
  impact: null, tasks: [], decided: [], warRoom: null, ticks: [], exitChecks: [], verdict: null, repeatOf: null, drillId: null, cadenceMinutes: null, lastUpdateAt: null, finalUpdateAt: null, updateRemindedAt: null, commanderAskedAt: null,
  status: 'acknowledged', owner: { userId: 'ada', name: 'Ada', at: at + 6_000 }, leaseUntil: null, toldAt: null, nudgedAt: null, snoozedUntil: null,
  escalation: { policy, episode: 0, round: 0, step: 0, state: 'paused', was: 'paging', reason: null, remainingMilliseconds: 54_000 },
};
const drill = { code: '4F7K', tappedAt: at, answeredAt: at + 210, incidentId: 'INC-K7Q2MD' };

describe('who is woken', () => {
  it('is said before it happens', () => {
    expect(pagesMe(plan, 'ada')).toBe(true);
    expect(planSentence(plan, 'Checkout', 'ada')).toBe('This pages you: you are primary for Checkout.');
    expect(nextSentence(plan, 'ada')).toBe('If nobody answers for 1 min, Sam (secondary) is paged.');
  });
  it('is not the reader when they are not on call', () => {
    expect(pagesMe(plan, 'kim')).toBe(false);
    expect(planSentence(plan, 'Checkout', 'kim')).toBe('You are not on call for Checkout. This wakes Ada (primary), not you.');
  });
  it('is the admins when nobody is on call', () => {
    const nobody = planOf({ ...policy, steps: [step('gone')] }, facts, at);
    expect(planSentence(nobody, 'Checkout', 'ada')).toBe('Nobody is on call for Checkout: the page goes to the admins.');
  });
});

describe('the proof', () => {
  it('is measured and says who slept on', () => {
    expect(proofSentences({ drill, shownAt: at + 400, incident, plan }, 'ada', 'Europe/Berlin')).toEqual([
      'Sent at 03:12:04.1, accepted after 0.2 s, on this screen after 0.4 s.', 'Acknowledged by you 6.0 s after it was triggered.', 'Sam was not paged.',
    ]);
  });
  it('claims no screen that it did not reach', () => {
    expect(proofSentences({ drill, shownAt: null, incident, plan }, 'kim', 'UTC').slice(0, 2))
      .toEqual(['Sent at 02:12:04.1, accepted after 0.2 s.', 'Acknowledged by Ada 6.0 s after it was triggered.']);
  });
  it('tells the escalation by its own times', () => {
    expect(escalatedTo(incident, plan)).toBeNull();
    const both: Incident = { ...incident, responders: [...incident.responders, { userId: 'sam', name: 'Sam', state: 'paged', at: at + 60_300 }] };
    expect(escalatedTo(both, plan)).toEqual({ name: 'Sam', after: 60_300 });
    expect(proofSentences({ drill, shownAt: null, incident: both, plan }, 'ada', 'UTC').at(-1)).toBe('Sam was paged too.');
  });
  it('keeps the leading zero of a second', () => {
    expect(preciseClock(Date.UTC(2023, 0, 1, 0, 0, 0, 90), 'UTC')).toBe('00:00:00.0');
  });
});

it('the snippets carry the real address', () => {
  expect(alertmanagerSnippet('https://rouse.example', 'k1')).toContain('- url: https://rouse.example/v1/hooks/alertmanager/k1');
  const [, body] = /-d '(.*)'/.exec(curlSnippet('https://rouse.example', 'k1')) ?? [];
  expect(JSON.parse(body ?? '')).toMatchObject({ title: 'Disk of db-1 is full', dedupKey: 'db-1-disk', severity: 'high' });
});
