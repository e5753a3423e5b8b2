import { describe, expect, it } from 'vitest';
import type { Finding, PreviewedMessage } from '#domain/proof/proof';
import { noon } from '#domain/samples';
import { DAY, HOUR, MINUTE } from '#domain/time/instant';
import { findingGroups, isOld, mendedAt, spanBeside, spanOf, verdict } from './findingWords';
import { moments, nextClockChange } from './moments';
import { preciseTime, previewRows } from './previewRows';

const message = (fields: Partial<PreviewedMessage>): PreviewedMessage => ({
  at: noon, userId: 'priya', name: 'Priya', why: 'primary', channel: 'push', methodId: null, round: 0, step: 0, lastResort: false, ...fields,
});
const finding = (fields: Partial<Finding>): Finding => ({ kind: 'gap', level: 'problem', text: 'x', startAt: null, endAt: null, about: { kind: 'schedule', id: 'weekly' }, ...fields });

describe('the lines of a preview', () => {
  it('come in the order of time, words before the messages of their moment', () => {
    const rows = previewRows({ messages: [message({ at: noon + MINUTE, name: 'Sam' }), message({}), message({ channel: 'sms' })], words: [{ at: noon, text: 'Skipped.' }] }, noon, 'UTC');
    expect(rows.map((row) => (row.kind === 'message' ? `${row.message.name} ${row.message.channel} ${row.sameTime}` : row.kind)))
      .toEqual(['words', 'Priya push true', 'Priya sms true', 'Sam push false']);
  });

  it('begin a round and a day with a heading, in the reader’s zone', () => {
    const late = Date.parse('2026-11-21T22:59:00Z');
    const messages = [message({ at: late }), message({ at: late + 2 * MINUTE, round: 1 }), message({ at: late + 3 * MINUTE, round: 0, lastResort: true })];
    expect(previewRows({ messages, words: [] }, late, 'Europe/Berlin').map((row) => ('text' in row ? row.text : row.kind))).toEqual(['message', 'Sun', 'Round 2', 'message', 'message']);
    expect(previewRows({ messages, words: [] }, late, 'UTC').map(({ kind }) => kind)).toEqual(['message', 'round', 'message', 'message']);
  });

  it('tell what arrives at one moment in the same way once', () => {
    const rows = previewRows({ messages: [message({}), message({ round: 1 }), message({ channel: 'sms' }), message({ userId: 'sam', name: 'Sam' })], words: [] }, noon, 'UTC');
    expect(rows.map((row) => (row.kind === 'message' ? `${row.message.name} ${row.message.channel}` : row.kind))).toEqual(['Priya push', 'Priya sms', 'Sam push']);
  });

  it('tell seconds where there are some', () => {
    expect([noon, noon + 30_000].map((at) => preciseTime(at, 'Europe/Berlin'))).toEqual(['13:00', '13:00:30']);
  });
});

describe('the times worth asking about', () => {
  it('are the coming night, Sunday noon and the change of clocks', () => {
    expect(moments(noon, 'Europe/Berlin').map(({ key, at }) => [key, at === null ? null : new Date(at).toISOString()])).toEqual([
      ['now', null], ['night', '2026-11-22T02:00:00.000Z'], ['sunday', '2026-11-22T11:00:00.000Z'], ['clocks', '2027-03-28T01:00:00.000Z'],
    ]);
    expect(moments(noon, 'UTC').map(({ key }) => key)).toEqual(['now', 'night', 'sunday']);
  });

  it('lie after now, also on a Sunday afternoon and just after three', () => {
    const sunday = Date.parse('2026-11-22T12:00:01Z');
    expect(moments(sunday, 'UTC').every(({ at }) => at === null || at > sunday)).toBe(true);
    expect(nextClockChange(Date.parse('2027-03-28T00:59:00Z'), 'Europe/Berlin')).toBe(Date.parse('2027-03-28T01:00:00Z'));
    expect(nextClockChange(Date.parse('2027-03-28T01:00:00Z'), 'Europe/Berlin')).toBe(Date.parse('2027-10-31T01:00:00Z'));
  });
});

describe('what a check found', () => {
  it('is grouped by level, the soonest first', () => {
    const groups = findingGroups([finding({ level: 'hint', text: 'h' }), finding({ text: 'none' }), finding({ text: 'late', startAt: noon + DAY }), finding({ text: 'soon', startAt: noon })]);
    expect(groups.map(({ level, findings }) => [level, findings.map(({ text }) => text)])).toEqual([['problem', ['soon', 'late', 'none']], ['hint', ['h']]]);
  });

  it('leads to where it is mended', () => {
    expect(mendedAt(finding({ about: { kind: 'policy', id: 'a b' } })).to).toBe('/policies/a%20b');
    expect(mendedAt(finding({ kind: 'oneAdmin', about: { kind: 'organisation', id: 'organisation' } })).to).toBe('/people');
  });

  it('says when, as short as it can be told', () => {
    expect(spanOf({ startAt: null, endAt: null }, noon, 'UTC')).toBeNull();
    expect(spanOf({ startAt: noon - HOUR, endAt: noon + 2 * HOUR }, noon, 'UTC')).toBe('now to 14:00 (2 h)');
    expect(spanOf({ startAt: noon + 2 * DAY, endAt: noon + 2 * DAY + HOUR }, noon, 'UTC')).toBe('Mon 12:00 to 13:00 (1 h)');
    expect(spanOf({ startAt: noon + 2 * DAY, endAt: noon + 3 * DAY }, noon, 'UTC')).toBe('Mon 12:00 to Tue 12:00 (1 d)');
    expect(spanOf({ startAt: noon + 20 * DAY, endAt: null }, noon, 'UTC')).toBe('11 Dec 12:00');
  });

  it('says when once: beside the words only where those tell the time of another place', () => {
    const gap = finding({ text: 'Nobody is on call Mon 13:00 to 14:00 (Europe/Berlin), and 2 more times.', startAt: noon + 2 * DAY, endAt: noon + 2 * DAY + HOUR });
    expect(spanBeside(gap, noon, 'Europe/Berlin')).toBeNull();
    expect(spanBeside(gap, noon, 'UTC')).toBe('Mon 12:00 to 13:00 (1 h)');
    expect(spanBeside({ ...gap, text: 'Sam (Nobody) is away.' }, noon, 'UTC')).toBe('Mon 12:00 to 13:00 (1 h)');
    expect(spanBeside({ ...gap, text: 'Sam is on call all the time.' }, noon, 'UTC')).toBeNull();
  });

  it('claims that somebody is always reachable only where nothing says otherwise', () => {
    expect(verdict([])).toEqual({ calm: true, text: 'Somebody is reachable at every minute of the next 60 days.' });
    expect(verdict([finding({ kind: 'noRest', level: 'warning' })]).calm).toBe(true);
    expect(verdict([finding({ level: 'warning' })]).calm).toBe(false);
    expect(verdict([finding({}), finding({ level: 'hint' })]).text).toBe('One problem in the next 60 days.');
  });

  it('is old after a day and a half', () => {
    expect([DAY, 2 * DAY].map((age) => isOld(noon - age, noon))).toEqual([false, true]);
  });
});
