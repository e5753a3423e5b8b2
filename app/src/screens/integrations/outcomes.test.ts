import { describe, expect, it } from 'vitest';
import type { ReceivedEvent } from '../../live/events';
import { becameOf, refusalWords } from './outcomes';

const event = (fields: Partial<ReceivedEvent>): ReceivedEvent => ({
  id: 'e1', source: 'grafana', kind: 'alerts', headline: 'Disk full', state: 'decided', receivedAt: 1, alertCount: 1, results: [], note: null, ...fields,
});
const result = (action: string, incidentId: string | null = 'INC-K7Q2MD') => ({ dedupKey: action, action, incidentId });

describe('becameOf', () => {
  it.each([
    [event({ kind: 'test', alertCount: 0 }), 'Test notice: arrived, pages nobody.', []],
    [event({ kind: 'change' }), 'A change, kept on the service.', []],
    [event({ kind: 'handshake' }), 'About the connection itself; no alert.', []],
    [event({ state: 'undecided' }), 'Being decided.', []],
    [event({ state: 'failed' }), 'Could not be decided. Its body is kept.', []],
    [event({ results: [result('triggered')] }), 'Opened.', ['INC-K7Q2MD']],
    [event({ results: [result('suppressed', null)] }), 'Suppressed.', []],
    [event({ alertCount: 3, results: [result('triggered'), result('deduplicated'), result('deduplicated')] }), '1 opened, 2 counted as a repeat.', ['INC-K7Q2MD']],
    [event({ alertCount: 5_000, results: [result('grouped')] }), '1 joined, and 4,999 alerts more.', ['INC-K7Q2MD']],
    [event({ alertCount: 0 }), 'No alert in it.', []],
    [event({ results: [result('somethingNew')] }), 'SomethingNew.', ['INC-K7Q2MD']],
  ])('%#: %o', (given, words, incidentIds) => {
    expect(becameOf(given)).toEqual({ words, incidentIds });
  });
});

describe('refusalWords', () => {
  it('says what the sender was told, with the fields', () => {
    const error = { error: { code: 'invalid', message: 'The body is not an alert.', issues: [{ path: 'alerts.0.status', message: 'is needed' }, { path: '', message: 'must be JSON' }] } };
    expect(refusalWords({ status: 400, error })).toEqual({ reason: 'The body is not an alert.', issues: ['alerts.0.status is needed', 'must be JSON'] });
  });

  it('does not say again what the message has named', () => {
    const error = { error: { code: 'wrong-shape', message: 'This is not what grafana sends. alerts: is needed.', issues: [{ path: 'alerts', message: 'is needed' }, { path: 'status', message: 'is needed' }] } };
    expect(refusalWords({ status: 400, error }).issues).toEqual(['status is needed']);
  });

  it('has a sentence where nothing was told', () => {
    expect(refusalWords({ status: 429, error: null })).toEqual({ reason: 'Answered with 429.', issues: [] });
  });
});
