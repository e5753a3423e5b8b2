import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse, { type Result } from 'lighthouse';
import { type BrowserContext, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FakeFcm } from '../fakes/fcm';
import { chromiumPath } from '../journeys/browser';
import { makeQuiet } from '../quiet';
import { command, origin, signIn, trigger } from '../rouse';
import { incidentBecomes, newService } from '../store';
import { weightOf } from './weight';

/** Three say whether it is slow; the median of five is for telling (ROUSE_SIZES=all). */
const runs = process.env.ROUSE_SIZES === 'all' ? 5 : 3;
/** The listeners of the screen never let the network be idle, which Lighthouse waits for; this long after the start it is drawn (ms). */
const patience = 6_000;
const fcm = new FakeFcm();
let profile: string;
let context: BrowserContext;
let port: number;
let incidentId: string;

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: free } = server.address() as AddressInfo; // A listening TCP server's address is one.
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return free;
}

beforeAll(async () => {
  await fcm.listen();
  await makeQuiet();
  profile = mkdtempSync(join(tmpdir(), 'rouse-lighthouse-'));
  port = await freePort();
  const path = chromiumPath();
  context = await chromium.launchPersistentContext(profile, {
    ...(path === undefined ? {} : { executablePath: path }), viewport: { width: 390, height: 844 }, permissions: ['notifications'],
    args: ['--no-sandbox', `--remote-debugging-port=${port}`, '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  });
  const page = context.pages()[0] ?? await context.newPage();
  await page.goto(origin);
  await page.getByTestId('sign-in-secondary').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in') && url.pathname !== '/');
  // An incident that somebody else has: what is measured is the screen, not the alarm over it.
  incidentId = await trigger((await newService()).key, { title: 'Checkout is answering 503', severity: 'critical' });
  await command(await signIn('primary'), { type: 'acknowledge', incidentId });
  await incidentBecomes(incidentId, ({ status }) => status === 'acknowledged');
  await page.goto(`${origin}/incidents/${incidentId}`);
  await page.getByTestId('incident-status').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.goto('about:blank');
});
afterAll(async () => {
  await context.close();
  rmSync(profile, { recursive: true, force: true });
  await fcm.close();
});

const score = (result: Result, category: string) => Math.round((result.categories[category]?.score ?? 0) * 100);
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const figure = (result: Result, audit: string) => result.audits[audit]?.displayValue ?? '–';

/**
 * Lighthouse's own mobile settings (a slow phone on slow 4G, simulated) on the production build, signed in. Its figures for speed depend on the machine and are told, not
 * judged; what a machine does not change is judged.
 */
it('the incident screen, by Lighthouse', { timeout: 300_000 }, async () => {
  const results: Result[] = [];
  for (let run = 0; run < runs; run += 1) {
    const outcome = await lighthouse(`${origin}/incidents/${incidentId}`, { port, output: 'json', logLevel: 'error', disableStorageReset: true, maxWaitForLoad: patience, onlyCategories: ['performance', 'accessibility', 'best-practices'] });
    if (outcome === undefined) throw new Error('Lighthouse answered nothing');
    results.push(outcome.lhr);
  }
  const by = (category: string) => median(results.map((result) => score(result, category)));
  const middle = results.find((result) => score(result, 'performance') === by('performance')) ?? results[0];
  if (middle === undefined) throw new Error('no run');
  console.log([
    `Lighthouse, mobile, median of ${runs}: performance ${by('performance')} (${results.map((result) => score(result, 'performance')).join(', ')}), accessibility ${by('accessibility')}, best practices ${by('best-practices')}`,
    `first paint ${figure(middle, 'first-contentful-paint')}, largest paint ${figure(middle, 'largest-contentful-paint')}, blocked ${figure(middle, 'total-blocking-time')}, shift ${figure(middle, 'cumulative-layout-shift')}, speed index ${figure(middle, 'speed-index')}, ${figure(middle, 'total-byte-weight')}`,
  ].join('\n'));
  if (process.env.ROUSE_LIGHTHOUSE !== undefined) writeFileSync(process.env.ROUSE_LIGHTHOUSE, JSON.stringify(middle, null, 1));
  const failed = ['accessibility', 'best-practices'].flatMap((category) => (middle.categories[category]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (middle.audits[id]?.score ?? 1) < 1).map(({ id }) => `${category}: ${id}`));
  expect(failed).toEqual([]);
});

/** What the start and the page of a token need (main.tsx, Gate.tsx), and what the incident needs besides. */
const start = ['index', 'session', 'components', 'react', 'app'];
it('the JavaScript from a tap to a usable Acknowledge', () => {
  const tokenPath = weightOf([...start, 'page']);
  console.log(`JavaScript by gzip: token path ${tokenPath.toFixed(1)} kB (at most 190), signed in ${weightOf([...start, 'page', 'incident', 'companion', 'now']).toFixed(1)} kB without the SDK's own`);
  expect(tokenPath).toBeLessThanOrEqual(190);
});

it('defines every ion- element that it shows', async () => {
  const page = await context.newPage();
  for (const path of [`/incidents/${incidentId}`, '/incidents', '/on-call', '/runbooks', '/more']) {
    await page.goto(origin + path);
    await page.locator('h1').first().waitFor();
    const unknown = await page.evaluate(() => [...new Set([...document.querySelectorAll('*')].map(({ localName }) => localName).filter((name) => name.startsWith('ion-') && customElements.get(name) === undefined))]);
    expect({ path, unknown }).toEqual({ path, unknown: [] });
  }
  await page.close();
});
