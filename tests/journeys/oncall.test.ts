import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { onCallAt } from '#domain/oncall/oncall';
import { Schedule } from '#domain/oncall/schedule';
import { dateOf, wallAt } from '#domain/time/wallClock';
import { resolveWallTime } from '#domain/time/zone';
import { read } from '../../functions/src/store/documents';
import { toStored } from '../../functions/src/store/instants';
import { configurationIsRead } from '../configuring';
import { origin, unique } from '../rouse';
import { at, newService } from '../store';
import { FakeFcm } from '../fakes/fcm';
import { launch, type Person, signedIn } from './browser';
import { makeQuiet } from '../quiet';

// Somebody's devices may be left from other tests: a push service that does not answer is another test's matter.
const fcm = new FakeFcm();
let browser: Browser;
let admin: Person;
let primary: Person;
const faults: string[] = [];
const schedules: string[] = [];

beforeAll(async () => {
  await fcm.listen();
  await makeQuiet();
  browser = await launch();
  [admin, primary] = await Promise.all([signedIn(browser, 'admin', faults), signedIn(browser, 'primary', faults)]);
});
afterEach(() => { expect(faults.splice(0)).toEqual([]); });
afterAll(async () => {
  await Promise.all(schedules.map((id) => at.schedule(id).delete()));
  await browser.close();
  await fcm.close();
});

const zone = 'Europe/Berlin';
/** Priya and Sam, a day each, handed over at 09:00 in Berlin. */
async function inTurns(): Promise<Schedule> {
  const id = unique();
  const schedule = Schedule.parse({
    id, name: `Turns ${id}`, timeZone: zone, overrides: [],
    layers: [{ id: 'daily', name: 'Daily', participants: ['primary', 'secondary'], rotation: { type: 'daily', length: 1, startLocal: '2026-01-05T09:00' } }],
  });
  await at.schedule(id).set(toStored(schedule));
  schedules.push(id);
  return schedule;
}
const stored = async (id: string): Promise<Schedule> => read(Schedule, await at.schedule(id).get()) ?? expect.fail(`there is no schedule ${id}`);
/** The sheet that is up: its words are slotted into Ionic's dialog, so they are not inside of what has that role. */
const sheet = (page: Page) => page.locator('.sheet');
const idIn = (page: Page): string => decodeURIComponent(new URL(page.url()).pathname.split('/')[2] ?? '');

it('a new user builds a two-layer schedule that follows the sun, sees what it comes to, and it is stored so', async () => {
  const { page } = admin;
  await page.goto(`${origin}/schedules/new`);
  await page.getByTestId('template-followTheSun').click();
  await page.getByLabel('Name', { exact: true }).fill('Follow the sun');
  await page.getByLabel('Time zone of the schedule').fill('Europe/Lisbon');
  const [here, there] = [page.getByTestId('layer').nth(0), page.getByTestId('layer').nth(1)];
  const preview = page.getByTestId('preview');
  await here.getByLabel('Name of this layer').fill('Lisbon');
  await there.getByLabel('Name of this layer').fill('Auckland');
  // Alone in both layers until others are added: the preview says so, and then no more.
  await preview.getByText('Ada Okafor is alone here').waitFor();
  for (const userId of ['primary', 'secondary']) await page.getByLabel('Add a person to Lisbon').selectOption(userId);
  await page.getByRole('button', { name: 'Remove Ada Okafor from Lisbon' }).click();
  await preview.getByText('is alone here').waitFor({ state: 'detached' });
  await preview.getByTitle(/^Priya Nair, /).first().waitFor();
  await preview.getByTitle(/^Sam Weber, /).first().waitFor();
  await page.locator('.preview-line').getByTitle(/^(Priya Nair|Sam Weber), /).first().waitFor();

  // An hour too short by day: the gap is named, and gone when it is mended.
  await here.getByLabel('To', { exact: true }).fill('18:00');
  await preview.getByText(/^Nobody is on call .*18:00 to 19:00\.$/).first().waitFor();
  await preview.getByTitle(/^Nobody, /).first().waitFor();
  await here.getByLabel('To', { exact: true }).fill('19:00');
  await preview.getByText(/^Nobody is on call /).first().waitFor({ state: 'detached' });

  await page.getByTestId('save').click();
  await sheet(page).getByRole('heading', { name: 'What changes' }).waitFor();
  await sheet(page).getByText('A new schedule: it pages nobody until a policy names it.').waitFor();
  await sheet(page).getByText(/: nobody → (Priya Nair|Sam Weber)$/).first().waitFor();
  await sheet(page).getByTestId('confirm').click();
  await page.waitForURL((url) => /^\/schedules\/(?!new)[^/]+$/.test(url.pathname));
  const id = idIn(page);
  schedules.push(id);
  await page.getByRole('heading', { name: 'Follow the sun' }).first().waitFor();
  expect(await page.getByTestId('toast').innerText()).toBe('Saved. It holds within 30 s.');
  await page.getByRole('button', { name: /^Ada Okafor, / }).first().waitFor();

  const schedule = await stored(id);
  expect(schedule).toMatchObject({ name: 'Follow the sun', timeZone: 'Europe/Lisbon', layers: [{ name: 'Lisbon', participants: ['primary', 'secondary'] }, { name: 'Auckland', participants: ['admin'] }] });
  const today = dateOf(wallAt(Date.now(), 'Europe/Lisbon'));
  const on = (time: string) => onCallAt(schedule, resolveWallTime(`${today}T${time}`, 'Europe/Lisbon', 'first'));
  const [byDay] = on('12:00');
  expect(on('12:00')).toHaveLength(1);
  expect(['primary', 'secondary']).toContain(byDay);
  expect(on('23:00')).toEqual(['admin']);
  await page.getByRole('button', { name: byDay === 'primary' ? /^Priya Nair, / : /^Sam Weber, / }).first().waitFor();

  // A name alone changes nobody's shift, which is said before it is saved.
  await page.getByTestId('edit-schedule').click();
  await page.getByLabel('Name', { exact: true }).fill('Round the clock');
  await page.getByTestId('save').click();
  await sheet(page).getByText('Nobody is on call otherwise than now.').waitFor();
  await sheet(page).getByTestId('confirm').click();
  await page.waitForURL(`**/schedules/${id}`);
  await page.getByRole('heading', { name: 'Round the clock' }).first().waitFor();
  expect(await page.getByTestId('toast').innerText()).toBe('Saved. It holds within 30 s.');
});

it('a responder covers a shift by tapping it, is told what changes, sees it, and takes it back', async () => {
  const { page } = primary;
  const { id, name } = await inTurns();
  await page.goto(`${origin}/schedules/${id}`);
  await page.getByRole('heading', { name }).first().waitFor();
  await page.getByRole('button', { name: 'The next week' }).click();
  // On Wednesday, so that no shift of today's reaches in.
  const shift = page.locator('.calendar-row').nth(2).getByRole('button', { name: /^Sam Weber, / });
  const [, when = ''] = /^Sam Weber, (.*)$/.exec(await shift.getAttribute('aria-label') ?? '') ?? [];
  await shift.click();
  await sheet(page).getByRole('heading', { name: 'Sam Weber’s shift' }).waitFor();
  await sheet(page).getByLabel('Cover this shift').check();
  await sheet(page).getByTestId('override-by').selectOption('admin');
  await sheet(page).getByText(/: Sam Weber → Ada Okafor$/).waitFor();
  await sheet(page).getByTestId('save-override').click();
  await sheet(page).waitFor({ state: 'hidden' });
  const covered = page.getByRole('button', { name: `Ada Okafor, ${when}, by an override` });
  await covered.first().waitFor();
  expect((await stored(id)).overrides).toMatchObject([{ kind: 'replace', addUserId: 'admin', removeUserId: 'secondary' }]);

  const line = page.getByTestId('override-row').filter({ hasText: 'Ada Okafor covers Sam Weber' });
  await line.getByRole('button', { name: /^Undo/ }).click();
  await sheet(page).getByText(/: Ada Okafor → Sam Weber$/).waitFor();
  await sheet(page).getByTestId('confirm').click();
  await covered.first().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: `Sam Weber, ${when}`, exact: true }).first().waitFor();
  expect((await stored(id)).overrides).toEqual([]);
});

it('a policy is written as a sentence, previewed and saved; the coverage check and “Who is paged?” answer for it', async () => {
  const { page } = admin;
  const { serviceId } = await newService();
  const name = `Policy ${unique()}`;
  await page.goto(`${origin}/policies/new`);
  await page.getByLabel('Name', { exact: true }).fill(name);
  const choose = async (step: number, who: string) => {
    await page.getByTestId('step').nth(step).getByTestId('choose-targets').click();
    await sheet(page).getByLabel(new RegExp(`^${who}`)).check();
    await sheet(page).getByTestId('targets-done').click();
    await sheet(page).waitFor({ state: 'hidden' });
  };
  await page.getByText('Name somebody first').waitFor();
  await choose(0, 'Checkout primary');
  await page.getByLabel('How long step 1 waits').selectOption('2');
  await page.getByTestId('add-step').click();
  await choose(1, 'Sam Weber');
  const preview = page.getByTestId('preview').getByRole('listitem');
  await preview.filter({ hasText: 'Priya Nair (primary)' }).first().waitFor();
  await preview.filter({ hasText: 'Sam Weber (secondary)' }).first().waitFor();
  await page.getByTestId('save').click();
  await page.waitForURL((url) => /^\/policies\/(?!new)[^/]+$/.test(url.pathname));
  await page.getByTestId('policy-sentence').filter({ hasText: 'Page Priya Nair (on call for Checkout primary). If nobody acknowledges within 2 min, page Sam Weber.' }).waitFor();
  expect(await page.getByTestId('toast').innerText()).not.toMatch(/not saved/);

  await at.service(serviceId).update({ policyId: idIn(page) });
  await page.getByRole('link', { name: `Service ${serviceId}` }).click();
  await page.getByLabel('If this service breaks').waitFor();
  expect(await page.getByLabel('If this service breaks').inputValue()).toBe(serviceId);
  await page.getByLabel(/^(Tonight|Next night) 03:00$/).check();
  await configurationIsRead();
  await page.getByTestId('ask-preview').click();
  await preview.filter({ hasText: '03:00' }).filter({ hasText: 'Priya Nair (primary)' }).first().waitFor();
  await preview.filter({ hasText: '03:02' }).filter({ hasText: 'Sam Weber (secondary)' }).first().waitFor();

  await page.goto(`${origin}/coverage`);
  await page.getByTestId('check-coverage').click();
  await page.getByTestId('coverage-verdict').waitFor();
  // Nobody here has more than a push, and one person is alone on call.
  await page.getByTestId('finding').filter({ hasText: 'Priya Nair' }).first().waitFor();
});

it('the calendar of a month is gone through by keyboard, and Enter opens what can be done', async () => {
  const wide = await signedIn(browser, 'primary', faults, { width: 1280, height: 800 });
  const { page } = wide;
  const { id } = await inTurns();
  await page.goto(`${origin}/schedules/${id}`);
  await page.getByRole('button', { name: 'The next month' }).focus();
  await page.keyboard.press('Enter');
  const focusedDay = () => page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.dataset.day : undefined));
  for (let tabs = 0; tabs < 6 && (await focusedDay()) === undefined; tabs += 1) await page.keyboard.press('Tab');
  const first = Number(await focusedDay());
  expect(first).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('ArrowDown');
  expect(Number(await focusedDay())).toBe(first + 7);
  await page.keyboard.press('ArrowRight');
  expect(Number(await focusedDay())).toBe(first + 8);
  await page.keyboard.press('Enter');
  await sheet(page).getByRole('heading', { name: 'Change who is on call' }).waitFor();
  await page.keyboard.press('Escape');
  await sheet(page).waitFor({ state: 'hidden' });
  // The focus is where it was: Shift takes the next day with it.
  expect(Number(await focusedDay())).toBe(first + 8);
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await sheet(page).getByText(/ 00:00 to .* 00:00$/).first().waitFor();
  await wide.context.close();
});
