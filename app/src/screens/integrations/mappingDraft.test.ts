import { describe, expect, it } from 'vitest';
import type { Mapping } from '#domain/ingest/generic/mapping';
import { mappingDraftOf, mappingOf, pathsIn } from './mappingDraft';

const full: Mapping = {
  alerts: 'items', title: ['name', 'alert.title'], description: ['text'], status: ['state'], resolvedWords: ['gone'], acknowledgedWords: ['seen'], ignoredWords: ['muted', 'paused'],
  severity: ['level'], dedupKey: ['id'], groupKey: ['group'], service: ['app'], startedAt: ['since'], links: ['url', 'runbook'], labels: 'tags',
};

describe('mappingOf', () => {
  it('gives a mapping back as it was', () => {
    expect(mappingOf(mappingDraftOf(full))).toEqual({ mapping: full });
  });

  it('makes a mapping of what the editor starts with', () => {
    expect(mappingOf(mappingDraftOf(null))).toMatchObject({ mapping: { alerts: null, title: ['title'], status: ['status'], labels: null, links: [] } });
  });

  it('names what is wrong by the path of the command', () => {
    expect(mappingOf({ ...mappingDraftOf(full), title: ' , ' })).toEqual({ issues: [{ path: 'mapping.title', message: 'needs a path to the title' }] });
    expect(mappingOf({ ...mappingDraftOf(full), description: 'a,b,c,d,e,f' })).toMatchObject({ issues: [{ path: 'mapping.description' }] });
  });
});

describe('pathsIn', () => {
  it('names what can be reached, outermost first, one entry for a list', () => {
    expect(pathsIn({ title: 'x', labels: { env: 'prod' }, items: [{ id: 1 }, { id: 2 }] }, '')).toEqual(['title', 'labels', 'items', 'labels.env', 'items.0', 'items.0.id']);
  });

  it('starts at the first of the list of alerts', () => {
    expect(pathsIn({ data: { alerts: [{ name: 'x', more: { text: 'y' } }] } }, 'data.alerts')).toEqual(['name', 'more', 'more.text']);
    expect(pathsIn([{ name: 'x' }], '$')).toEqual(['name']);
  });

  it('has nothing to say of a body without fields, and an end for one with very many', () => {
    expect(pathsIn('text', '')).toEqual([]);
    expect(pathsIn(null, 'a.b')).toEqual([]);
    expect(pathsIn({ a: 1 }, 'toString')).toEqual([]);
    expect(pathsIn(Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`k${index}`, { deep: index }])), '')).toHaveLength(80);
  });
});
