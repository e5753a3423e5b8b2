import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { addressOf, busyAmong, endpoints, sayBusy } from './ports';

describe('endpoints', () => {
  it('are those that the documentation promises', () => {
    expect(Object.fromEntries(endpoints().map(({ name, port }) => [name, port]))).toMatchObject({
      hosting: 5050,
      functions: 5001,
      firestore: 8080,
      auth: 9099,
    });
    expect(addressOf('hosting')).toBe('127.0.0.1:5050');
  });

  it('are each used once and by this machine alone', () => {
    const all = endpoints();
    expect(new Set(all.map(({ port }) => port)).size).toBe(all.length);
    expect(all.filter(({ host }) => host !== '127.0.0.1')).toEqual([]);
  });
});

describe('busyAmong', () => {
  it('finds the port that somebody holds, and the sentence names it', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const endpoint = { name: 'hosting', host: '127.0.0.1', port };
    expect(await busyAmong([endpoint])).toEqual([endpoint]);
    expect(sayBusy([endpoint])).toContain(`Port ${port} (hosting) is taken`);
    await new Promise((resolve) => server.close(resolve));
    expect(await busyAmong([endpoint])).toEqual([]);
  });
});
