import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Parsed, parsedRequest } from '../../domain/ingest/parsed';
import { sampleParsedAlert } from '../../domain/samples';
import { runScript } from '../run';
import { bodyIn } from './bodies';
import { differences } from './compare';
import { Expectation } from './expectations';
import { checkPayloads } from './payloads';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** A folder of these files; objects are written as JSON. */
function folderOf(files: Record<string, unknown>): string {
  const folder = mkdtempSync(join(tmpdir(), 'rouse-conformance-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
  return folder;
}

const multipart = ['--frontier', 'Content-Disposition: form-data; name="summary"', '', 'Queue is stuck', '--frontier', 'Content-Disposition: form-data; name="action"', '', 'close', '--frontier--', ''];
const files = {
  'generic/firing.json': { title: 'Queue is stuck', severity: 'P1', dedupKey: 'queue' },
  'generic/resolved.json': { title: 'Queue is well', status: 'resolved', dedupKey: 'queue' },
  'generic/text.txt': 'Queue is stuck\n4,711 wait\n',
  'generic/multipart.txt': multipart.join('\n'),
  'generic/nothing.json': { foo: 1 },
  'generic/broken.json': '{"title": ',
  'generic/change.json': { kind: 'change', title: 'Deployed 4.2' },
  'generic/test.json': { title: 'Queue is stuck', test: true },
  'statuscake/down.txt': 'Status=Down&Name=My+shop&URL=https%3A%2F%2Fshop.test%2F&TestID=77\n',
};
const cases = {
  'generic/firing.json': { source: 'generic', statuses: ['firing'], dedupKeys: ['queue'], severity: 'critical', title: 'stuck' },
  'generic/resolved.json': { source: 'generic', statuses: ['resolved'] },
  'generic/text.txt': { source: 'generic', statuses: ['firing'], title: 'Queue is stuck', truncated: false },
  'generic/multipart.txt': { source: 'generic', statuses: ['resolved'], dedupKeys: ['Queue is stuck'] },
  'generic/nothing.json': { source: 'generic', invalid: true },
  'generic/broken.json': { source: 'generic', invalid: true, statuses: [] },
  'generic/change.json': { source: 'generic', statuses: [], change: true },
  'generic/test.json': { source: 'generic', statuses: [], test: true },
  'statuscake/down.txt': { source: 'statuscake', statuses: ['firing'], title: 'My shop', dedupKeys: ['77'] },
};
const sameKey = [['generic/firing.json', 'generic/resolved.json']];

describe('the command', () => {
  const run = (...args: string[]) => runScript('scripts/conformance.ts', args);

  it('passes what is as expected, and says how much that was', async () => {
    expect(await run('payloads', folderOf({ ...files, 'expect.json': { cases, sameKey } }))).toEqual({ code: 0, output: '10 passed, 0 failed\n' });
  });

  it('fails on what is not: a line each, what was expected and what came, and exit code 1', async () => {
    const wrong = {
      cases: { ...cases, 'generic/firing.json': { source: 'generic', statuses: ['resolved'], severity: 'info' }, 'generic/gone.json': { source: 'generic' }, 'x/y.json': { source: 'nobody' } },
      sameKey: [['generic/firing.json', 'statuscake/down.txt']],
    };
    expect(await run('payloads', folderOf({ ...files, 'expect.json': wrong }))).toEqual({ code: 1, output: [
      'generic/firing.json: statuses: expected ["resolved"], came ["firing"]; severity: expected info, came ["P1"]', 'generic/gone.json: there is no such file', 'x/y.json: there is no source "nobody"',
      'generic/firing.json and statuscake/down.txt: expected a dedup key in common, came ["queue"] and ["77"]', '8 passed, 4 failed', '',
    ].join('\n') });
  });

  it.each([
    [['payloads', '/nowhere'], 'There is no expect.json in /nowhere.'], [[], 'Give it like this: npm run conformance -- payloads <folder>'],
    [['schedules', 'x.json'], 'x.json can not be read as JSON'],
  ])('%j ends with a sentence', async (args, sentence) => {
    const { code, output } = await run(...args);
    expect([code, output]).toEqual([1, expect.stringContaining(sentence)]);
  });
});

it('an expectation that is not compared is told', async () => {
  const lines: string[] = [];
  const folder = folderOf({ ...files, 'expect.json': { cases: { 'generic/firing.json': { source: 'generic', colour: 'red' } } } });
  expect(await checkPayloads(folder, (line) => lines.push(line))).toEqual({ passed: 1, failed: 0 });
  expect(lines).toEqual(['note: "colour" is expected somewhere, and is not compared']);
});

it.each([
  ['a.json', '{"a": 1}', { a: 1 }], ['a.txt', ' {"a": 1}\n', { a: 1 }], ['a.txt', 'payload=%7B%22a%22%3A1%7D', { a: 1 }], ['a.form', 'a=1&b=x+y\r\n', { a: '1', b: 'x y' }],
  ['a.txt', '?a=1', { a: '1' }], ['a.txt', 'Disk full: a=1 and more', 'Disk full: a=1 and more'], ['a.txt', multipart.join('\r\n'), { summary: 'Queue is stuck', action: 'close' }],
])('%s with %j is read as the API reads it', async (name, content, body) => {
  expect(await bodyIn(join(folderOf({ [name]: content }), name))).toEqual(body);
});

describe('what differs', () => {
  const alert = sampleParsedAlert();
  const request = (fields: Partial<Parsed> = {}): Parsed => ({ ...parsedRequest([alert]), ...fields } as Parsed); // Only fields of a taken request are given.
  const refused: Parsed = { ok: false, issues: [{ path: 'title', message: 'is needed' }] };
  it.each([
    [request(), {}, []], [request(), { statuses: ['firing'], severity: 'P1' }, []], [request(), { severity: 'error' }, [/^severity: expected error, came \["critical"\]$/]],
    [request(), { severity: null }, [/expected none/]], [request(), { title: 'nope' }, [/^title/]], [request(), { dedupKeys: [] }, [/^dedupKeys/]], [request(), { statuses: [] }, [/^statuses/]],
    [request({ truncated: 3 }), { truncated: true }, []], [request({ truncated: 3 }), { truncated: 2 }, [/^truncated/]], [request(), { truncated: true }, [/^truncated/]],
    [request({ test: true }), { test: true, statuses: [] }, []], [request({ test: true }), { test: true, statuses: ['resolved'] }, [/^statuses/]], [request({ test: true }), {}, [/^test: expected false/]],
    [request(), { test: true }, [/^test: expected true/]], [request({ alerts: [], handshake: { kind: 'ping' } }), { handshake: 'ping', statuses: [] }, []],
    [request(), { handshake: 'subscribe' }, [/^handshake: expected subscribe, came none/]], [request(), { change: true }, [/^change: expected a change and no alert/]],
    [refused, { invalid: true }, []], [request(), { invalid: true }, [/expected it to be refused/]], [{ ok: false, issues: [{ path: '', message: 'x' }] }, { invalid: true }, [/name what is wrong/]],
    [refused, { statuses: [] }, [/refused: title is needed/]],
    [request({ alerts: [{ ...alert, amends: { title: null, description: null, severityWord: null, note: 'n' } }] }), { statuses: [] }, []],
  ] satisfies [Parsed, object, RegExp[]][])('%#', (parsed, expected, problems) => {
    expect(differences(parsed, Expectation.parse({ source: 'generic', ...expected }))).toEqual(problems.map((problem) => expect.stringMatching(problem) as unknown));
  });
});
