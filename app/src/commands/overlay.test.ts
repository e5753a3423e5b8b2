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

it('notYetSent names the commands of this incident that nobody has answered', () => {
  const incident = anIncident();
  const waiting: Command = { type: 'acknowledge', ...on(incident) };
  expect(notYetSent([entry(waiting, 'waiting'), entry({ type: 'release', ...on(incident) })], incident.id)).toEqual([waiting]);
  expect(notYetSent([entry(waiting, 'waiting')], 'INC-000000')).toEqual([]);
});
