import { describe, expect, it } from 'vitest';
import { DialIn, dialHref, Room } from './room';

describe('dialling', () => {
  it.each([
    [{ number: '+4930123456', code: '' }, 'tel:+4930123456'], [{ number: '+4930123456', code: '4711' }, 'tel:+4930123456,,4711'],
    // An unescaped # would be the fragment of the address: the code would end before it.
    [{ number: '+4930123456', code: '47#11#' }, 'tel:+4930123456,,47%2311%23'], [{ number: '+4930123456', code: '*7#' }, 'tel:+4930123456,,*7%23'],
  ])('%o is %s', (dialIn, href) => {
    expect(dialHref({ label: '', ...dialIn })).toBe(href);
    expect(new URL(dialHref({ label: '', ...dialIn })).hash).toBe('');
  });

  it.each([{ number: '030 123456', code: '' }, { number: '+0123456', code: '' }, { number: '+4930123456', code: '1;2' }, { number: '+4930123456', code: 'abc' }])('refuses %o', (dialIn) => {
    expect(DialIn.safeParse({ label: '', ...dialIn }).success).toBe(false);
  });
});

describe('a room', () => {
  const dialIns = [{ label: 'Berlin', number: '+4930123456', code: '1' }];
  it.each([
    [true, 'a video call', { url: 'https://meet.test/a', dialIns: [] }], [true, 'numbers', { url: null, dialIns }], [false, 'no way in', { url: null, dialIns: [] }],
    [false, 'an address that runs something', { url: 'javascript:alert(1)', dialIns }], [false, 'an address without a lock', { url: 'http://meet.test/a', dialIns }],
  ])('%s: %s', (isRight, _what, ways) => {
    expect(Room.safeParse({ name: 'Bridge', ...ways }).success).toBe(isRight);
  });
});
