import { describe, expect, it } from 'vitest';
import { fingerprint } from './sameValue';

describe('the fingerprint of a value', () => {
  it('does not depend on the order of fields, at any depth', () => {
    expect(fingerprint({ a: 1, b: { c: [{ d: 1, e: 2 }] } })).toBe(fingerprint({ b: { c: [{ e: 2, d: 1 }] }, a: 1 }));
  });

  it('depends on the order of a list: the first rule wins', () => {
    expect(fingerprint([{ id: 'a' }, { id: 'b' }])).not.toBe(fingerprint([{ id: 'b' }, { id: 'a' }]));
  });
});
