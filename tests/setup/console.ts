import { format } from 'node:util';
import { afterAll, afterEach, beforeEach } from 'vitest';

/**
 * A test that makes something print an error fails, unless it expected that and put its own spy in place of
 * console.error. What is printed outside a test (while a file loads) fails the file.
 */
const original = console.error;
let printed: string[] = [];

const record = (...args: unknown[]): void => {
  printed.push(format(...args));
  original(...args);
};

const refuse = (): void => {
  const lines = printed;
  printed = [];
  if (lines.length > 0) throw new Error(`Unexpected console.error:\n${lines.join('\n')}`);
};

console.error = record;
beforeEach(() => {
  refuse();
  console.error = record;
});
afterEach(refuse);
afterAll(() => {
  console.error = original;
  refuse();
});
