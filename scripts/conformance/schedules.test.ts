import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { runScript } from '../run';
import { checkSchedules } from './schedules';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

function fileOf(content: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'rouse-schedules-'));
  folders.push(folder);
  const file = join(folder, 'cases.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}
function check(cases: unknown): [string, ...string[]] {
  const lines: string[] = [];
  const { passed, failed } = checkSchedules(fileOf({ cases }), (line) => lines.push(line));
  return [`${passed}/${failed}`, ...lines];
}

const nightly = { type: 'daily', shiftLength: 1, startLocal: '2024-10-20T02:30', timeZone: 'Europe/Berlin' };
const office = { start: '09:00', end: '17:00', days: ['MO', 'TU'] };
// A Monday.
const shift = (user: string, start: string, end: string, fields: object = {}) => ({ user, start: `2024-06-03T${start}:00Z`, end: `2024-06-03T${end}:00Z`, ...fields });
const swap = { beneficiary: 'ann', benefactor: 'ben', start: '2024-06-03T10:00:00Z', end: '2024-06-03T12:00:00Z', taken: true };
const wholeDay = { timeZone: 'UTC', from: '2024-06-03T00:00:00Z', to: '2024-06-04T00:00:00Z' };
const night = { target: { rotation: { ...nightly, participants: ['ann', 'ben', 'cy'], current: { index: 2, at: '2024-06-03T05:00:00+02:00' } } }, start: '22:00', end: '04:00', days: ['MO'] };

/** A case of every kind, each in a way that a wrong engine gets wrong, and what would be a wrong expectation. */
const cases: Record<string, [input: object, expect: object, wrong: object]> = {
  rotation_handoffs: [
    { rotation: nightly, windowFromLocal: '2024-10-26T03:00', windowToLocal: '2024-10-27T12:00' },
    { handoffs: ['2024-10-26T02:30:00+02:00', '2024-10-27T02:30:00+02:00', '2024-10-28T02:30:00+01:00'] },
    { handoffs: ['2024-10-26T02:30:00+02:00', '2024-10-27T02:30:00+01:00', '2024-10-28T02:30:00+01:00'] },
  ],
  rotation_shift_at: [
    { rotation: nightly }, { queries: [{ at: '2024-10-27T12:00:00Z', shiftStart: '2024-10-27T00:30:00Z', shiftEnd: '2024-10-28T01:30:00Z', durationHours: 25 }] },
    { queries: [{ at: '2024-10-27T12:00:00Z', durationHours: 24 }] },
  ],
  rotation_oncall_at: [
    { rotation: { ...nightly, shiftLength: 2 }, participants: ['ann', 'ben'] }, { instants: [{ at: '2024-10-18T12:00:00Z', oncall: ['ben'] }, { at: '2024-10-21T12:00:00Z', oncall: ['ann'] }] },
    { instants: [{ at: '2024-10-18T12:00:00Z', oncall: ['ann'] }] },
  ],
  clock_of_day: [
    { date: '2024-10-27', timeZone: 'Europe/Berlin', resolve: 'last' }, { pairs: [{ clock: '02:30', instant: '2024-10-27T01:30:00Z' }] }, { pairs: [{ clock: '02:30', instant: '2024-10-27T00:30:00Z' }] },
  ],
  rule_active: [
    { rule: { ...office, timeZone: 'UTC' } }, { instants: [{ at: '2024-06-03T09:00:00Z', active: true }, { at: '2024-06-03T17:00:00Z', active: false }] },
    { instants: [{ at: '2024-06-05T09:00:00Z', active: true }] },
  ],
  rule_next_span: [
    { rule: { start: '08:00', end: '08:00', days: ['MO', 'TU'], timeZone: 'UTC' } }, { queries: [{ at: '2024-06-04T12:00:00Z', start: '2024-06-03T08:00:00Z', end: '2024-06-05T08:00:00Z' }] },
    { queries: [{ at: '2024-06-04T12:00:00Z', start: '2024-06-04T08:00:00Z' }] },
  ],
  final_schedule: [
    {
      ...wholeDay, rules: [{ target: { user: 'ann' }, ...office }, night], overrides: [{ add: 'dee', remove: 'ann', start: '2024-06-03T08:00:00Z', end: '2024-06-03T10:00:00Z' }],
      temporarySchedules: [{ start: '2024-06-03T12:00:00Z', end: '2024-06-03T13:00:00Z', shifts: [] }],
    },
    { shifts: [shift('ann', '10:00', '12:00'), shift('dee', '09:00', '10:00'), shift('ann', '13:00', '17:00'), { user: 'cy', start: '2024-06-03T22:00:00Z', end: '2024-06-04T00:00:00Z' }] },
    { shifts: [shift('ann', '09:00', '17:00')] },
  ],
  override_map: [
    { base: ['ann', 'ben'], overrides: [{ add: 'cy', remove: 'ben', start: '2024-06-03T08:00:00Z', end: '2024-06-03T09:00:00Z' }] },
    { instants: [{ at: '2024-06-03T08:00:00Z', oncall: ['cy', 'ann'] }, { at: '2024-06-03T09:00:00Z', oncall: ['ben', 'ann'] }] }, { instants: [{ at: '2024-06-03T08:00:00Z', oncall: ['ann'] }] },
  ],
  layered_day: [
    {
      timeZone: 'UTC', day: '2024-06-03', shifts: [shift('ann', '08:00', '18:00', { priority: -5 }), shift('ben', '09:00', '12:00', { priority: 700 })],
      overrides: [shift('cy', '11:00', '13:00', { priority: 0 })],
    },
    { segments: [shift('ann', '08:00', '09:00'), shift('ben', '09:00', '11:00'), shift('cy', '11:00', '13:00'), shift('ann', '13:00', '18:00')] },
    { segments: [shift('ann', '08:00', '18:00')] },
  ],
  shift_swap: [
    { ...wholeDay, daily: { user: 'ann', start: '09:00', hours: 8, fromDay: '2024-06-03' }, swap }, { segments: [shift('ann', '09:00', '10:00'), shift('ben', '10:00', '12:00'), shift('ann', '12:00', '17:00')] },
    { segments: [shift('ann', '09:00', '17:00')] },
  ],
};

describe.each(Object.entries(cases))('%s', (kind, [input, expected, wrong]) => {
  it('passes with what the rules say, and fails by name with anything else', () => {
    expect(check([{ id: 'right', kind, input, expect: expected }])).toEqual(['1/0']);
    expect(check([{ id: 'wrong', kind, input, expect: wrong }])).toEqual(['0/1', expect.stringMatching(/^wrong: expected .+; came .+/)]);
  });
  it.each([['no input', undefined], ['an input of another form', { rotation: 4, rule: null, shifts: {} }]])('fails with %s', (_what, other) => {
    expect(check([{ id: 'odd', kind, input: other, expect: expected }])).toEqual(['0/1', expect.stringMatching(/^odd: input is not of its kind's form: /)]);
  });
  it('fails with an expectation of another form', () => {
    expect(check([{ id: 'odd', kind, input, expect: {} }])).toEqual(['0/1', expect.stringMatching(/^odd: expect is not of its kind's form: /)]);
  });
});

it('a swap that nobody took changes nothing', () => {
  const input = { ...wholeDay, daily: { user: 'ann', start: '09:00', hours: 8, fromDay: '2024-06-03' }, swap: { ...swap, benefactor: null, taken: false } };
  expect(check([{ id: 'swap', kind: 'shift_swap', input, expect: { segments: [shift('ann', '09:00', '17:00')] } }])).toEqual(['1/0']);
});

it('an instant may be without seconds, and has to have an offset and be in the calendar', () => {
  const rule = { ...office, timeZone: 'UTC' };
  const one = (at: string) => ({ id: 'a', kind: 'rule_active', input: { rule }, expect: { instants: [{ at, active: true }] } });
  expect(check(['2024-06-03T09:00Z', '2024-06-03T04:00:00.5-05:00', '2024-06-03T09:00:00+0000'].map(one))).toEqual(['3/0']);
  expect(check(['2024-06-03T09:00', '2024-06-31T09:00Z', '2024-06-03'].map(one))[0]).toBe('0/3');
});

it('what is no case is a failure too, and the others go on', () => {
  const [input, expected] = cases.clock_of_day ?? [];
  expect(check([null, { id: 'x', kind: 'toString', input, expect: expected }, { id: 'y', kind: 'clock_of_day', input, expect: expected }, { kind: 7 }])).toEqual([
    '1/3', 'case 1: is not a case: it has no kind', 'x: there is no kind "toString"', 'case 4: is not a case: it has no kind',
  ]);
});

describe('the command', () => {
  it('says what failed and how much passed, with its exit code', async () => {
    const [input, expected, wrong] = cases.rule_active ?? [];
    const file = fileOf({ cases: [{ id: 'a', kind: 'rule_active', input, expect: expected }, { id: 'b', kind: 'rule_active', input, expect: wrong }] });
    expect(await runScript('scripts/conformance.ts', ['schedules', file])).toEqual({
      code: 1, output: 'b: expected 2024-06-05T09:00:00.000Z active; came 2024-06-05T09:00:00.000Z inactive\n1 passed, 1 failed\n',
    });
  });
  it.each([['{"cases": ', 'can not be read as JSON'], ['{"case": []}', 'is not of this form']])('ends with a sentence for a file with %s', async (content, sentence) => {
    const { code, output } = await runScript('scripts/conformance.ts', ['schedules', fileOf(content)]);
    expect([code, output]).toEqual([1, expect.stringContaining(sentence)]);
  });
});
