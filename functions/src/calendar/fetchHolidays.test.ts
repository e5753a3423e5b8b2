import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { noon } from '#domain/samples';
import { FakeOutbound } from '../../../tests/fakes/outbound';

const outbound = new FakeOutbound();
let fetchHolidays: typeof import('./fetchHolidays').fetchHolidays;
beforeAll(async () => {
  await outbound.listen();
  vi.stubEnv('ROUSE_LOCAL', 'true');
  vi.stubEnv('ROUSE_FAKE_OUTBOUND', outbound.address);
  // Whether this is local mode is decided when the module is read.
  ({ fetchHolidays } = await import('./fetchHolidays'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await outbound.close();
});

const ics = (...lines: string[]) => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const christmas = ics('BEGIN:VEVENT', 'UID:1', 'DTSTART;VALUE=DATE:20261225', 'SUMMARY:Christmas', 'END:VEVENT');
const problem = (words: RegExp) => ({ ok: false, problem: expect.stringMatching(words) as string });

describe('an iCal address', () => {
  it('is read', async () => {
    outbound.answerWith('feed.example', { status: 200, body: christmas });
    expect(await fetchHolidays('https://feed.example/holidays.ics?k=1', noon)).toEqual({ ok: true, days: [{ date: '2026-12-25', name: 'Christmas' }], ignored: 0 });
    expect(outbound.to('feed.example').map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /holidays.ics?k=1']);
  });

  it.each([
    [{ status: 404 }, /answered 404/], [{ status: 301, headers: { location: 'https://other.example/' } }, /sends on/], [{ status: 200, body: '<html>' }, /no iCalendar/],
    [{ status: 200, body: ics() }, /no all-day events/], [{ status: 200, body: 'x'.repeat(1024 * 1024 + 1) }, /more than 1048576 bytes/], ['cut' as const, /could not be reached/],
  ])('that answers %j is said to whoever entered it', async (answer, words) => {
    outbound.answerWith('bad.example', answer);
    expect(await fetchHolidays('https://bad.example/', noon)).toEqual(problem(words));
  });

  it.each(['https://169.254.169.254/latest', 'https://[::1]/', 'https://127.0.0.1/x.ics', 'https://10.0.0.8/'])('inside the network is not asked: %s', async (url) => {
    const before = outbound.posted.length;
    expect(await fetchHolidays(url, noon)).toEqual(problem(/may not be asked/));
    expect(outbound.posted).toHaveLength(before);
  });
});
