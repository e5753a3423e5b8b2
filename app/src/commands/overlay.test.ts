import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/command/command';
import type { Incident } from '#domain/incident/incident';
import { defaultSeverityPolicy } from '#domain/incident/severity';
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

it('notYetSent names the commands of this incident that nobody has answered', () => {
  const incident = anIncident();
  const waiting: Command = { type: 'acknowledge', ...on(incident) };
  expect(notYetSent([entry(waiting, 'waiting'), entry({ type: 'release', ...on(incident) })], incident.id)).toEqual([waiting]);
  expect(notYetSent([entry(waiting, 'waiting')], 'INC-000000')).toEqual([]);
});
