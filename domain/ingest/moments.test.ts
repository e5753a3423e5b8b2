import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { momentOf } from './moments';
import { lastInstant } from './text';

const at = Date.UTC(2026, 10, 21, 2, 18, 15);

// V8 reads TZ anew when it is assigned: a machine east and one west of Greenwich, with summer time and without.
describe.each(['UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia'])('on a machine in %s', (zone) => {
  const before = process.env.TZ;
  beforeEach(() => {
    process.env.TZ = zone;
  });
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  it('the zone of the machine is really another one', () => {
    expect(new Date(2026, 10, 21).getTime() === Date.UTC(2026, 10, 21)).toBe(zone === 'UTC');
  });

  it.each([
    ['2026-11-21T02:18:15Z', at], ['2026-11-21t02:18:15z', at], ['2026-11-21T02:18:15.244Z', at + 244], ['2026-11-21T02:18:15.244987654Z', at + 244],
    ['2026-11-21T02:18:15.2449876Z', at + 244], ['2026-11-21T02:18:15.2Z', at + 200], ['2026-11-21T02:18:15,244Z', at + 244],
    ['2026-11-21T02:18:15.244+0000', at + 244], ['2026-11-20T21:18:15-05:00', at], ['2026-11-21T07:48:15+05:30', at], ['2026-11-21T03:18:15+01', at],
    ['2026-11-21T03:18:15+01:00[Europe/Berlin]', at], ['2026-11-21T02:18Z', at - 15_000],
    // No zone: UTC.
    ['2026-11-21T02:18:15', at], ['2026-11-21 02:18:15.244', at + 244], [' 2026-11-21  02:18:15 ', at], ['2026.11.21 02:18:15', at], ['2026/11/21 02:18:15', at],
    ['2026-11-21 02:18:15 +0000', at], ['2026-11-21 03:18:15 +0100', at], ['2026-11-21 02:18:15 UTC', at], ['2026-11-21', Date.UTC(2026, 10, 21)],
    ['20261121T021815Z', at], ['20261121021815', at], ['20261121T031815+0100', at],
    // A local time that a machine's change of clocks would skip.
    ['2026-03-08 02:30:00', Date.UTC(2026, 2, 8, 2, 30)],
  ])('%j', (text, moment) => {
    expect(momentOf(text)).toBe(moment);
  });

  it.each([
    ['3/22/2019 1:36:31 PM', Date.UTC(2019, 2, 22, 13, 36, 31)], ['12/1/2019 12:05:00 AM', Date.UTC(2019, 11, 1, 0, 5)], ['12/1/2019 12:05 pm', Date.UTC(2019, 11, 1, 12, 5)],
    ['22/3/2019 13:36:31', Date.UTC(2019, 2, 22, 13, 36, 31)], ['22.03.2019 13:36', Date.UTC(2019, 2, 22, 13, 36)], ['11-21-2026 02:18:15', at],
    ['July 30, 2019 10:36 AM BST', Date.UTC(2019, 6, 30, 9, 36)], ['July 30, 2019 10:36 AM', Date.UTC(2019, 6, 30, 10, 36)],
    ['July 30, 2019 10:36 AM IST', Date.UTC(2019, 6, 30, 5, 6)], ['July 30, 2019 at 10:36 a.m. PDT', Date.UTC(2019, 6, 30, 17, 36)],
    ['July 30, 2019 10:36 AM QQQ', Date.UTC(2019, 6, 30, 10, 36)], ['30 Jul 2019', Date.UTC(2019, 6, 30)], ['30-Jul-2019 10:36', Date.UTC(2019, 6, 30, 10, 36)],
    ['Sept. 1st, 2026 02:18', Date.UTC(2026, 8, 1, 2, 18)], ['Sat Nov 21 02:18:15 2026', at], ['Sat Nov 21 02:18:15 UTC 2026', at], ['Fri Nov 20 21:18:15 EST 2026', at],
    ['Sat, 21 Nov 2026 03:18:15 +0100', at], ['Saturday, 21 November 2026 02:18:15 GMT', at],
    ['Sat Nov 21 2026 03:18:15 GMT+0100 (Central European Standard Time)', at],
  ])('%j', (text, moment) => {
    expect(momentOf(text)).toBe(moment);
  });
});

describe('an epoch', () => {
  it.each([
    [at / 1000, at], [at, at], [at * 1000, at], [1_795_227_495_123_456_789, 1_795_227_495_123], [at / 1000 + 0.244, at + 244], [at + 0.5, at],
    [String(at / 1000), at], [String(at), at], [`${at}000`, at], [`${at}244987`, at], ['1795227495.244', 1_795_227_495_244], [' 1795227495 ', 1_795_227_495_000],
  ])('%j is told by its size', (value, moment) => {
    expect(momentOf(value)).toBe(moment);
  });
});

describe('no moment', () => {
  it.each([
    undefined, null, true, {}, [], [at], 0, -1, -0.5, NaN, Infinity, -Infinity, 1e300, '0', '', ' ', '-1', 'now', 'yesterday', 'x'.repeat(1_000_000), '1'.repeat(90),
    '0001-01-01T00:00:00Z', '0001-01-01 00:00:00', '1969-12-31T23:59:59Z', '1970-01-01T00:00:00Z', '1970-01-01T00:30:00+01:00', '10000-01-01T00:00:00Z',
    '9999-12-31T23:59:59-01:00', '2026-02-29T00:00:00Z', '2026-13-01', '2026-00-10', '2026-11-00', '2026-11-21T24:00:00Z', '2026-11-21T02:60:00Z',
    '2026-11-21T02:18:61Z', '13/13/2026', '31.04.2026', '13:00 PM 2026-11-21', '02:18:15', 'Nov 21', 'Nov 2026', '21 21 2026', 'Nov Nov 2026', '2026-11-21T02:18:15Z or so',
    '{EVENT.DATE} {EVENT.TIME}', '*alertDateTime*', '<no value>', '10.0.0.11', '1.2.2026.3', '2026-11.21',
  ])('%j', (value) => {
    expect(momentOf(value)).toBeNull();
  });

  it('the last moment that can be stored is the last one', () => {
    expect(momentOf('9999-12-31T23:59:59.999Z')).toBe(lastInstant);
  });
});
