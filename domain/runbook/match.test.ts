import { describe, expect, it } from 'vitest';
import { runbooksFor } from './match';
import { Runbook } from './runbook';

const about = { title: 'T', services: [], labels: {}, symptoms: [], diagnosis: '', resolution: '', contacts: [], actions: [] };
const runbook = (id: string, fields: { services?: string[]; labels?: Record<string, string>; state?: 'draft' | 'approved' } = {}): Runbook => Runbook.parse({
  id, title: id, serviceIds: fields.services ?? [], markdown: '', about: { ...about, services: fields.services ?? [], labels: fields.labels ?? {} },
  review: { state: fields.state ?? 'draft', by: null, at: 0 },
});

describe('the runbooks of an incident', () => {
  const incident = { serviceId: 'checkout', runbookId: null };
  const alerts: { labels: Record<string, string> }[] = [{ labels: { alertname: 'Down', region: 'eu-1' } }, { labels: { alertname: 'Slow', zone: 'b' } }];
  const found = (runbooks: Runbook[], named: string | null = null) => runbooksFor({ ...incident, runbookId: named }, alerts, runbooks).map((each) => `${each.runbook.id} ${each.why}`);

  it('are the one that was named, then those of its labels, then those of its service', () => {
    expect(found([
      runbook('service', { services: ['checkout'] }), runbook('other', { services: ['identity'] }), runbook('one', { labels: { alertname: 'Down' } }),
      runbook('two', { labels: { alertname: 'Down', region: 'eu-*' } }), runbook('named', { services: ['identity'] }),
    ], 'named')).toEqual(['named rule', 'two labels', 'one labels', 'service service']);
  });

  it.each<[string, Parameters<typeof runbook>[1], string[]]>([
    ['needs all labels in one alert', { labels: { alertname: 'Down', zone: 'b' } }, []],
    ['needs the whole value without *', { labels: { region: 'eu' } }, []],
    ['takes a lone * for any value, but not for none', { labels: { alertname: '*' } }, ['x labels']],
    ['takes a lone * for no label that is missing', { labels: { nothing: '*' } }, []],
    ['reads no prototype for a label', { labels: { constructor: '*' } }, []],
    ['stays with its services', { labels: { alertname: 'Down' }, services: ['identity'] }, []],
    ['falls back to the service', { labels: { alertname: 'Full' }, services: ['checkout'] }, ['x service']],
    ['with nothing fits nothing', {}, []],
  ])('%s', (_name, fields, expected) => expect(found([runbook('x', fields)])).toEqual(expected));

  it('of equals, those that ask for nothing else and the approved ones come first', () => {
    const services = ['checkout'];
    expect(found([runbook('elsewhere', { services, labels: { alertname: 'Full' }, state: 'approved' }), runbook('draft', { services }), runbook('good', { services, state: 'approved' })]))
      .toEqual(['good service', 'draft service', 'elsewhere service']);
  });
});
