import { expect, it } from 'vitest';
import { match } from './router';

it.each([
  ['/v1/hooks/:source/:key', '/v1/hooks/generic/abc', { source: 'generic', key: 'abc' }],
  ['/v1/hooks/:source/:key', '/v1/hooks/generic/abc/', { source: 'generic', key: 'abc' }],
  ['/v1/hooks/:source/:key', '/v1/hooks/generic/a%2Fb', { source: 'generic', key: 'a/b' }],
  ['/v1/health', '/v1/health', {}],
])('%s takes %s', (pattern, path, params) => {
  expect(match(pattern, path)).toEqual(params);
});

it.each([
  ['/v1/hooks/:source/:key', '/v1/hooks/generic'], ['/v1/hooks/:source/:key', '/v1/hooks//abc'], ['/v1/hooks/:source/:key', '/v1/hooks/generic/%E0%A4%A'],
  ['/v1/health', '/v1/healthy'], ['/v1/health', '/v1/health/x'],
])('%s leaves %s', (pattern, path) => {
  expect(match(pattern, path)).toBeUndefined();
});
