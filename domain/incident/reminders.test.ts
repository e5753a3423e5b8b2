import { describe, expect, it } from 'vitest';
import { noon, sampleArrival, sampleFacts, samplePerson, seededRandom, type SeededRandom } from '../samples';
import { sampleInbox } from '../sampleInbox';
import { tickStep } from '../runbook/tick';
import { assignRole, giveUpRole, setOnTheWay } from '../role/assign';
import { IncidentRole } from '../role/roleNames';
import { DAY, HOUR, type Instant, MINUTE } from '../time/instant';
import { sendUpdate } from '../update/send';
import { addNote, setSeverity } from './adjust';
import { conclude } from './conclude';
import { addDecision, unpinDecision } from './decided';
import type { Decision } from './decision';
import { checkExit, exitItems } from './exitList';
import { reopen, setMilestone } from './finish';
import { setImpact } from './impact';
import { Incident, Milestone, wakeAtOf } from './incident';
import { VerdictKind } from './parts';
import { rename, setStartedAt, setType, setUrgency } from './reclassify';
import { Severity } from './severity';
import { endSnooze, renewed, snooze } from './snooze';
import { acknowledge, escalate, release } from './take';
import { addTask, changeTask, removeTask } from './task';
import { Change } from './timeline';
import { setVerdict } from './verdict';
import { setWarRoom } from './warRoom';

// Whatever people do to an incident, in whatever order, with whatever waits between: it stays whole, and says truly when it next needs attention.

const base = sampleFacts();
const facts = { ...base, people: { ...base.people, gone: samplePerson('gone', { active: false }) } };
const { severities } = facts;
const first = 'INC-000001';

const people = ['priya', 'sam', 'ada', 'stella', 'gone', 'nobody'] as const;
const words = ['', 'x', 'Verified', 'Fix is in', 'Made up'] as const;
const room = { main: { name: 'Bridge', url: 'https://meet.test/a', dialIns: [] }, backup: null };

/** A command as it is sent by somebody at some time. */
type Act = (incident: Incident, who: { userId: string; name: string }, now: Instant, id: string) => Decision;

function randomAct(random: SeededRandom): Act {
  const { chance, below } = random;
  const pick = <const T>(list: readonly T[]): T => random.pick(list);
  const orNobody = () => (chance(0.3) ? null : pick(people));
  const orNothing = <T>(value: T) => (chance(0.4) ? undefined : value);
  return pick<() => Act>([
    () => (incident, who, now) => acknowledge(incident, who, severities, now), () => (incident, who, now) => acknowledge(incident, who, severities, now),
    () => (incident, _who, now) => release(incident, facts, now), () => (incident, _who, now) => escalate(incident, facts, now), () => (incident, _who, now) => reopen(incident, facts, now),
    () => (incident, who, now) => snooze(incident, 45, who, severities, now), () => (incident, _who, now) => endSnooze(incident, severities, now),
    () => (incident, who, now, id) => addDecision(incident, id, 'Decided', who, now), () => (incident) => unpinDecision(incident, incident.decided[0]?.id ?? 'none'),
    () => (incident) => removeTask(incident, incident.tasks[0]?.id ?? 'none'), () => (incident) => setWarRoom(incident, incident.warRoom === null ? room : null),
    () => { const said = { verdict: orNothing(pick(VerdictKind.options)), cause: pick(words), reason: pick(words) }; return (incident, who, now) => conclude(incident, said, who, severities, now); },
    () => { const severity = pick(Severity.options); return (incident, _who, now) => setSeverity(incident, severity, facts, now); },
    () => { const milestone = pick(Milestone.options); return (incident, who, now) => setMilestone(incident, milestone, who, severities, now); },
    () => { const [role, userId, deputyId] = [pick(IncidentRole.options), pick(people), orNobody()]; return (incident, _who, now) => assignRole(incident, role, userId, deputyId, facts, now); },
    () => { const [role, userId] = [pick(IncidentRole.options), pick(people)]; return (incident) => giveUpRole(incident, role, userId); },
    () => { const minutes = chance(0.3) ? null : below(600); return (incident, who, now) => setOnTheWay(incident, minutes, who, now); },
    () => { const urgency = pick(['high', 'low']); return (incident, _who, now) => setUrgency(incident, urgency, facts, now); },
    () => { const type = pick(['outage', 'security']); return (incident) => setType(incident, type); },
    () => { const title = `Title ${below(3)}`; return (incident) => rename(incident, title); },
    () => { const minutes = below(120) - 60; return (incident, _who, now) => setStartedAt(incident, noon + minutes * MINUTE, now); },
    () => { const answers = { affected: pick(['everybody', 'nobody', 'never heard of']) }; return (incident, who, now) => setImpact(incident, { answers, people: null, note: '' }, who, now); },
    () => { const ownerId = orNobody(); return (incident, _who, now, id) => addTask(incident, id, { title: 'Task', ownerId, dueAt: null }, facts, now); },
    () => { const wanted = { ownerId: orNothing(orNobody()), done: orNothing(chance(0.5)) }; return (incident, who, now) => changeTask(incident, incident.tasks[0]?.id ?? 'none', omitUndefined(wanted), who, facts, now); },
    () => { const [item, state, reason] = [pick(words), pick(['open', 'done', 'skipped']), pick(words)]; return (incident, who, now) => checkExit(incident, item, state, reason, who, severities, now); },
    () => { const [kind, cause] = [pick(VerdictKind.options), pick(words)]; return (incident, who, now) => setVerdict(incident, kind, cause, who, now); },
    () => { const minutes = below(120) - 60; return (incident, _who, now) => addNote(incident, { text: 'Note', happenedAt: now + minutes }, severities, now); },
    () => { const [step, state] = [`s${below(3)}`, pick(['done', 'skipped', 'open'])]; return (incident, who, now) => tickStep(incident, { runbookId: 'r', runbook: 'R', step, words: 'Do it', state }, who, now); },
    () => { const final = chance(0.5); return (incident, _who, now) => sendUpdate(incident, { phase: 'investigating', text: 'x', final }, [], now); },
  ])();
}

const omitUndefined = ({ ownerId, done }: { ownerId: string | null | undefined; done: boolean | undefined }) => ({ ...(ownerId === undefined ? {} : { ownerId }), ...(done === undefined ? {} : { done }) });

describe('any sequence of commands, alerts and waits', () => {
  it.each(Array.from({ length: 100 }, (_, seed) => seed))('keeps the incident whole, says truly when it wakes, and a wake-up finds its work done afterwards (seed %i)', (seed) => {
    const random = seededRandom(seed);
    const inbox = sampleInbox(facts);
    inbox.receive(sampleArrival({ severityWord: 'critical' }), noon);
    let now = noon;
    for (let step = 0; step < 120; step += 1) {
      now += random.pick([0, 1, MINUTE, 10 * MINUTE, 31 * MINUTE, 2 * HOUR, DAY]);
      if (random.chance(0.2)) inbox.receive(sampleArrival({ status: random.pick(['firing', 'resolved']) }, now), now);
      const act = randomAct(random);
      const who = random.pick(['priya', 'sam', 'ada']);
      inbox.command(first, (incident) => {
        const decision = act(incident, { userId: who, name: who }, now, `id${step}`);
        if (decision.kind !== 'done') return decision;
        for (const change of decision.turn.changes) Change.parse(change);
        // Nothing changes in silence: what the timeline does not tell, nobody could retrace.
        expect(decision.turn.changes.length).toBeGreaterThan(0);
        return { ...decision, turn: renewed(decision.turn, severities, now) };
      });
      const before = inbox.incident(first);
      const woken = inbox.wake(first, now);
      expect(woken.changes.length > 0).toBe(before.wakeAt !== null && before.wakeAt <= now);
      for (const change of woken.changes) Change.parse(change);
      expect(inbox.wake(first, now)).toEqual({ incident: woken.incident, changes: [], requests: [] });
      expectWhole(inbox.incident(first), now);
    }
  });
});

function expectWhole(incident: Incident, now: Instant) {
  expect(Incident.parse(incident)).toEqual(incident);
  expect(incident.wakeAt).toBe(wakeAtOf(incident));
  expect(incident.wakeAt ?? Infinity).toBeGreaterThan(now);
  expect(exitItems(incident, severities, now).map(({ item }) => item)).toEqual(severities[incident.severity].exitList);
  expect(new Set(incident.responders.map(({ userId }) => userId)).size).toBe(incident.responders.length);
  const held = incident.roles.map(({ role, userId }) => (role === 'technicalResponder' || role === 'subjectMatterExpert' ? `${role} ${userId}` : role));
  expect(new Set(held).size).toBe(held.length);
  expect(incident.roles.some(({ userId }) => ['stella', 'gone', 'nobody'].includes(userId))).toBe(false);
}
