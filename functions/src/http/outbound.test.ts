import type { LookupAddress } from 'node:dns';
import type { IncomingMessage, RequestListener } from 'node:http';
import { createServer, type RequestOptions, type Server } from 'node:https';
import type { LookupFunction } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { selfSigned } from '../accept/authenticity/selfSigned';
import { fetchText, isPrivateAddress, ping, postText, RefusedUrl } from './outbound';

/** Where connections end instead of on the network: a server of this test. What was asked for and how is kept. */
const network = vi.hoisted(() => ({ port: 0, ca: '', asked: [] as RequestOptions[], addresses: undefined as LookupAddress[] | undefined }));
vi.mock('node:https', async (original) => {
  const https = await original<typeof import('node:https')>();
  // The one form of `request` that is used: a URL, options and what to do with the answer.
  const request = (url: string, asked: RequestOptions, answered: (response: IncomingMessage) => void) => {
    network.asked.push(asked);
    const lookup: LookupFunction = (_, __, done) => done(null, [{ address: '127.0.0.1', family: 4 }]);
    const there = network.port === 0 ? {} : { lookup, port: network.port, ca: network.ca };
    return https.request(url, { ...asked, ...there, agent: false }, answered);
  };
  return { ...https, request };
});
vi.mock('node:dns', async (original) => {
  const dns = await original<typeof import('node:dns')>();
  const lookup = (name: string, options: object, done: (error: Error | null, addresses: LookupAddress[]) => void) => {
    if (network.addresses === undefined) dns.lookup(name, { ...options, all: true }, done);
    else done(null, network.addresses);
  };
  return { ...dns, lookup };
});

describe('outbound requests', () => {
  it.each(['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255',
    '::1', '::', 'fe80::1', 'fd00::1', 'ff02::1', '::ffff:10.0.0.1', '::ffff:127.0.0.1', '64:ff9b::a00:1'])('refuse %s', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each(['8.8.8.8', '172.15.255.255', '172.32.0.1', '192.167.1.1', '2001:4860:4860::8888'])('may reach %s', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });

  it.each(['https://127.0.0.1:1/', 'https://[::1]:1/', 'https://169.254.169.254/latest/meta-data', 'https://localhost:1/', 'https://2130706433/'])(
    'are refused before a connection: %s', async (url) => {
      await expect(ping(url)).rejects.toThrow(/private address/);
      await expect(fetchText(url, limits)).rejects.toThrow(/private address/);
      await expect(postText(url, '', {}, limits)).rejects.toThrow(RefusedUrl);
    });

  it.each(['http://example.com/', 'ftp://example.com/', 'file:///etc/passwd', 'data:text/plain,hello'])('speak https only: %s', async (url) => {
    await expect(ping(url)).rejects.toThrow(/is not https/);
    await expect(fetchText(url, limits)).rejects.toThrow(/is not https/);
    await expect(postText(url, '', {}, limits)).rejects.toThrow(RefusedUrl);
  });

  it('end at a stand-in in local mode alone', async () => {
    vi.stubEnv('ROUSE_FAKE_OUTBOUND', '127.0.0.1:1');
    network.addresses = [];
    await expect(fetchText('https://hooks.example/', limits)).rejects.toThrow('hooks.example has a private address');
    vi.unstubAllEnvs();
    network.addresses = undefined;
  });
});

const limits = { maxBytes: 1_000, timeoutMs: 5_000 };

describe('a name', () => {
  afterEach(() => { network.addresses = undefined; });

  it('is refused when one of its addresses is private, whatever the others are', async () => {
    network.addresses = [{ address: '93.184.216.34', family: 4 }, { address: '169.254.169.254', family: 4 }];
    await expect(fetchText('https://rebound.example/', limits)).rejects.toThrow('rebound.example has a private address');
    await expect(postText('https://rebound.example/', 'x', {}, limits)).rejects.toThrow(RefusedUrl);
  });

  it('is refused when it has no address', async () => {
    network.addresses = [];
    await expect(fetchText('https://nowhere.example/', limits)).rejects.toThrow(/private address/);
  });
});

describe('text from elsewhere', () => {
  let server: Server;
  const answers: Record<string, RequestListener> = {
    '/text': (_, response) => { response.end('grüße\n'); },
    '/missing': (_, response) => { response.writeHead(404).end('nothing here'); },
    '/moved': (_, response) => { response.writeHead(302, { Location: 'https://sns.example/text' }).end('moved'); },
    '/exact': (_, response) => { response.end('x'.repeat(1_000)); },
    '/large': (_, response) => { response.end('x'.repeat(1_001)); },
    '/endless': (_, response) => {
      const more = () => { while (!response.destroyed && response.write('x'.repeat(100_000))); };
      response.on('drain', more);
      more();
    },
    '/echo': (request, response) => {
      response.setHeader('Retry-After', '7');
      request.pipe(response);
    },
    '/silent': () => undefined,
    '/slow': (_, response) => {
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    },
    '/cut': (_, response) => {
      response.writeHead(200, { 'Content-Length': '500' });
      response.write('half', () => response.socket?.destroy());
    },
  };
  let seen: { path: string; headers: object }[] = [];

  beforeAll(async () => {
    const { certificate, privateKey } = selfSigned('sns.example', Date.now() - 60_000, Date.now() + 3_600_000);
    server = createServer({ cert: certificate, key: privateKey.export({ type: 'pkcs8', format: 'pem' }) }, (request, response) => {
      seen.push({ path: request.url ?? '', headers: request.headers });
      answers[request.url ?? '']?.(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    network.port = typeof address === 'object' && address !== null ? address.port : 0;
    network.ca = certificate;
  });
  afterEach(() => { seen = []; });
  afterAll(async () => {
    network.port = 0;
    server.closeAllConnections();
    await new Promise((resolve) => { server.close(resolve); });
  });

  it.each([
    ['/text', 200, 'grüße\n'],
    ['/missing', 404, 'nothing here'],
    ['/exact', 200, 'x'.repeat(1_000)],
  ])('%s arrives with its status', async (path, status, text) => {
    expect(await fetchText(`https://sns.example${path}`, limits)).toEqual({ status, text });
  });

  it('is not sought where a redirect points', async () => {
    expect(await fetchText('https://sns.example/moved', limits)).toEqual({ status: 302, text: 'moved' });
    expect(seen.map(({ path }) => path)).toEqual(['/moved']);
  });

  it.each(['/large', '/endless'])('%s is given up beyond its limit', async (path) => {
    await expect(fetchText(`https://sns.example${path}`, limits)).rejects.toThrow('more than 1000 bytes');
  });

  it.each(['/silent', '/slow'])('%s is given up after its time', async (path) => {
    await expect(fetchText(`https://sns.example${path}`, { maxBytes: 1_000, timeoutMs: 200 })).rejects.toThrow('no whole answer in 200 ms');
  });

  it('that ends too early is no answer', async () => {
    await expect(fetchText('https://sns.example/cut', limits)).rejects.toThrow();
  });

  it('is not taken from a server that is not the one named', async () => {
    await expect(fetchText('https://another.example/text', limits)).rejects.toThrow(/altnames|does not match/);
    expect(seen).toEqual([]);
  });

  it('is asked with the look-up that judges addresses, and with no credentials', async () => {
    await fetchText('https://sns.example/text', limits);
    expect(network.asked.at(-1)?.lookup?.name).toBe('publicLookup');
    expect(Object.keys(seen[0]?.headers ?? {}).sort()).toEqual(['connection', 'host']);
    expect(await ping('https://sns.example/missing')).toBe(404);
  });

  describe('that is posted', () => {
    it('arrives with its headers, and the answer with its own', async () => {
      expect(await postText('https://sns.example/echo', 'grüße', { 'Content-Type': 'text/plain', 'webhook-id': 'n1' }, limits)).toMatchObject({
        status: 200, text: 'grüße', headers: { 'retry-after': '7' },
      });
      expect(seen[0]?.headers).toMatchObject({ 'content-type': 'text/plain', 'webhook-id': 'n1', 'content-length': '7' });
      expect(network.asked.at(-1)).toMatchObject({ method: 'POST', lookup: expect.objectContaining({ name: 'publicLookup' }) as unknown });
    });

    it.each([['/large', 200], ['/endless', 200], ['/exact', 200], ['/moved', 302]])('has had its effect however long the answer is: %s', async (path, status) => {
      const answer = await postText(`https://sns.example${path}`, 'x', {}, limits);
      expect(answer.status).toBe(status);
      expect(answer.text.length).toBeLessThanOrEqual(1_000);
      expect(seen.map((one) => one.path)).toEqual([path]);
    });

    it.each(['/silent', '/slow'])('%s is given up after its time', async (path) => {
      await expect(postText(`https://sns.example${path}`, 'x', {}, { maxBytes: 1_000, timeoutMs: 200 })).rejects.toThrow('no whole answer in 200 ms');
    });

    it('is not told to a server that is not the one named', async () => {
      await expect(postText('https://another.example/echo', 'secret', {}, limits)).rejects.toThrow(/altnames|does not match/);
      expect(seen).toEqual([]);
    });
  });
});
