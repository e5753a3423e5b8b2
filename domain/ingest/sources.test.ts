import { expect, it } from 'vitest';
import { sampleHints } from '../samples';
import { Command } from '../command/command';
import { sourceOf, sources } from './sources';

it.each(Object.entries(sources))('%s is found by its name, takes up to a size, and answers any body without throwing', (name, source) => {
  expect(sourceOf(name)).toBe(source);
  expect(source.name).toBe(name);
  expect(source.maxBytes).toBe(['alertmanager', 'grafana'].includes(name) ? 8 * 1024 * 1024 : 512 * 1024);
  for (const body of [null, undefined, 0, '', 'text', [], {}, [[]], { alerts: null }, { title: null }]) expect(source.parse(body, sampleHints).ok, JSON.stringify(body)).toBe(false);
});

it.each(['', 'Alertmanager', 'constructor', '__proto__', 'toString', 'unknown'])('%j is no source', (name) => {
  expect(sourceOf(name)).toBeUndefined();
});

it('an integration can be made for every source, and for no other', () => {
  const taken = [...Object.keys(sources), 'unknown'].filter((source) => Command.safeParse({ type: 'createIntegration', commandId: 'command-1', serviceId: 's', name: 'n', source }).success);
  expect(taken.sort()).toEqual(Object.keys(sources).sort());
});
