import { expect, it } from 'vitest';
import { inOrder } from './useDirectory';

it('people stand by name, and those who left come last', () => {
  const all = [{ name: 'Sam', active: true }, { name: 'Bo', active: false }, { name: 'Ada', active: true }];
  expect(inOrder(all).map(({ name }) => name)).toEqual(['Ada', 'Sam', 'Bo']);
  expect(inOrder([{ name: 'Web' }, { name: 'API' }]).map(({ name }) => name)).toEqual(['API', 'Web']);
});
