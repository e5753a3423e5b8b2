import { describe, expect, it } from 'vitest';
import { resetAnswer } from './passwordReset';
import { whereTo } from './whereTo';

describe('after signing in', () => {
  it('goes to where the person wanted', () => {
    expect(whereTo({ from: '/incidents/INC-K7Q2MD' })).toBe('/incidents/INC-K7Q2MD');
  });
  it('goes to the incidents otherwise, and never in a circle', () => {
    for (const state of [null, undefined, {}, { from: 7 }, { from: 'https://example.com' }, { from: '/sign-in' }]) expect(whereTo(state)).toBe('/incidents');
  });
});

describe('a password reset', () => {
  it('does not tell who has an account', () => {
    expect(resetAnswer('{"error":{"message":"EMAIL_NOT_FOUND"}}').sent).toBe(true);
  });
  it('says what is wrong otherwise', () => {
    expect(resetAnswer('{"error":{"message":"INVALID_EMAIL"}}')).toEqual({ sent: false, sentence: 'This is not an e-mail address.' });
    expect(resetAnswer('{"error":{"message":"RESET_PASSWORD_EXCEED_LIMIT"}}').sentence).toMatch(/Wait a minute/);
    expect(resetAnswer('<html>').sent).toBe(false);
  });
});
