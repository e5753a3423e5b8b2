import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { examineDeployment } from './deployed';
import { allGood, sayFinding } from './finding';
import { node } from './machine';

describe('node', () => {
  it.each([
    ['20.19.0', 'good'],
    ['22.1.0', 'good'],
    ['20.18.3', 'lacks'],
    ['18.20.4', 'lacks'],
  ])('%s is %s', (version, state) => {
    expect(node(version).state).toBe(state);
  });
});

describe('examineDeployment', () => {
  let server: Server;
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const bodyOf = async (request: IncomingMessage): Promise<string> => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    return text;
  };

  /** A server that answers each path with a status and a body, and what it was posted. */
  const deployment = async (answers: Record<string, [number, unknown]>): Promise<{ origin: string; posted: unknown[] }> => {
    const posted: unknown[] = [];
    server = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        if (body !== '') posted.push(JSON.parse(body));
        const [status, answer] = answers[request.url ?? ''] ?? [404, { error: { code: 'not-found' } }];
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    return { origin: `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`, posted };
  };

  const well: Record<string, [number, unknown]> = {
    '/v1/health': [200, { status: 'ok', sweepAgeSeconds: 12 }],
    '/__/firebase/init.json': [200, { projectId: 'acme-pager', apiKey: 'x' }],
    '/v1/config': [200, { project: 'acme-pager', local: false, vapidKey: 'B'.repeat(87), channels: { sms: true, voice: true, email: false } }],
    '/v1/hooks/generic/k1': [202, { status: 'accepted', results: [{ dedupKey: 'd', action: 'triggered', incidentId: 'INC-ABC123' }] }],
  };

  it('finds a good one good, and fires and resolves one harmless alert', async () => {
    const { origin, posted } = await deployment(well);
    const findings = await examineDeployment(origin, 'k1');
    expect(findings.map(({ state }) => state)).toEqual(['good', 'good', 'good', 'good', 'good']);
    expect(allGood(findings)).toBe(true);
    const [fired, resolved] = posted;
    expect(fired).toMatchObject({ severity: 'info', status: 'firing' });
    expect(resolved).toEqual({ ...(fired as object), status: 'resolved' });
  });

  it('posts nothing without a key', async () => {
    const { origin, posted } = await deployment(well);
    expect((await examineDeployment(origin, undefined)).map(({ about }) => about)).toEqual(['Health', 'App', 'Web push', 'SMS, calls and mail']);
    expect(posted).toEqual([]);
  });

  it.each([
    ['Health', '/v1/health', [503, { status: 'failing', sweepAgeSeconds: 240 }], 'the last sweep was 240 s ago'],
    ['Web push', '/v1/config', [200, { vapidKey: null, channels: { sms: true, voice: true, email: true } }], 'no key, so no phone can subscribe'],
    ['App', '/__/firebase/init.json', [200, '<!doctype html>'], 'answered 200'],
    ['Test alert', '/v1/hooks/generic/k1', [401, { error: { code: 'no-key' } }], 'answered 401'],
  ] as const)('tells what is wrong: %s', async (about, path, answer, detail) => {
    const { origin } = await deployment({ ...well, [path]: [...answer] });
    const wrong = (await examineDeployment(origin, 'k1')).filter(({ state }) => state !== 'good');
    expect(wrong.map((finding) => finding.about)).toEqual([about]);
    expect(wrong.map(sayFinding).join('')).toContain(detail);
    expect(allGood(wrong)).toBe(false);
  });

  it('says what it costs that only push is set up, and calls it no fault', async () => {
    const { origin } = await deployment({ ...well, '/v1/config': [200, { vapidKey: 'B'.repeat(87) }] });
    const findings = await examineDeployment(origin, undefined);
    expect(findings.map(sayFinding).join('')).toContain('reached by nothing');
    expect(allGood(findings)).toBe(true);
  });
});
