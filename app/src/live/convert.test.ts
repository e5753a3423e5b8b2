import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { fromFirestore, parseDocument } from './convert';

const timestamp = (ms: number) => ({ seconds: Math.floor(ms / 1_000), toMillis: () => ms });

describe('fromFirestore', () => {
  it('makes every timestamp whole milliseconds, however deep', () => {
    const stored = { title: 'x', clocks: { triggeredAt: timestamp(1_700_000_000_123.456), resolvedAt: null }, responders: [{ at: timestamp(5) }] };
    expect(fromFirestore(stored)).toEqual({ title: 'x', clocks: { triggeredAt: 1_700_000_000_123, resolvedAt: null }, responders: [{ at: 5 }] });
  });

  it('leaves everything else as it is', () => {
    expect(fromFirestore({ a: 1, b: [true, 'two', null], c: { d: {} } })).toEqual({ a: 1, b: [true, 'two', null], c: { d: {} } });
  });
});

describe('parseDocument', () => {
  const schema = z.strictObject({ name: z.string(), madeAt: z.number().int() });
  beforeEach(() => { vi.spyOn(console, 'warn').mockImplementation(() => undefined); });
  afterEach(() => { vi.restoreAllMocks(); });

  it('answers the document as its schema says it', () => {
    expect(parseDocument(schema, 'things/1', { name: 'one', madeAt: timestamp(7) })).toEqual({ name: 'one', madeAt: 7 });
    expect(console.warn).not.toHaveBeenCalled();
  });

  it('reads past fields that a newer Rouse added, at any depth', () => {
    const deep = z.strictObject({
      name: z.string(),
      steps: z.array(z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('wait'), clock: z.strictObject({ at: z.number().int() }) })])),
    });
    const stored = { name: 'x', invented: 1, steps: [{ kind: 'wait', clock: { at: timestamp(7), zone: 'UTC' }, why: null }] };
    expect(parseDocument(deep, 'things/4', stored)).toEqual({ name: 'x', steps: [{ kind: 'wait', clock: { at: 7 } }] });
    expect(stored).toHaveProperty('invented');
    expect(console.warn).not.toHaveBeenCalled();
  });

  it('answers null for a kind it does not know, however many fields came with it', () => {
    const kinds = z.strictObject({ of: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('wait') })]) });
    expect(parseDocument(kinds, 'things/5', { of: { kind: 'call' }, invented: 1 })).toBeNull();
  });

  it('answers null for what a newer Rouse wrote, and warns of each document once', () => {
    const newer = { name: 'two', madeAt: 'soon', invented: true };
    expect(parseDocument(schema, 'things/2', newer)).toBeNull();
    expect(parseDocument(schema, 'things/2', newer)).toBeNull();
    expect(parseDocument(schema, 'things/3', newer)).toBeNull();
    expect(vi.mocked(console.warn).mock.calls.map(([words]) => words as unknown)).toEqual(['things/2 does not parse', 'things/3 does not parse']);
  });
});
