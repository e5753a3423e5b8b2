import { expect, it } from 'vitest';
import { moveInToken } from './token';

const token = 'aB3_-aB3_-aB3_-aB3_-aB3_-';
it.each([[`#${token}`, token], [`https://rouse.example/move-in#${token}`, token], [`  ${token}\n`, token], ['', null], ['#short', null], ['https://rouse.example/move-in', null], [`#${token}&x=1`, null]])('%s', (text, found) => {
  expect(moveInToken(text)).toBe(found);
});
