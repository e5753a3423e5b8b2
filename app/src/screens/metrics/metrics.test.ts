import { describe, expect, it } from 'vitest';
import { MetricsMonth, monthsOf } from '#domain/metrics/row';
import { sampleRow } from '#domain/metrics/sampleRow';
import { defaultTargets } from '#domain/metrics/targets';
import { noon } from '#domain/samples';
import { DAY, HOUR, MINUTE, SECOND } from '#domain/time/instant';
import { breakdownOf } from './breakdown';
import { cellOf, csvOf } from './csv';
import { periodOf, periods } from './periods';
import { entriesOf, isFiltered, searchOf, selected, selectionOf, withPeriod } from './selection';
import { targetsDraftOf, targetsOf } from './targetsDraft';
import { bucketName, lengthWords, percentWords, spreadWords, targetWords } from './words';

const iso = (at: number) => new Date(at).toISOString();
const teams = { shop: { id: 'shop', name: 'Shop', memberIds: ['priya', 'sam'] }, core: { id: 'core', name: 'Core', memberIds: ['sam', 'ada'] } };
const names = { serviceOf: (id: string) => (id === 'checkout' ? 'Checkout' : id), nameOf: (id: string) => (id === 'priya' ? 'Priya, "P" Nair' : id) };

describe('a period', () => {
  it('is today and the days before it, by the midnights of the reader', () => {
    const { from, to } = periodOf('30', Date.parse('2026-11-21T12:00Z'), 'Europe/Berlin');
    expect([iso(from), iso(to)]).toEqual(['2026-10-22T22:00:00.000Z', '2026-11-21T23:00:00.000Z']);
    const year = periodOf('12', Date.parse('2026-11-21T12:00Z'), 'Europe/Berlin');
    expect(iso(year.from)).toBe('2025-11-21T23:00:00.000Z');
  });

  it('stays the same all day', () => {
    for (const { key } of periods) expect(periodOf(key, Date.parse('2026-11-20T23:00Z'), 'Europe/Berlin')).toEqual(periodOf(key, Date.parse('2026-11-21T22:59Z'), 'Europe/Berlin'));
  });

  it.each(['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kolkata'])('never costs more than 14 documents in %s, on whatever day: its months, and the targets', (zone) => {
    for (let now = Date.UTC(2023, 11, 1, 6); now < Date.UTC(2028, 3, 1); now += 7 * HOUR) {
      const most = periods.map(({ key }) => { const { from, to } = periodOf(key, now, zone); return monthsOf(from, to).length; });
      if (Math.max(...most) > 13) throw new Error(`${iso(now)}: ${most.join()}`);
    }
  });
});

describe('a selection', () => {
  it('is what the address says, and the usual where it says nothing or nonsense', () => {
    expect(selectionOf(new URLSearchParams())).toEqual({ period: '30', grain: 'day', serviceId: '', severity: '', teamId: '', personId: '' });
    expect(selectionOf(new URLSearchParams('period=12&severity=SEV2&team=shop&by=week&service=checkout&person=sam'))).toEqual({ period: '12', grain: 'week', serviceId: 'checkout', severity: 'SEV2', teamId: 'shop', personId: 'sam' });
    expect(selectionOf(new URLSearchParams('period=7&severity=SEV9&by=hour'))).toMatchObject({ period: '30', severity: '', grain: 'day' });
  });

  it('comes back from its address', () => {
    for (const search of ['', 'period=90', 'period=12&by=day&service=checkout', 'severity=SEV1&person=sam&team=core']) {
      const selection = selectionOf(new URLSearchParams(search));
      expect(selectionOf(new URLSearchParams(searchOf(selection)))).toEqual(selection);
    }
    expect(searchOf(selectionOf(new URLSearchParams('period=30&by=day')))).toEqual({});
  });

  it('of another period goes by that period’s usual bars', () => {
    expect(withPeriod(selectionOf(new URLSearchParams('service=checkout')), '12')).toMatchObject({ period: '12', grain: 'month', serviceId: 'checkout' });
  });

  const rows = [
    sampleRow(), sampleRow({ serviceId: 'login', ownerId: 'sam', severity: 'SEV2', triggeredAt: noon + HOUR }), sampleRow({ serviceId: 'login', ownerId: 'ada', triggeredAt: noon + 2 * HOUR }), sampleRow({ ownerId: null, triggeredAt: noon + 3 * HOUR }),
  ].map((row, index) => ({ ...row, id: `INC-00000${index}` }));
  it.each([
    ['', [0, 1, 2, 3]], ['service=login', [1, 2]], ['severity=SEV2', [1]], ['person=priya', [0]], ['team=shop', [0, 1]], ['team=core', [1, 2]], ['team=gone', []], ['team=core&service=login&severity=SEV1', [2]],
  ])('of “%s” leaves %j', (search, expected) => {
    const selection = selectionOf(new URLSearchParams(search));
    expect(selected(rows, selection, teams).map(({ id }) => Number(id.at(-1)))).toEqual(expected);
    expect(isFiltered(selection)).toBe(search !== '');
  });

  it('takes from the months only what lies in the time, the oldest first', () => {
    const month = (name: string, ...all: (readonly [string, number])[]) => MetricsMonth.parse({ month: name, rows: Object.fromEntries(all.map(([id, at]) => [id, sampleRow({ triggeredAt: at })])) });
    const months = [month('2026-11', ['INC-000002', noon + 1], ['INC-000001', noon], ['INC-000003', noon + DAY]), month('2026-10', ['INC-000000', noon - 40 * DAY])];
    expect(entriesOf(months, { from: noon, to: noon + DAY }).map(({ id }) => id)).toEqual(['INC-000001', 'INC-000002']);
  });
});

describe('the breakdown', () => {
  const rows = [
    sampleRow({ pages: { priya: { all: 2, night: 0 }, ada: { all: 1, night: 1 } } }), sampleRow({ serviceId: 'login', severity: 'SEV3', ownerId: null, pages: { sam: { all: 4, night: 3 } } }), sampleRow({ ownerId: 'sam', pages: {} }),
  ];
  it('gives a service and a severity the pages of their incidents, the most nights first', () => {
    expect(breakdownOf(rows, 'service', teams)).toEqual([{ id: 'login', incidents: 1, pages: 4, nightPages: 3 }, { id: 'checkout', incidents: 2, pages: 3, nightPages: 1 }]);
    expect(breakdownOf(rows, 'severity', teams).map(({ id, incidents, pages }) => [id, incidents, pages])).toEqual([['SEV1', 2, 3], ['SEV2', 0, 0], ['SEV3', 1, 4], ['SEV4', 0, 0]]);
  });

  it('gives a person what they had and what they were paged for, and says what nobody had', () => {
    expect(breakdownOf(rows, 'person', teams)).toEqual([
      { id: 'sam', incidents: 1, pages: 4, nightPages: 3 }, { id: 'ada', incidents: 0, pages: 1, nightPages: 1 }, { id: 'priya', incidents: 1, pages: 2, nightPages: 0 }, { id: null, incidents: 1, pages: 0, nightPages: 0 },
    ]);
  });

  it('gives a team what its members have, in each team that they are in', () => {
    expect(breakdownOf(rows, 'team', teams)).toEqual([{ id: 'core', incidents: 1, pages: 5, nightPages: 4 }, { id: 'shop', incidents: 2, pages: 6, nightPages: 3 }]);
    expect(breakdownOf(rows, 'team', {})).toEqual([]);
  });
});

describe('the file', () => {
  it.each([
    ['=HYPERLINK("http://evil")', `"'=HYPERLINK(""http://evil"")"`], ['+1', "'+1"], ['-1', "'-1"], ['@SUM(A1)', "'@SUM(A1)"], ['\t=1', "'\t=1"], ['\r\n=1', `"'\r\n=1"`], ['a=b', 'a=b'], ['a, b', '"a, b"'], ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'], [12, '12'], [-1.5, '-1.5'], [null, ''], ['', ''],
  ])('holds %j as %j', (value, expected) => {
    expect(cellOf(value)).toBe(expected);
  });

  it('has a line of heads and one for each incident, as a spreadsheet reads them', () => {
    const entry = { ...sampleRow({ triggeredAt: Date.parse('2026-11-21T12:00Z'), verdict: 'known', repeatAfter: 36 * HOUR, pages: { priya: { all: 2, night: 1 }, sam: { all: 1, night: 0 } } }), id: 'INC-K7Q2MD' };
    const [heads = '', line, ...rest] = csvOf([entry], names).split('\r\n');
    expect(heads.startsWith('\uFEFFincident,triggered (UTC),')).toBe(true);
    expect(line).toBe('INC-K7Q2MD,2026-11-21T12:00:00.000Z,2026-11-21T12:20:00.000Z,2026-11-21T12:40:00.000Z,Checkout,SEV1,outage,"Priya, ""P"" Nair",120,180,1200,known,1.5,0,no,3,1');
    expect(heads.split(',')).toHaveLength(17);
    expect(rest).toEqual(['']);
  });

  it('leaves empty what was not measured, and takes no service for a formula', () => {
    const entry = { ...sampleRow({ acknowledgedAt: null, ownerId: null, serviceId: '=cmd' }), id: 'INC-K7Q2MD' };
    expect(csvOf([entry], names).split('\r\n')[1]).toContain(`,'=cmd,SEV1,outage,,120,,1200,,,`);
  });
});

describe('words', () => {
  it.each([[0, '0 s'], [420, '0.4 s'], [1_000, '1 s'], [40, 'under 0.1 s'], [9_999, '9.9 s'], [10_000, '10 s'], [12 * SECOND, '12 s'], [3.5 * MINUTE, '3 min 30 s'], [50 * HOUR, '2 d 2 h']])('%i ms are %s', (ms, expected) => {
    expect(lengthWords(ms)).toBe(expected);
  });

  it('never say a median without how many it is of', () => {
    expect(spreadWords({ count: 41, median: 1, p90: 12 * MINUTE, mean: 5 * MINUTE })).toBe('p90 12 min · mean 5 min · 41 incidents');
    expect(spreadWords({ count: 1, median: 1, p90: 1_000, mean: 1_000 }, 'gap')).toBe('p90 1 s · mean 1 s · 1 gap');
  });

  it.each([[0, 0, 'none'], [0, 5, '0 %'], [1, 500, 'under 1 %'], [1, 3, '33 %'], [499, 500, '99 %'], [5, 5, '100 %']])('%i of %i are %s', (count, of, expected) => {
    expect(percentWords({ count, of })).toBe(expected);
  });

  it('say whether a target is met, and nothing of it where nothing is known', () => {
    const spread = { count: 3, median: 3 * MINUTE, p90: 0, mean: 0 };
    expect([
      targetWords(spread, { met: true, target: 5 * MINUTE }), targetWords(spread, { met: false, target: 2 * MINUTE }), targetWords(spread, { met: null, target: null }), targetWords(null, { met: null, target: 5 * MINUTE }),
    ]).toEqual(['Median 3 min, target under 5 min: met', 'Median 3 min, target under 2 min: missed', 'Median 3 min, no target', 'Nothing measured, target under 5 min']);
  });

  it.each([['day', '21 Nov'], ['week', 'Week of 21 Nov'], ['month', 'Nov 2026']] as const)('a bar by %s is called %s', (grain, expected) => {
    expect(bucketName('2026-11-21', grain)).toBe(expected);
  });
});

describe('targets as they are typed', () => {
  it('are minutes, and none where nothing is typed', () => {
    const draft = targetsDraftOf({ ...defaultTargets, detect: null, acknowledge: 90 * SECOND });
    expect(draft).toEqual({ detect: '', acknowledge: '1.5', restore: '30', severities: ['SEV1'] });
    expect(targetsOf(draft)).toEqual({ targets: { detect: null, acknowledge: 90 * SECOND, restore: 30 * MINUTE, severities: ['SEV1'] } });
    expect(targetsOf({ ...draft, detect: ' 2,5 ' })).toMatchObject({ targets: { detect: 150 * SECOND } });
  });

  it.each(['0', '-1', 'soon', '1e999', '5 min'])('are not %j', (detect) => {
    expect(targetsOf({ ...targetsDraftOf(defaultTargets), detect })).toEqual({ issues: [{ path: 'targets.detect', message: 'is a number of minutes above 0' }] });
  });

  it('are for at least one severity', () => {
    expect(targetsOf({ ...targetsDraftOf(defaultTargets), severities: [] })).toEqual({ issues: [{ path: 'targets.severities', message: 'Choose at least one severity.' }] });
  });
});
