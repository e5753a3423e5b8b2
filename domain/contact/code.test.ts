import { describe, expect, it } from 'vitest';
import { noon } from '../samples';
import { codeLife, guessed, mostGuesses, withCode } from './code';
import type { ContactMethod } from './contactMethod';

const phone: ContactMethod = { id: 'phone', kind: 'phone', address: '+4915112345678', verifiedAt: null, proof: null };
const sent = withCode(phone, 'hash', noon);

describe('a code', () => {
  it('verifies its method, and is gone with that', () => {
    expect(guessed(sent, true, noon + 1)).toEqual({ kind: 'verified', method: { ...phone, verifiedAt: noon + 1 } });
  });

  it('is good to its last millisecond, and not after', () => {
    expect(guessed(sent, true, noon + codeLife - 1).kind).toBe('verified');
    expect(guessed(sent, true, noon + codeLife)).toEqual({ kind: 'expired' });
  });

  it('dies of the fifth wrong guess: the right one is too late then', () => {
    let method = sent;
    for (let guess = 1; guess <= mostGuesses; guess += 1) {
      const judged = guessed(method, false, noon + guess);
      if (judged.kind !== 'wrong') throw new Error(judged.kind);
      method = judged.method;
      expect(method.proof?.wrongGuesses).toBe(guess);
    }
    expect(guessed(method, true, noon + 10)).toEqual({ kind: 'expired' });
    expect(guessed(withCode(method, 'new', noon + 20), true, noon + 30).kind).toBe('verified');
  });

  it('is not asked for where none was sent, or none is needed', () => {
    expect(guessed(phone, true, noon)).toEqual({ kind: 'expired' });
    expect(guessed({ ...phone, verifiedAt: noon }, false, noon)).toEqual({ kind: 'already' });
  });
});
