import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/command/command';
import type { Incident } from '#domain/incident/incident';
import { defaultSeverityPolicy } from '#domain/incident/severity';
import { ask } from '#domain/incident/requests';
import { anIncident, facts } from '../incidentForTests';
import { notYetSent, withCommands } from './overlay';
import type { Entry } from './queue';

const ada = { userId: 'ada', name: 'Ada' };
const overlayFacts = { ...facts, severities: defaultSeverityPolicy };
const entry = (command: Command, state: Entry['state'] = 'sending'): Entry => ({ command, userId: 'ada', queuedAt: 2_000, order: 1, state });
const on = (incident: Incident) => ({ commandId: 'command-1', incidentId: incident.id });

describe('withCommands', () => {
  it('shows an acknowledge on its way as the server will have it', () => {
    const incident = anIncident();
    const shown = withCommands(incident, [entry({ type: 'acknowledge', ...on(incident) })], ada, overlayFacts);
    expect(shown.status).toBe('acknowledged');
    expect(shown.status === 'acknowledged' && shown.owner).toEqual({ ...ada, at: 2_000 });
  });

  it('keeps showing it while it settles', () => {
    const incident = anIncident();
    expect(withCommands(incident, [entry({ type: 'acknowledge', ...on(incident) }, 'settled')], ada, overlayFacts).status).toBe('acknowledged');
  });

  it('never shows what waits for a connection as done', () => {
    const incident = anIncident();
    expect(withCommands(incident, [entry({ type: 'acknowledge', ...on(incident) }, 'waiting')], ada, overlayFacts)).toBe(incident);
  });

  it('leaves other incidents alone', () => {
    const incident = anIncident();
    const other: Command = { type: 'acknowledge', commandId: 'command-1', incidentId: 'INC-000000' };
    expect(withCommands(incident, [entry(other)], ada, overlayFacts)).toBe(incident);
  });

  it('does not do over again what the truth has already: acknowledged, given back, and both known', () => {
    const incident = anIncident();
    const both = [entry({ type: 'acknowledge', ...on(incident) }, 'settled'), entry({ type: 'release', ...on(incident) }, 'settled')];
    expect(withCommands(incident, both, ada, overlayFacts)).toBe(incident);
  });

  it('shows the last wish where the truth lags behind', () => {
    const taken = withCommands(anIncident(), [entry({ type: 'acknowledge', ...on(anIncident()) })], ada, overlayFacts);
    const both = [entry({ type: 'acknowledge', ...on(taken) }, 'settled'), entry({ type: 'release', ...on(taken) })];
    expect(withCommands(taken, both, ada, overlayFacts).status).toBe('triggered');
  });

  it('leaves an incident that somebody else took meanwhile with them', () => {
    const taken = withCommands(anIncident(), [entry({ type: 'acknowledge', ...on(anIncident()) })], { userId: 'sam', name: 'Sam' }, overlayFacts);
    const shown = withCommands(taken, [entry({ type: 'acknowledge', ...on(taken) })], ada, overlayFacts);
    expect(shown.status === 'acknowledged' && shown.owner?.name).toBe('Sam');
  });

  it('shows a new severity at once', () => {
    const incident = anIncident();
    expect(withCommands(incident, [entry({ type: 'setSeverity', severity: 'SEV3', ...on(incident) })], ada, overlayFacts).severity).toBe('SEV3');
  });
});

describe('withCommands, of what people ask each other', () => {
  const asked = () => {
    const decision = ask(anIncident(), 'take', [{ kind: 'person', userId: 'sam' }], ada, facts, 'request-1', 1_000);
    if (decision.kind !== 'done') throw new Error(decision.code);
    return decision.turn.incident;
  };
  const sam = { userId: 'sam', name: 'Sam' };
  const answer = (accept: boolean, state: Entry['state'] = 'sending') => [entry({ type: 'answerRequest', ...on(asked()), requestId: 'request-1', accept }, state)];

  it('shows a snooze as taken and asleep until then', () => {
    const shown = withCommands(anIncident(), [entry({ type: 'snooze', ...on(anIncident()), minutes: 30 })], ada, overlayFacts);
    expect(shown).toMatchObject({ status: 'acknowledged', owner: ada, snoozedUntil: 2_000 + 30 * 60_000 });
    expect(withCommands(shown, [entry({ type: 'endSnooze', ...on(shown) })], ada, overlayFacts)).toMatchObject({ status: 'acknowledged', snoozedUntil: null });
  });

  it('shows who accepts to take it over as having it', () => {
    expect(withCommands(asked(), answer(true), sam, overlayFacts)).toMatchObject({ status: 'acknowledged', owner: sam });
  });

  it('shows a decline as an answer that changes nothing else', () => {
    const shown = withCommands(asked(), answer(false), sam, overlayFacts);
    expect(shown).toMatchObject({ status: 'triggered', requests: [{ state: 'declined' }] });
  });

  it('never shows an answer that waits for a connection as given', () => {
    const incident = asked();
    expect(withCommands(incident, answer(true, 'waiting'), sam, overlayFacts)).toBe(incident);
  });

  it('takes a note as the answer to "still on it?"', () => {
    const taken = withCommands(anIncident(), [entry({ type: 'acknowledge', ...on(anIncident()) })], ada, overlayFacts);
    if (taken.status !== 'acknowledged') throw new Error(taken.status);
    const nudged: Incident = { ...taken, nudgedAt: 1_500 };
    expect(withCommands(nudged, [entry({ type: 'addNote', ...on(taken), text: 'Still on it' })], ada, overlayFacts)).toMatchObject({ status: 'acknowledged', nudgedAt: null });
  });
});

describe('withCommands, of what is written down beside it', () => {
  const incident = anIncident();
  const shown = (commands: Command[], of: Incident = incident, state: Entry['state'] = 'sending') =>
    withCommands(of, commands.map((command, order) => ({ ...entry(command, state), order })), ada, overlayFacts);
  const tick = (step: string, state: 'done' | 'skipped' | 'open', commandId: string): Command => ({ type: 'tickStep', commandId, incidentId: incident.id, runbookId: 'r', step, words: 'w', state });

  it('counts each of several ticks, and the last one of each step', () => {
    const ticked = shown([tick('a', 'done', 'command-1'), tick('b', 'skipped', 'command-2'), tick('a', 'open', 'command-3'), tick('c', 'done', 'command-4')]);
    expect(ticked.ticks.map(({ step, state, by }) => [step, state, by])).toEqual([['b', 'skipped', 'Ada'], ['c', 'done', 'Ada']]);
  });

  it('shows every new task, and none twice once the truth has it', () => {
    const add = (commandId: string, title: string): Command => ({ type: 'addTask', commandId, incidentId: incident.id, title, ownerId: 'sam', dueAt: null });
    const both = shown([add('command-1', 'Call the host'), add('command-2', 'Roll back')]);
    expect(both.tasks.map(({ id, title, owner }) => [id, title, owner?.name])).toEqual([['command-1', 'Call the host', 'Sam'], ['command-2', 'Roll back', 'Sam']]);
    expect(shown([add('command-1', 'Call the host')], both, 'settled').tasks).toHaveLength(2);
  });

  it('shows several changes of one task together', () => {
    const [added] = [shown([{ type: 'addTask', ...on(incident), title: 'Roll back', ownerId: null, dueAt: null }])];
    const change = (commandId: string, own: object): Command => ({ type: 'changeTask', commandId, incidentId: incident.id, taskId: 'command-1', ...own });
    const changed = shown([change('command-2', { done: true }), change('command-3', { ownerId: 'ada' }), change('command-4', { title: 'Roll back to 41' })], added);
    expect(changed.tasks).toMatchObject([{ title: 'Roll back to 41', owner: { name: 'Ada' }, doneBy: 'Ada' }]);
    expect(shown([{ type: 'removeTask', commandId: 'command-5', incidentId: incident.id, taskId: 'command-1' }], added).tasks).toEqual([]);
  });

  it('shows who takes a role, one role beside the other', () => {
    const assign = (commandId: string, role: 'incidentCommander' | 'scribe', userId: string): Command => ({ type: 'assignRole', commandId, incidentId: incident.id, role, userId, deputyId: null });
    const held = shown([assign('command-1', 'incidentCommander', 'sam'), assign('command-2', 'scribe', 'ada'), assign('command-3', 'incidentCommander', 'ada')]);
    expect(held.roles.map(({ role, name }) => [role, name])).toEqual([['scribe', 'Ada'], ['incidentCommander', 'Ada']]);
    expect(shown([{ type: 'giveUpRole', commandId: 'command-4', incidentId: incident.id, role: 'scribe', userId: 'ada' }], held).roles).toHaveLength(1);
  });

  const cases: [string, Command, object][] = [
    ['on the way', { type: 'setOnTheWay', ...on(incident), minutes: 10 }, { responders: [{ onTheWay: { minutes: 10 } }] }],
    ['a decision', { type: 'addDecision', ...on(incident), text: 'To Frankfurt' }, { decided: [{ text: 'To Frankfurt', by: 'Ada' }] }],
    ['the impact', { type: 'setImpact', ...on(incident), answers: {}, people: 12, note: '' }, { impact: { people: 12 } }],
    ['an item of the exit list', { type: 'checkExit', ...on(incident), item: 'Fix is in', state: 'done', reason: '' }, { exitChecks: [{ item: 'Fix is in', state: 'done' }] }],
    ['a verdict', { type: 'setVerdict', ...on(incident), verdict: 'real', cause: 'A full disk' }, { verdict: { kind: 'real', cause: 'A full disk' } }],
    ['a type', { type: 'setType', ...on(incident), incidentType: 'security' }, { type: 'security' }],
    ['an urgency', { type: 'setUrgency', ...on(incident), urgency: 'low' }, { urgency: 'low' }],
    ['a title', { type: 'renameIncident', ...on(incident), title: 'Nobody can pay' }, { title: 'Nobody can pay' }],
    ['a room', { type: 'setWarRoom', ...on(incident), warRoom: { main: { name: 'Bridge', url: 'https://meet.example/1', dialIns: [] }, backup: null } }, { warRoom: { main: { name: 'Bridge' } } }],
  ];
  it.each(cases)('shows %s at once, and never while it waits', (_what, command, expected) => {
    expect(shown([command])).toMatchObject(expected);
    expect(shown([command], incident, 'waiting')).toBe(incident);
  });

  it('takes a decision’s pin off', () => {
    const decided = shown([{ type: 'addDecision', ...on(incident), text: 'To Frankfurt' }]);
    expect(shown([{ type: 'unpinDecision', commandId: 'command-2', incidentId: incident.id, decisionId: 'command-1' }], decided).decided).toEqual([]);
  });
});

it('notYetSent names the commands of this incident that nobody has answered', () => {
  const incident = anIncident();
  const waiting: Command = { type: 'acknowledge', ...on(incident) };
  expect(notYetSent([entry(waiting, 'waiting'), entry({ type: 'release', ...on(incident) })], incident.id)).toEqual([waiting]);
  expect(notYetSent([entry(waiting, 'waiting')], 'INC-000000')).toEqual([]);
});
