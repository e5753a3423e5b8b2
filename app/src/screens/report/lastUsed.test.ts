import { describe, expect, it } from 'vitest';
import { byLastUse } from './lastUsed';

const service = (id: string) => ({ id, name: id });

describe('the services to choose from', () => {
  it('begin with those used last, and go on by name', () => {
    const services = ['search', 'basket', 'identity', 'checkout'].map(service);
    expect(byLastUse(services, ['identity', 'gone', 'checkout']).map(({ id }) => id)).toEqual(['identity', 'checkout', 'basket', 'search']);
  });
});
