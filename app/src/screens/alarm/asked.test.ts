import { describe, expect, it } from 'vitest';
import { answerRequest, ask } from '#domain/incident/requests';
import { defaultSeverityPolicy } from '#domain/incident/severity';
import type { Decision } from '#domain/incident/decision';
import type { Incident } from '#domain/incident/incident';
import { anIncident, facts } from '../../incidentForTests';
import { requestEnded, ringingRequest } from './asked';

const done = (decision: Decision): Incident => {
  if (decision.kind !== 'done') throw new Error(decision.code);
  return decision.turn.incident;
};
const asked = () => done(ask(anIncident(), 'help', [{ kind: 'person', userId: 'sam' }], { userId: 'ada', name: 'Ada' }, facts, 'request-1', 1_000));
const answered = (accept: boolean) => done(answerRequest(asked(), null, accept, { userId: 'sam', name: 'Sam' }, { ...facts, severities: defaultSeverityPolicy }, 2_000));
const notification = { kind: 'request', userId: 'sam', cause: 'request.request-1' } as const;

describe('what rings', () => {
  it('is the request, also where a page rings for the same person', () => {
    expect(ringingRequest({ notification, incident: asked() })?.id).toBe('request-1');
    expect(ringingRequest({ notification: { ...notification, kind: 'page' }, incident: asked() })?.id).toBe('request-1');
    expect(ringingRequest({ notification: { kind: 'page', userId: 'ada' }, incident: asked() })).toBeNull();
    expect(ringingRequest({ notification, incident: answered(false) })).toBeNull();
  });
});

describe('a request that ended', () => {
  it('says how', () => {
    expect(requestEnded(notification, answered(true))).toBe('You accepted.');
    expect(requestEnded(notification, answered(false))).toMatch(/^You declined/);
    expect(requestEnded({ ...notification, cause: 'request.older' }, answered(false))).toMatch(/anew/);
    expect(requestEnded({ ...notification, kind: 'page' }, answered(false))).toBeNull();
  });
});
