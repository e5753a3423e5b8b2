import { describe, expect, it } from 'vitest';
import { noon, sampleHints, seededRandom } from '../samples';
import { mutationsOf } from './mutations';
import { type Parsed, ParsedAlert, ParsedChange, type Source } from './parsed';
import { sources } from './sources';
import { lastInstant } from './text';

const all = Object.entries(sources);
const casesPerSource = Math.ceil(20_000 / all.length);

/** Bodies to begin with: the demos, which are what a tool really sends, and for the generic source a few of the shapes that it recognises. */
function seedsOf({ name, demo }: Source): unknown[] {
  const demos = [demo.firing(noon), ...(demo.resolved === null ? [] : [demo.resolved(noon)])];
  return name === 'generic' ? [...demos, ...commonShapes] : demos;
}
const commonShapes: unknown[] = [
  [{ labels: { alertname: 'A', severity: 'page' }, annotations: { summary: 's' }, startsAt: '2026-11-21T02:18:15Z', endsAt: '2026-11-21T02:20:15Z', generatorURL: 'http://p.test/' }],
  { specversion: '1.0', id: '1', type: 'a.resolved', source: '/s', subject: 'x', data: { summary: 's', tags: ['a:b'] } }, { event_action: 'trigger', payload: { summary: 's', severity: 'error' } },
  { kind: 'change', title: 'Deployed', changedAt: '2026-11-21T02:18:15Z', labels: { version: '1' } }, { what: 'SERVICE', notification_type: 'PROBLEM', host: 'h', service: 's', output: 'o', summary: 's' },
  { title: '2 alerts', alerts: [{ title: 'a', status: 'ok', links: ['https://x.test/'] }, { name: 'b', meta: { x: 1 } }] }, 'Disk full\non db-1',
];

const asked = (source: Source, body: unknown) => source.parse(body, sampleHints);

/** What is wrong with what a parser answered; undefined for nothing. */
function fault(parsed: Parsed): string | undefined {
  if (!parsed.ok) return parsed.issues.length > 0 && parsed.issues.every(({ path, message }) => path.trim() !== '' && message.trim() !== '') ? undefined : `issues ${JSON.stringify(parsed.issues)}`;
  if (!Number.isSafeInteger(parsed.truncated) || parsed.truncated < 0) return `truncated ${parsed.truncated}`;
  for (const held of [...parsed.alerts.map((alert) => [ParsedAlert, alert] as const), ...parsed.changes.map((change) => [ParsedChange, change] as const)]) {
    const [schema, value] = held;
    const read = schema.safeParse(value);
    if (!read.success) return JSON.stringify(read.error.issues);
    const unfit = Object.entries(value.labels).find(([key, text]) => key === '' || /^__.*__$/.test(key) || key.length > 128 || text.length > 512);
    if (unfit !== undefined || Object.keys(value.labels).length > 64) return `label ${JSON.stringify(unfit?.[0])}`;
    const unstorable = momentsOf(value).find((at) => at < 0 || at > lastInstant);
    if (unstorable !== undefined) return `the moment ${unstorable}`;
    if (!textsOf(value).every((text) => text.isWellFormed())) return 'half a character, which the store would refuse';
  }
  return undefined;
}

const momentsOf = (value: ParsedAlert | ParsedChange): number[] => ('changedAt' in value ? [value.changedAt] : [value.startedAt, value.endedAt]).filter((at) => at !== null);

const textsOf = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, held]) => [key, ...textsOf(held)]) : [];

/** The body's beginning, to find a failing case again. */
const shown = (body: unknown) => (JSON.stringify(body) ?? 'undefined').slice(0, 2_000);

describe.each(all)('%s', (_name, source) => {
  const seeds = seedsOf(source);

  it(`takes or refuses ${casesPerSource} broken bodies, and never throws`, () => {
    const random = seededRandom(20_261_121);
    const faults: string[] = [];
    let taken = 0;
    for (let index = 0; index < casesPerSource; index += 1) {
      const body = mutationsOf(random.pick(seeds), random);
      try {
        const parsed = asked(source, body);
        const found = fault(parsed);
        if (found !== undefined) faults.push(`${found} from ${shown(body)}`);
        if (parsed.ok) taken += 1;
      } catch (error) {
        faults.push(`threw ${String(error)} from ${shown(body)}`);
      }
    }
    expect(faults.slice(0, 5)).toEqual([]);
    // Bodies of which all were refused would have tried nothing but the schema.
    expect(taken).toBeGreaterThan(casesPerSource / 20);
  });

  it('looks at each part of a body a bounded number of times', () => {
    const random = seededRandom(42);
    for (let index = 0; index < 60; index += 1) {
      const body = mutationsOf(random.pick(seeds), random);
      const counter = { steps: 0 };
      asked(source, counted(body, counter));
      expect(counter.steps, shown(body)).toBeLessThan(1_000 + 200 * sizeOf(body));
    }
  });

  it.each(['x', ' ', '\n', '/', '-', '0', '{', '[', '"', '*', '$', 'a:', '[x] ', '<a>', '%', '\\'])('gets through long runs of %j in every text', (piece) => {
    const run = piece.repeat(20_000 / piece.length);
    for (const seed of seeds) {
      for (const place of textPlaces(seed)) expect(fault(asked(source, withText(seed, place, run))), place.join('.')).toBeUndefined();
    }
  });
});

it('mutations are the same for the same numbers, differ, can be sent as JSON, and leave what they are made from as it is', () => {
  const seed = { alerts: [{ labels: { a: 'b' }, at: 5 }], status: 'firing' };
  const before = structuredClone(seed);
  const [first, again] = [1, 1].map((number) => {
    const random = seededRandom(number);
    return Array.from({ length: 500 }, () => JSON.stringify(mutationsOf(seed, random)));
  });
  expect(first).toEqual(again);
  expect(new Set(first).size).toBeGreaterThan(300);
  // Some turn a list of one around, or drop what was added.
  expect(first?.filter((text) => text === JSON.stringify(seed)).length).toBeLessThan(40);
  expect(seed).toEqual(before);
});

it('5,000 alerts in one request are 5,000 alerts', () => {
  const body = Array.from({ length: 5_000 }, (_, index) => ({ title: `Disk full on db-${index}`, status: index % 2 === 0 ? 'down' : 'up', tags: ['a:b'] }));
  const parsed = sources.generic?.parse(body, sampleHints);
  expect(parsed?.ok === true ? new Set(parsed.alerts.map(({ dedupKey }) => dedupKey)).size : 0).toBe(5_000);
});

/** A body that counts how often something in it is looked at: time on a busy machine says less. */
function counted(value: unknown, counter: { steps: number }): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get(target, key) {
      counter.steps += 1;
      const held: unknown = Reflect.get(target, key);
      return typeof held === 'object' ? counted(held, counter) : held;
    },
    ownKeys(target) {
      const keys = Reflect.ownKeys(target);
      counter.steps += keys.length;
      return keys;
    },
  });
}

/** How many values are in it; text counts by its length, for what is in it may be read as more. */
function sizeOf(body: unknown): number {
  let size = 0;
  const left = [body];
  while (left.length > 0) {
    const value = left.pop();
    size += typeof value === 'string' ? 1 + value.length / 10 : 1;
    if (typeof value === 'object' && value !== null) left.push(...(Object.values(value) as unknown[]));
  }
  return size;
}

function textPlaces(value: unknown, path: string[] = []): string[][] {
  if (typeof value === 'string') return [path];
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, held]) => textPlaces(held, [...path, key])) : [];
}

function withText(value: unknown, [key, ...rest]: readonly string[], text: string): unknown {
  if (key === undefined) return text;
  if (Array.isArray(value)) return value.map((held: unknown, index) => (String(index) === key ? withText(held, rest, text) : held));
  return Object.fromEntries(Object.entries(value as object).map(([name, held]) => [name, name === key ? withText(held, rest, text) : held])); // A place leads through lists and objects.
}
