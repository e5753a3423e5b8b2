import { expect, it } from 'vitest';
import { acknowledge } from '#domain/incident/take';
import { defaultSeverityPolicy } from '#domain/incident/severity';
import type { TokenAct } from '../../commands/tokenActs';
import { anIncident } from '../../incidentForTests';
import { footerState } from './footerState';

const page = { kind: 'page', token: 'n1.secret', notificationId: 'n1', incidentId: 'INC-K7Q2MD', tag: 'INC-K7Q2MD', title: '', body: '', url: '/', sentAt: 0, loud: true } as const;
const waiting: TokenAct = { state: 'waiting', page, at: 1_000 };
const done: TokenAct = { state: 'done', page, at: 1_000, settledAt: 2_000, late: false, message: '' };

it('never offers Acknowledge over one that is on its way by the page’s token', () => {
  expect(footerState(anIncident(), [], 'ada', 3_000, waiting).kind).toBe('unsentByToken');
  expect(footerState(anIncident(), [], 'ada', 3_000, { ...waiting, state: 'sending' }).kind).toBe('sendingByToken');
});

it('waits for the incident’s own news once the token’s acknowledge is answered, but not for ever, nor for another episode', () => {
  expect(footerState(anIncident(), [], 'ada', 3_000, done).kind).toBe('sendingByToken');
  expect(footerState(anIncident(), [], 'ada', 13_000, done).kind).toBe('acknowledge');
  const { clocks } = anIncident();
  expect(footerState(anIncident({ clocks: { ...clocks, triggeredAt: 1_500 } }), [], 'ada', 3_000, done).kind).toBe('acknowledge');
  expect(footerState(anIncident(), [], 'ada', 3_000, { ...done, state: 'refused' }).kind).toBe('acknowledge');
});

it('shows the truth once it is there', () => {
  const decision = acknowledge(anIncident(), { userId: 'ada', name: 'Ada' }, defaultSeverityPolicy, 2_000);
  if (decision.kind !== 'done') throw new Error(decision.kind);
  expect(footerState(decision.turn.incident, [], 'ada', 3_000, done).kind).toBe('undo');
  expect(footerState(decision.turn.incident, [], 'ada', 3_000, waiting).kind).toBe('undo');
});
