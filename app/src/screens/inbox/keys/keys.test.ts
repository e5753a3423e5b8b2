import { describe, expect, it } from 'vitest';
import { keyAction } from './keys';
import type { KeyAction, Place } from './keys';

const list: Place = { typing: false, dialog: false, elsewhere: false, onRow: false, selecting: false };
const press = (key: string, place: Partial<Place> = {}, modified = false) => keyAction({ key, modified }, { ...list, ...place });

describe('keys of the list', () => {
  it.each<[string, Partial<Place>, KeyAction | null]>([
    ['j', {}, 'next'], ['k', {}, 'previous'], ['/', {}, 'search'],
    ['x', { onRow: true }, 'select'], ['x', {}, null],
    ['a', { onRow: true }, 'acknowledge'], ['a', {}, null], ['a', { onRow: true, selecting: true }, null],
    ['Escape', { selecting: true }, 'leaveSelection'], ['Escape', {}, null], ['q', { onRow: true }, null],
  ])('%s at %j', (key, place, expected) => {
    expect(press(key, place)).toBe(expected);
  });

  it.each<Partial<Place>>([{ typing: true }, { dialog: true }, { elsewhere: true }])('do nothing at %j', (place) => {
    expect(['j', 'k', '/', 'x', 'a'].map((key) => press(key, { ...place, onRow: true }))).toEqual([null, null, null, null, null]);
  });

  it('leave the browser its own', () => {
    expect(press('a', { onRow: true }, true)).toBeNull();
  });
});
