import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/command/command';
import type { Incident } from '#domain/incident/incident';
import { answerRequest, ask } from '#domain/incident/requests';
import { defaultSeverityPolicy } from '#domain/incident/severity';
import { snooze } from '#domain/incident/snooze';
import { acknowledge } from '#domain/incident/take';
import type { Decision } from '#domain/incident/decision';
import { MINUTE } from '#domain/time/instant';
import { anIncident, facts } from '../../incidentForTests';
import { askWords, candidatesOf } from './candidates';
import { footerState } from './footerState';
import { answerMeans, askedWords, requestLines } from './requestWords';

const ada = { userId: 'ada', name: 'Ada' };
const sam = { userId: 'sam', name: 'Sam' };
const done = (decision: Decision): Incident => {
  if (decision.kind !== 'done') throw new Error(decision.code);
  return decision.turn.incident;
};
const adas = () => done(acknowledge(anIncident(), ada, defaultSeverityPolicy, 1_000));
const asked = (kind: 'take' | 'help' | 'call' = 'take', of = adas()) => done(ask(of, kind, [{ kind: 'person', userId: 'sam' }], ada, facts, 'request-1', MINUTE));
const command = (type: 'acknowledge' | 'release' | 'addNote'): Command => (type === 'addNote' ? { type, commandId: 'c', incidentId: 'INC-K7Q2MD', text: 'x' } : { type, commandId: 'c', incidentId: 'INC-K7Q2MD' });
const later = 10 * MINUTE;

describe('the one thing to do', () => {
  it('is acknowledge, then undo, then nothing without a runbook', () => {
    expect(footerState(anIncident(), [], 'ada', later).kind).toBe('acknowledge');
    expect(footerState(adas(), [], 'ada', 5_000)).toEqual({ kind: 'undo', until: 11_000 });
    expect(footerState(adas(), [], 'ada', later).kind).toBe('nothing');
    expect(footerState({ ...adas(), runbookId: 'r' }, [], 'sam', 5_000).kind).toBe('runbook');
  });
  it('is the answer, for whoever is asked', () => {
    expect(footerState(asked(), [], 'sam', later)).toMatchObject({ kind: 'asked', request: { id: 'request-1' } });
    expect(footerState(asked(), [], 'ada', later).kind).toBe('nothing');
    expect(footerState(asked('help', anIncident()), [], 'sam', later).kind).toBe('asked');
  });
  it('is to end the snooze, and to say that one is still on it', () => {
    const asleep = done(snooze(adas(), 30, ada, defaultSeverityPolicy, 2_000));
    expect(footerState(asleep, [], 'ada', later).kind).toBe('endSnooze');
    expect(footerState(asleep, [], 'sam', later).kind).toBe('nothing');
    const owned = adas();
    if (owned.status !== 'acknowledged') throw new Error(owned.status);
    expect(footerState({ ...owned, nudgedAt: later }, [], 'ada', later + 1)).toEqual({ kind: 'stillOnIt', until: later + 5 * MINUTE });
  });
  it('is to acknowledge what only its source has acknowledged', () => {
    const owned = adas();
    if (owned.status !== 'acknowledged') throw new Error(owned.status);
    expect(footerState({ ...owned, owner: { userId: null, name: 'Alertmanager', at: 0 } }, [], 'ada', later).kind).toBe('acknowledge');
  });
  it('is nothing new while a decision waits for a connection; a note does not stand in the way', () => {
    expect(footerState(anIncident(), [command('acknowledge')], 'ada', later).kind).toBe('unsent');
    expect(footerState(anIncident(), [command('addNote')], 'ada', later).kind).toBe('acknowledge');
  });
});

describe('a request in words', () => {
  it('is for everybody to see, and "you" for who is asked', () => {
    expect(requestLines(asked(), 'ada', 3 * MINUTE)).toEqual(['Sam was asked to take it over 2 min ago.']);
    expect(requestLines(asked('help'), 'sam', 3 * MINUTE)).toEqual(['You were asked by Ada to help 2 min ago.']);
    expect(requestLines(asked('call'), 'ada', MINUTE)).toEqual(['Sam was called just now.']);
  });
  it('stays as a refusal for an hour, and goes with an acceptance', () => {
    const answer = (accepted: boolean) => done(answerRequest(asked(), 'request-1', accepted, sam, { ...facts, severities: defaultSeverityPolicy }, 2 * MINUTE));
    expect(requestLines(answer(false), 'ada', 4 * MINUTE)).toEqual(['Sam declined to take it over 2 min ago.']);
    expect(requestLines(answer(false), 'ada', 70 * MINUTE)).toEqual([]);
    expect(requestLines(answer(true), 'ada', 4 * MINUTE)).toEqual([]);
  });
  it('says what an answer comes to', () => {
    const request = { kind: 'take', askedBy: ada } as const;
    expect(askedWords(request)).toBe('Ada asks you to take it over.');
    expect(answerMeans(asked(), request)).toBe('Accept, and you have it. Until then Ada does.');
    expect(answerMeans(anIncident(), request)).toMatch(/^Nobody has it/);
    expect(answerMeans(asked(), { kind: 'help' })).toMatch(/responder/);
  });
});

describe('who can be asked', () => {
  const schedule = { id: 's', name: 'Shop', timeZone: 'UTC', layers: [], overrides: [{ id: 'o', kind: 'add', addUserId: 'sam', startAt: 0, endAt: later }], temporary: [], holidayCalendarId: null } as const;
  const known = { ...facts, schedules: { s: { ...schedule, layers: [], overrides: [...schedule.overrides], temporary: [] } } };
  const candidates = (kind: 'take' | 'help', userId: string) => candidatesOf({ incident: asked(), kind, userId, zone: 'Asia/Tokyo' }, known, [{ id: 't', name: 'All', memberIds: ['ada', 'sam'] }], MINUTE);
  it('is never the reader, and never who has it to take it over', () => {
    expect(candidates('help', 'ada').people.map(({ title, detail }) => [title, detail])).toEqual([['Sam', 'secondary · 00:01 there']]);
    expect(candidates('take', 'sam').people).toEqual([]);
    expect(candidates('take', 'ada').people[0]?.detail).toMatch(/asked already/);
  });
  it('is whoever is on call, and whole teams, by name', () => {
    expect(candidates('help', 'ada').schedules).toMatchObject([{ title: 'Shop', detail: 'On call: Sam' }]);
    expect(candidates('help', 'sam').schedules).toEqual([]);
    expect(candidates('help', 'ada').teams).toMatchObject([{ detail: 'Everybody: Sam', names: ['Sam'] }]);
    expect(askWords('take', ['Sam'])).toBe('Sam is asked to take it over');
    expect(askWords('call', ['Sam', 'Ben'])).toBe('Sam and Ben are called');
  });
});
