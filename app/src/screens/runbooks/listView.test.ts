import { expect, it } from 'vitest';
import { Runbook } from '#domain/runbook/runbook';
import { anIncident } from '../../incidentForTests';
import { listOf } from './listView';

const book = (id: string, title: string, serviceIds: string[] = [], markdown = '') => Runbook.parse({ id, title, serviceIds, markdown });
const books = [book('pool', 'Pool is empty', ['checkout'], 'FATAL: remaining slots'), book('down', 'Checkout is failing', ['checkout', 'front']), book('sign', 'Nobody can sign in')];
const names: Record<string, string> = { checkout: 'Checkout', front: 'Front door' };
const ids = (typed: string) => listOf(books, (id) => names[id] ?? id, [], typed).map(({ runbook }) => runbook.id);

it('orders by title and names the services', () => {
  expect(ids('')).toEqual(['down', 'sign', 'pool']);
  expect(listOf(books, (id) => names[id] ?? id, [], '')[0]?.services).toEqual(['Checkout', 'Front door']);
});

it.each([
  ['pool', ['pool']],
  ['FRONT', ['down']],
  ['fatal slots', ['pool']],
  ['checkout', ['down', 'pool']],
  ['checkout nonsense', []],
  ['  ', ['down', 'sign', 'pool']],
])('"%s" finds %j', (typed, found) => {
  expect(ids(typed)).toEqual(found);
});

it('tells when each was used last: opened with, or ticked', () => {
  const { clocks } = anIncident();
  const incidents = [
    { runbookId: 'down', ticks: [{ runbookId: 'pool', step: 'a', state: 'done' as const, by: 'Sam', at: 70 }], clocks: { ...clocks, triggeredAt: 50 } },
    { runbookId: 'down', ticks: [], clocks: { ...clocks, triggeredAt: 20 } },
  ];
  expect(listOf(books, (id) => id, incidents, '').map(({ runbook, lastUsedAt }) => [runbook.id, lastUsedAt])).toEqual([['down', 50], ['sign', null], ['pool', 70]]);
});
