import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { noon } from '#domain/samples';
import type { PublicPage } from '#domain/statusPage/publicStatus';
import { HOUR } from '#domain/time/instant';
import { atomFeed } from './feed';
import { fullPage } from './forTests';
import { keptShortly, notePage } from './frame';
import { maintenanceCard, pastCard } from './notices';
import { monthPage, wholePage } from './others';
import { overviewPage } from './overview';
import { contentSecurityPolicy } from './style';

const parts = fullPage({ components: 6, notices: 2, badDays: 4 }, noon);
const hostile = `"'><script>alert(1)</script><img src=x onerror=alert(1)>&amp;\u0000`;
const about = { title: hostile, feed: undefined };

/** The same page with every text of it hostile. */
const defaced = (page: PublicPage): PublicPage => ({
  ...page, title: hostile, about: hostile, supportUrl: 'https://example.com/"><script>',
  components: page.components.map((component) => ({ ...component, name: hostile, description: hostile, group: hostile })),
  notices: page.notices.map((notice) => ({ ...notice, title: hostile, components: [{ componentId: 'a', name: hostile, state: 'degraded' }], updates: notice.updates.map((update) => ({ ...update, text: hostile })) })),
  maintenance: page.maintenance.map((each) => ({ ...each, title: hostile, text: hostile })),
});

describe('the page', () => {
  it('is under 30 kB with thirty components and five open notices, before it is compressed', () => {
    const html = overviewPage(fullPage({ components: 30, notices: 5, badDays: 8 }, noon));
    expect(Buffer.byteLength(html)).toBeLessThan(30_000);
    expect(html.match(/<svg class=b role=img/g)).toHaveLength(30);
  });

  it('says how it is: in a sentence, by the component, and of every incident', () => {
    const html = overviewPage(parts);
    for (const said of ['Partial outage', 'Since <time datetime=2026-11-21T11:00:00Z>21 Nov 2026, 11:00 UTC</time>', 'Payments with some cards fail in region 0', '<b>Monitoring</b>', '6 earlier updates', 'Faster disks']) {
      expect(html).toContain(said);
    }
    expect(html.indexOf('<b>Monitoring</b>')).toBeLessThan(html.indexOf('<b>Identified</b>'));
    expect(html).toContain('aria-label="90 days: ');
  });

  it('holds nothing that is not text of its own: whatever was written stays words', () => {
    const page = defaced(parts.page);
    const all = [
      overviewPage({ ...parts, page }), ...page.notices.map((notice) => wholePage(about, notice, noon)), ...page.maintenance.map((each) => wholePage(about, each, noon)), notePage(hostile, [hostile]),
      monthPage(about, { month: '2026-11', days: {}, past: [{ ...(parts.months.at(-1)?.past[0] ?? expect.fail('no past')), title: hostile, last: hostile, summary: { impact: hostile, rootCause: hostile, resolution: hostile, at: noon } }] }, { earlier: '2026-10', later: null }),
    ];
    for (const html of all) {
      expect(html).not.toMatch(/<script|<img|onerror=(?!alert\(1\)&gt;)/i);
      expect(html).not.toMatch(/\sstyle=|\son\w+="/);
    }
  });

  it('has headings in order, one style that its policy names, and a form that asks for one thing', () => {
    const html = overviewPage(parts);
    const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, index) => index === 0 || level - (levels[index - 1] ?? 0) <= 1)).toBe(true);
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(contentSecurityPolicy).toMatch(/^default-src 'none'; /);
    expect(html.match(/<input /g)).toHaveLength(1);
    expect(overviewPage({ ...parts, canMail: false })).not.toContain('<form');
  });

  it('is calm where there is nothing to say', () => {
    const html = overviewPage({ ...parts, page: { ...parts.page, components: [], notices: [], maintenance: [] } });
    expect(html).toContain('Nothing is shown here yet');
    expect(overviewPage({ ...parts, page: { ...parts.page, components: parts.page.components.map((each) => ({ ...each, state: 'operational' as const })), notices: [] } })).toContain('All systems are operational');
  });
});

it('what is over tells how long it was and why', () => {
  const past = parts.months.at(-1)?.past[0] ?? expect.fail('no past');
  const html = pastCard(past);
  for (const said of ['after 1 h', 'Impact', 'Nobody could search.', 'Root cause', 'An empty index.']) expect(html).toContain(said);
  expect(html).not.toContain('<dt>Resolution');
  expect(pastCard({ ...past, cancelled: true })).toContain('Cancelled');
});

it.each([[-HOUR, 'Under way'], [HOUR, 'Planned'], [-3 * HOUR, 'Over']])('maintenance that begins %s ms from now is: %s', (offset, word) => {
  const [planned] = parts.page.maintenance;
  if (planned === undefined) expect.fail('none');
  expect(maintenanceCard({ ...planned, startsAt: noon + offset, endsAt: noon + offset + 2 * HOUR }, 'h3', noon)).toContain(`<b>${word}</b>`);
});

it('Hosting, whose headers stand in the place of a function’s, says of it what the function says', () => {
  const said = z.object({ hosting: z.object({ headers: z.array(z.object({ source: z.string(), headers: z.array(z.object({ key: z.string(), value: z.string() })) })) }) })
    .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../../firebase.json'), 'utf8'))).hosting.headers;
  const last = (source: string, key: string) => said.findLast((each) => each.source === source && each.headers.some((header) => header.key === key))?.headers.find((header) => header.key === key)?.value;
  expect(said.at(-2)?.source).toBe('/status');
  expect([last('/status', 'Cache-Control'), last('/status', 'Content-Security-Policy'), last('/status/**', 'Content-Security-Policy')]).toEqual([keptShortly['Cache-Control'], contentSecurityPolicy, contentSecurityPolicy]);
  // What an address of its own is answered (a confirmation, an error) is kept by nobody: its Cache-Control is the function's.
  expect(last('/status/**', 'Cache-Control')).toBeUndefined();
});

describe('the feed', () => {
  const xml = atomFeed(parts.page, parts.months.flatMap(({ past }) => past), 'https://status.example.com');

  it('has what RFC 4287 asks of a feed and of each entry', () => {
    const entries = [...xml.matchAll(/<entry>[^]*?<\/entry>/g)].map(([entry]) => entry);
    expect(entries).toHaveLength(4);
    for (const whole of [xml.replace(/<entry>[^]*<\/entry>/, ''), ...entries]) {
      expect(whole.match(/<id>https:\/\/[^<]+<\/id>/g)).toHaveLength(1);
      expect(whole.match(/<title>[^<]+<\/title>/g)).toHaveLength(1);
      expect(whole.match(/<updated>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<\/updated>/g)).toHaveLength(1);
    }
    expect(xml).toMatch(/<author><name>[^<]+<\/name><\/author>/);
    expect([...xml.matchAll(/href="([^"]*)"/g)].every(([, href]) => href?.startsWith('https://status.example.com/status'))).toBe(true);
    expect(new Set(entries.map((entry) => /<id>([^<]+)/.exec(entry)?.[1])).size).toBe(4);
  });

  it('is XML whatever was written: no sign that XML has no place for', () => {
    const bad = atomFeed(defaced(parts.page), [], 'https://status.example.com');
    expect(bad).not.toMatch(/<script|<img/);
    expect([...bad].filter((sign) => sign < ' ' && sign !== '\n')).toEqual([]);
  });
});
