import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../root';
import { connectPage } from './connectPage';

it('docs/connect.md says what the app says; npm run docs:connect writes it anew', () => {
  expect(readFileSync(join(root, 'docs/connect.md'), 'utf8')).toBe(connectPage());
});

it('names no place-holder that nobody can fill', () => {
  expect(connectPage()).not.toMatch(/\{(?:url|origin|key)\}|\/SOURCE\//);
});
