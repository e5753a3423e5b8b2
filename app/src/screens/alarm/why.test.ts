import { expect, it } from 'vitest';
import { moreWords } from './why';

const incident = (severity: 'SEV1' | 'SEV2' | 'SEV3', serviceName: string) => ({ severity, serviceName });

it('names what pages besides, two of them at most', () => {
  expect(moreWords([incident('SEV2', 'Identity')])).toBe('Also SEV2 Identity.');
  expect(moreWords([incident('SEV2', 'Identity'), incident('SEV3', 'Search')])).toBe('Also SEV2 Identity and SEV3 Search.');
  expect(moreWords([incident('SEV2', 'Identity'), incident('SEV3', 'Search'), incident('SEV3', 'Mail')])).toBe('Also SEV2 Identity, SEV3 Search and 1 more.');
});
