import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SeededRandom, seededRandom } from '#domain/samples';
import { mutationsOf } from '#domain/ingest/mutations';
import type { Source } from '#domain/ingest/parsed';
import { sources } from '#domain/ingest/sources';
import { oneProcess } from '../oneProcess';
import { at, newService } from '../store';
import { StoredEvent } from '../../functions/src/store/event';
import { read } from '../../functions/src/store/documents';

// What strangers send must never break the door: no 5xx, no hang, a 2xx only for what is durable, a 4xx that names what is wrong. The bodies go through the
// real server, router, parsers and store, in this process. ROUSE_FUZZ=20000 sends so many; domain/ingest/fuzz.test.ts parses 20,000 at each run.

const perSource = Math.ceil(Number(process.env.ROUSE_FUZZ ?? '480') / 24);
const atOnce = 8;
let server: Awaited<ReturnType<typeof oneProcess>>;
beforeAll(async () => { server = await oneProcess(); });
afterAll(() => server.close());

const types = ['application/json', 'application/json; charset=utf-8', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/cloudevents+json'];

type Sent = { status: number; body: { status?: string; results?: { dedupKey: string; action: string }[]; error?: { code: string; message: string; issues: { path: string; message: string }[] } } };

/** Answers how many events it must have left: one for a 2xx with results. */
async function send(source: Source, key: string, seed: unknown, random: SeededRandom): Promise<number> {
  const mutated = mutationsOf(seed, random);
  const text = JSON.stringify(mutated) ?? 'undefined';
  const body = random.chance(0.05) ? text.slice(0, random.below(text.length + 1)) : text;
  const type = random.chance(0.8) ? 'application/json' : random.pick(types);
  const response = await fetch(`${server.origin}/v1/hooks/${source.name}/${key}`, {
    method: 'POST', body, headers: { 'content-type': type }, signal: AbortSignal.timeout(20_000),
  });
  // The contract of every answer of this address.
  const sent: Sent = { status: response.status, body: JSON.parse(await response.text()) as Sent['body'] };
  const what = `${source.name} ${type} → ${sent.status} ${JSON.stringify(sent.body).slice(0, 300)}\n${body.slice(0, 2000)}`;
  expect([202, 400, 413], what).toContain(sent.status);
  if (sent.status === 202) {
    expect(sent.body.status, what).toBe('accepted');
    expect(Array.isArray(sent.body.results), what).toBe(true);
    return sent.body.results?.length === 0 ? 0 : 1;
  }
  expect(sent.body.error?.message, what).toMatch(/\w{3,}/);
  expect(sent.body.error?.issues[0]?.path, what).toBeTruthy();
  expect(sent.body.error?.issues[0]?.message, what).toBeTruthy();
  return 0;
}

const tools = Object.values(sources).filter(({ internal }) => internal !== true);

describe('hostile bodies through the whole of accepting', () => {
  it.each(tools.map((source, index) => [source.name, source, index] as const))('%s', async (_, source, index) => {
    const { key, integrationId } = await newService();
    const random = seededRandom(index + 1);
    const seeds = [source.demo.firing(Date.now()), source.demo.resolved?.(Date.now()) ?? source.demo.firing(Date.now())];
    let taken = 0;
    for (let done = 0; done < perSource; done += atOnce) {
      const left = await Promise.all(Array.from({ length: atOnce }, () => send(source, key, random.pick(seeds), random)));
      taken += left.reduce((all, one) => all + one, 0);
    }
    // Every event that was taken is there, whole, and decided in the end.
    const { docs } = await at.event('x').parent.where('integrationId', '==', integrationId).get();
    const events = docs.flatMap((snapshot) => read(StoredEvent, snapshot) ?? []);
    expect(events.filter(({ kind }) => kind === 'alerts' || kind === 'test').length).toBe(taken);
    expect(events.filter(({ state }) => state === 'failed')).toEqual([]);
  }, 1_200_000);
});
