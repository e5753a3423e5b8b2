import { describe, expect, it } from 'vitest';
import { pauseBefore, readAnswer } from './answer';
import { readLook } from './lastLook';

describe('an acknowledge by token', () => {
  it('is answered by any status of ours, overtaken ones too', () => {
    expect(readAnswer(200, { status: 'acknowledged', message: 'Acknowledged by you at 03:12.' }, null))
      .toEqual({ state: 'answered', message: 'Acknowledged by you at 03:12.' });
    expect(readAnswer(200, { status: 'alreadyAcknowledged', message: 'Sam has it.' }, null)).toEqual({ state: 'answered', message: 'Sam has it.' });
    expect(readAnswer(200, { status: 'ended' }, null)).toEqual({ state: 'answered', message: null });
  });

  it('is not done because a captive portal said 200', () => {
    expect(readAnswer(200, undefined, null).state).toBe('unanswered');
    expect(readAnswer(200, { welcome: 'to our hotel' }, null).state).toBe('unanswered');
  });

  it.each([401, 403, 404, 409, 410])('is given up at %i, with the reason', (status) => {
    expect(readAnswer(status, { error: { code: 'x', message: 'This page has run out.' } }, null))
      .toEqual({ state: 'refused', message: 'This page has run out.' });
  });

  it('is sent again where a refusal is not Rouse speaking', () => {
    expect(readAnswer(403, undefined, null).state).toBe('unanswered');
    expect(readAnswer(404, { hello: 'proxy' }, null).state).toBe('unanswered');
  });

  it.each([408, 429, 500, 502, 503, 504])('is sent again after %i', (status) => {
    expect(readAnswer(status, { error: { code: 'x', message: 'y' } }, null)).toEqual({ state: 'unanswered', retryAfter: null });
  });

  it('waits as long as it is told, half a minute at most, and never less than its own pause', () => {
    const told = readAnswer(429, {}, '5');
    expect(told).toEqual({ state: 'unanswered', retryAfter: 5_000 });
    expect(pauseBefore(1, 5_000)).toBe(5_000);
    expect(pauseBefore(1, 3_600_000)).toBe(30_000);
    expect(pauseBefore(4, 0)).toBe(5_000);
  });

  it('is left for the next wake after about three minutes', () => {
    let total = 0;
    let next = 1;
    for (let pause = pauseBefore(next, null); pause !== null; pause = pauseBefore((next += 1), null)) total += pause;
    expect(total).toBeGreaterThan(120_000);
    expect(total).toBeLessThan(240_000);
  });
});

describe('the last look', () => {
  it('says where the page stands', () => {
    expect(readLook({ state: 'ended', title: 'SEV1 Checkout', body: 'Acknowledged by Sam at 03:12.' }))
      .toEqual({ state: 'ended', title: 'SEV1 Checkout', body: 'Acknowledged by Sam at 03:12.' });
    expect(readLook({ state: 'ringing', title: '' })).toEqual({ state: 'ringing', title: null, body: null });
  });
  it('is a doubt, which rings, when the answer is not ours', () => {
    for (const answer of [null, 'x', {}, { state: 'gone' }]) expect(readLook(answer)).toEqual({ state: 'unknown' });
  });
});
