import { expect, it } from 'vitest';
import { javaMajor } from './java';

it.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['java version "1.8.0_402"', 8],
  ['openjdk version "21" 2023-09-19', 21],
  ['The operation couldn’t be completed. Unable to locate a Java Runtime.', undefined],
])('reads %s', (output, major) => {
  expect(javaMajor(output)).toBe(major);
});
