import { expect, it } from 'vitest';
import { isSameTitle } from './sameTitle';

it.each([
  ['Checkout is down', 'Checkout is down', true], [' Checkout  is down ', 'Checkout is\u00A0down', true], ['Größe', 'Gro\u0308ße', true],
  ['checkout is down', 'Checkout is down', false], ['Checkout is', 'Checkout is down', false], ['', 'Checkout is down', false],
])('“%s” for “%s”: %s', (written, title, expected) => { expect(isSameTitle(written, title)).toBe(expected); });
