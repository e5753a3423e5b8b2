import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { KnownProblem } from '#domain/problem/knownProblem';
import { read } from '../../functions/src/store/documents';
import { FakeFcm } from '../fakes/fcm';
import { makeQuiet } from '../quiet';
import { origin, trigger, unique } from '../rouse';
import { at, db } from '../store';
import { launch, type Person, signedIn } from './browser';
import { place, serviceOfAda } from './runbookPages';
import { sizesOf } from './sizes';

const fcm = new FakeFcm();
const faults: string[] = [];
let browser: Browser;
let priya: Person;
let page: Page;
const written: string[] = [];

beforeAll(async () => {
  await Promise.all([fcm.listen(), makeQuiet()]);
  browser = await launch();
  priya = await signedIn(browser, 'primary', faults);
  page = priya.page;
  await priya.context.grantPermissions(['notifications', 'clipboard-read', 'clipboard-write'], { origin });
});
afterEach(async () => {
  expect(faults.splice(0)).toEqual([]);
  await makeQuiet();
});
afterAll(async () => {
  await Promise.all(written.map((id) => at.knownProblem(id).delete()));
  await browser.close();
  await fcm.close();
});

/** By the list, as people go. */
async function toIncident(id: string): Promise<void> {
  await place(page, 'Incidents');
  await page.locator(`[data-incident-id="${id}"]`).click();
}
const storedAs = async (title: string): Promise<KnownProblem | undefined> => {
  const { docs: [found] } = await db().collection('knownProblems').where('title', '==', title).get();
  return found && read(KnownProblem, found);
};

it.each(sizesOf('wide'))('on a %s window a known problem is written, shown with the incident that it fits, and over', async (_size, viewport) => {
  await page.setViewportSize(viewport);
  const { key, serviceId } = await serviceOfAda();
  const title = `The pool runs full ${unique()}`;
  const [fits, other] = await Promise.all([trigger(key, { title: 'Connection POOL is exhausted' }), trigger(key, { title: 'Certificate runs out' })]);

  await place(page, 'More');
  await page.getByRole('link', { name: /^Known problems/ }).click();
  await page.getByTestId('new-problem').click();
  await page.getByTestId('problem-title').fill(title);
  // Without a service and a word it would be shown with everything: it is not saved, and says so.
  await page.getByTestId('save').click();
  await page.getByText(/Choose a service, or add a word/).first().waitFor();
  await page.getByLabel('Service', { exact: true }).selectOption(serviceId);
  await page.getByTestId('problem-phrase').fill('connection pool');
  await page.getByTestId('problem-phrase').press('Enter');
  await page.getByRole('button', { name: 'Remove connection pool' }).waitFor();
  // Of the two incidents it is tried on, the one.
  await page.getByTestId('problem-matches').filter({ hasText: /^Matches (1 of the last|the only)/ }).waitFor();
  await page.getByText(fits).waitFor();
  await page.getByTestId('problem-workaround').fill('Restart the pool by hand:\n`systemctl restart pgbouncer`');
  await page.getByLabel('Link', { exact: true }).fill('https://tracker.example.org/POOL-7');
  await page.getByTestId('save').click();
  const row = page.getByTestId('problem-row').filter({ hasText: title });
  await row.filter({ hasText: `Service ${serviceId} · connection pool` }).waitFor();
  const { id } = await storedAs(title) ?? expect.fail('it is not stored');
  written.push(id);

  // The incident that fits shows it with what to do, ready to copy; the other one does not.
  const shown = page.getByTestId('known-problem').filter({ hasText: title });
  await toIncident(fits);
  await shown.getByText('Restart the pool by hand:').waitFor();
  await shown.getByTestId('copy').click();
  await page.getByTestId('toast').filter({ hasText: 'Copied: systemctl restart pgbouncer' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('systemctl restart pgbouncer');
  expect(await shown.getByRole('link', { name: 'tracker.example.org' }).getAttribute('href')).toBe('https://tracker.example.org/POOL-7');
  await toIncident(other);
  await page.getByRole('heading', { name: 'Certificate runs out' }).first().waitFor();
  await page.getByTestId('responder').first().waitFor();
  expect(await shown.count()).toBe(0);

  // From the incident to the problem itself; mended for good, it is shown no more.
  await toIncident(fits);
  await shown.getByRole('link', { name: title }).click();
  await page.waitForURL(`**/problems/${id}`);
  await page.getByLabel('Over', { exact: true }).check();
  await page.getByTestId('save').click();
  await page.getByRole('group', { name: 'Over' }).getByTestId('problem-row').filter({ hasText: title }).waitFor();
  await toIncident(fits);
  await page.getByTestId('responder').first().waitFor();
  expect(await shown.count()).toBe(0);
  expect(await storedAs(title)).toMatchObject({ open: false, match: ['connection pool'], serviceId });
});
