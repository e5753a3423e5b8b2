import { describe, expect, it } from 'vitest';
import { noon, sampleFacts, sampleIncident, samplePerson, samplePolicy, sampleSchedule } from '../samples';
import { acknowledge } from '../incident/take';
import { resolve } from '../incident/finish';
import type { Incident } from '../incident/incident';
import type { OpeningFacts } from '../incident/open';
import type { Turn } from '../incident/turn';
import { HOUR, type Instant, MINUTE, SECOND } from '../time/instant';
import { advance } from './advance';
import type { Step } from './policy';
import { peopleOfStep } from './targets';
import { recipientOf } from '../notification/notification';

const step = (delaySeconds: number, ...userIds: string[]): Step => ({ targets: userIds.map((userId) => ({ kind: 'person', userId })), delaySeconds });
const factsWith = (steps: Step[], rounds = 1, fields: Partial<OpeningFacts> = {}) => sampleFacts({ policy: samplePolicy({ steps, rounds }), ...fields });

/** Every turn until `until` when nobody does anything and each wake-up comes on time. */
function unattended(facts: OpeningFacts, until: Instant): { at: Instant; turn: Turn }[] {
  const turns: { at: Instant; turn: Turn }[] = [];
  let incident: Incident = sampleIncident({}, facts);
  while (incident.wakeAt !== null && incident.wakeAt <= until) {
    const at = incident.wakeAt;
    const turn = advance(incident, facts, at);
    turns.push({ at, turn });
    incident = turn.incident;
  }
  return turns;
}
/** Who was paged after how many seconds, by which cause. */
const pages = (turns: { at: Instant; turn: Turn }[]) =>
  turns.map(({ at, turn }) => [(at - noon) / SECOND, ...turn.requests.map((request) => `${recipientOf(request)} ${request.cause}`)]);

describe('steps, rounds and delays', () => {
  it('each step waits its own delay, each round begins anew, and after the last the admins are paged every ten minutes', () => {
    expect(pages(unattended(sampleFacts(), noon + 40 * MINUTE))).toEqual([
      [60, 'sam 0.1'], [180, 'priya 1.0'], [240, 'sam 1.1'],
      [360, 'ada last-resort.0'], [960, 'ada last-resort.1'], [1560, 'ada last-resort.2'], [2160, 'ada last-resort.3'],
    ]);
  });

  it('a step reaches all of its people, each once, and inactive ones and stakeholders never', () => {
    const facts = factsWith([{
      targets: [{ kind: 'schedule', scheduleId: 'weekly' }, ...step(60, 'priya', 'sam', 'gone', 'stella', 'unknown').targets], delaySeconds: 60,
    }]);
    facts.people = { ...facts.people, gone: samplePerson('gone', { active: false }) };
    expect(sampleIncident({}, facts).responders.map(({ userId }) => userId)).toEqual(['priya', 'sam']);
    const [first] = facts.policy.steps;
    expect(first && peopleOfStep(first, 0, facts, noon).map(({ userId }) => userId)).toEqual(['priya', 'sam']);
  });

  it('a schedule reaches whoever is on call when the step comes, not when it was triggered', () => {
    const handover = sampleSchedule('weekly', ['priya'], {
      overrides: [{ kind: 'replace', id: 'swap', startAt: noon + 3 * MINUTE, endAt: noon + HOUR, removeUserId: 'priya', addUserId: 'ada' }],
    });
    const facts = sampleFacts({ schedules: { weekly: handover } });
    expect(pages(unattended(facts, noon + 3 * MINUTE))).toEqual([[60, 'sam 0.1'], [180, 'ada 1.0']]);
  });

  it('the incident keeps the policy that it was triggered with', () => {
    const incident = sampleIncident();
    const edited = sampleFacts({ policy: samplePolicy({ steps: [step(1, 'ada')] }) });
    expect(advance(incident, edited, noon + MINUTE).requests).toMatchObject([{ to: { userId: 'sam' } }]);
  });

  it('says whom it paged, and in which place', () => {
    const { changes, requests } = advance(sampleIncident(), sampleFacts(), noon + MINUTE);
    expect(changes).toEqual([{ type: 'paged', round: 0, step: 1, people: [{ userId: 'sam', name: 'Sam', why: 'secondary' }] }]);
    expect(requests).toMatchObject([{ kind: 'page', what: 'page', why: 'secondary', dueAt: noon + MINUTE, expiresAt: noon + 3 * MINUTE }]);
  });
});

describe('a step that reaches nobody', () => {
  it('is skipped at once, and said', () => {
    const facts = sampleFacts({ schedules: { weekly: sampleSchedule('weekly', ['gone']) } });
    const incident = sampleIncident({}, facts);
    expect(incident).toMatchObject({ responders: [{ userId: 'sam' }], escalation: { step: 1, nextAt: noon + 2 * MINUTE } });
    const { changes } = advance(incident, facts, noon + 2 * MINUTE);
    expect(changes).toMatchObject([{ type: 'stepSkipped', round: 1, step: 0, targets: ['Schedule weekly'] }, { type: 'paged', round: 1, step: 1 }]);
  });

  it('a gap in a schedule is such a step', () => {
    const gap = sampleSchedule('weekly', ['priya'], { overrides: [{ kind: 'remove', id: 'off', startAt: noon, endAt: noon + HOUR, removeUserId: 'priya' }] });
    expect(sampleIncident({}, sampleFacts({ schedules: { weekly: gap } })).responders).toMatchObject([{ userId: 'sam' }]);
  });
});

describe('the last resort', () => {
  const nobody = factsWith([step(60, 'gone'), step(60, 'gone')], 3);

  it('takes a page that found nobody in a whole round, at once and every ten minutes', () => {
    const incident = sampleIncident({}, nobody);
    expect(incident).toMatchObject({ responders: [{ userId: 'ada' }], escalation: { state: 'lastResort', reason: 'nobody', nextAt: noon + 10 * MINUTE } });
    expect(pages(unattended(nobody, noon + 30 * MINUTE))).toEqual([[600, 'ada last-resort.1'], [1200, 'ada last-resort.2'], [1800, 'ada last-resort.3']]);
  });

  it('says why, and goes on for the same reason', () => {
    const { changes } = advance(sampleIncident({}, nobody), nobody, noon + 10 * MINUTE);
    expect(changes).toEqual([{ type: 'lastResort', reason: 'nobody', people: [{ userId: 'ada', name: 'Ada', why: 'last resort' }] }]);
    const outOfRounds = unattended(factsWith([step(60, 'sam')]), noon + MINUTE);
    expect(outOfRounds.map(({ turn }) => turn.changes)).toMatchObject([[{ type: 'lastResort', reason: 'outOfRounds' }]]);
  });

  it('is every active admin, and no other', () => {
    const facts = factsWith([step(60, 'gone')]);
    facts.people = {
      ...facts.people, bo: samplePerson('bo', { role: 'admin' }), former: samplePerson('former', { role: 'admin', active: false }),
    };
    expect(sampleIncident({}, facts).responders.map(({ userId }) => userId)).toEqual(['ada', 'bo']);
  });

  it('where nobody is at all it is said, and tried again in ten minutes, at low urgency too', () => {
    for (const severity of ['SEV1', 'SEV4'] as const) {
      const empty = { ...nobody, people: {} };
      const incident = sampleIncident({ severity }, empty);
      expect(incident).toMatchObject({ responders: [], wakeAt: noon + 10 * MINUTE });
      expect(advance(incident, empty, noon + 10 * MINUTE)).toMatchObject({ changes: [{ type: 'nobodyAtAll' }], requests: [], incident: { wakeAt: noon + 20 * MINUTE } });
      // An admin has been appointed meanwhile.
      expect(advance(incident, nobody, noon + 10 * MINUTE).requests).toMatchObject([{ to: { userId: 'ada' } }]);
    }
  });

  it('a round that reached somebody before its last step is no round of nobody', () => {
    const facts = factsWith([step(60, 'sam'), step(60, 'gone')], 2);
    expect(pages(unattended(facts, noon + 3 * MINUTE))).toEqual([[60, 'sam 1.0'], [120, 'ada last-resort.0']]);
  });
});

describe('advance', () => {
  it('does nothing early, and nothing twice', () => {
    const facts = sampleFacts();
    const incident = sampleIncident();
    expect(advance(incident, facts, noon + MINUTE - 1)).toEqual({ incident, changes: [], requests: [] });
    const { incident: next } = advance(incident, facts, noon + MINUTE);
    expect(advance(next, facts, noon + MINUTE)).toEqual({ incident: next, changes: [], requests: [] });
  });

  it('late, it does one step and counts the next delay from then', () => {
    const turn = advance(sampleIncident(), sampleFacts(), noon + HOUR);
    expect(turn.requests).toMatchObject([{ to: { userId: 'sam' } }]);
    expect(turn.incident.wakeAt).toBe(noon + HOUR + 2 * MINUTE);
  });

  it('does nothing to an incident that somebody has or that has ended', () => {
    const facts = sampleFacts();
    const who = { userId: 'priya', name: 'Priya' };
    for (const decision of [acknowledge(sampleIncident(), who, facts.severities, noon), resolve(sampleIncident(), who, noon)]) {
      if (decision.kind !== 'done') throw new Error(decision.kind);
      const { incident } = decision.turn;
      const rests = noon + (incident.status === 'resolved' ? 365 * 24 * HOUR : 10 * MINUTE - 1);
      expect(advance(incident, facts, rests)).toEqual({ incident, changes: [], requests: [] });
    }
  });
});
