import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type IncidentNotice, Notice } from '#domain/statusPage/notice';
import { read } from '../../../functions/src/store/documents';
import { FakeFcm } from '../../fakes/fcm';
import { makeQuiet } from '../../quiet';
import { origin, trigger, unique } from '../../rouse';
import { at, db, tidyLater } from '../../store';
import { launch, type Person, signedIn, until } from '../browser';
import { sent, serviceOfAda } from '../runbookPages';
import { closed, sheet } from '../sheet';
import { sizesOf } from '../sizes';

const fcm = new FakeFcm();
const faults: string[] = [];
let browser: Browser;
let people: Person[];
/** Ada sets the page up; Priya tells the public, and Sam beside her. */
let ada: Page;
let priya: Page;
let sam: Page;
/** Somebody outside, without an account. */
let outside: Page;

beforeAll(async () => {
  await Promise.all([fcm.listen(), makeQuiet()]);
  browser = await launch();
  people = await Promise.all(['admin', 'primary', 'secondary'].map((who) => signedIn(browser, who, faults)));
  [ada, priya, sam] = people.map(({ page }) => page) as [Page, Page, Page]; // Three were asked for.
  outside = await (await browser.newContext()).newPage();
});
// What a command is refused with, the browser prints as well; each refusal here is expected on the screen.
afterEach(() => { expect(faults.splice(0).filter((fault) => !fault.includes('the server responded with a status of 400'))).toEqual([]); });
afterAll(async () => {
  await browser.close();
  await fcm.close();
});

/** Everybody can read this on the public page, or nobody any more. The browser's own copy, good for 15 s, is passed by. */
const everybodyReads = (words: string, { isRead = true, path = '/status' } = {}) => until(async () => {
  await outside.goto(`${origin}${path}?at=${Date.now()}`);
  return (await outside.locator('body').textContent() ?? '').includes(words);
}, (found) => found === isRead, 60_000);

/** The two taps that publish what is on the screen. */
async function publish(page: Page): Promise<void> {
  await page.getByTestId('save').click();
  await sheet(page).getByText('Everybody can read this, and it stays.').waitFor();
  await sheet(page).getByTestId('confirm').click();
  await closed(page);
}

async function noticeAt(page: Page): Promise<IncidentNotice> {
  const notice = read(Notice, await at.notice(new URL(page.url()).pathname.split('/').at(-1) ?? '').get());
  return notice?.kind === 'incident' ? notice : expect.fail('there is no such notice');
}

describe.each(sizesOf('phone'))('on a %s window', (_size, viewport) => {
  beforeAll(async () => { await Promise.all(people.map(({ page }) => page.setViewportSize(viewport))); });

  it('a component, a notice from its draft to its summary, two who publish at once, a state by hand, and planned maintenance', async () => {
    const mark = unique();
    const name = `Payments ${mark}`;
    const { key, serviceId } = await serviceOfAda();

    // Ada says what customers use, and which service's incidents touch it.
    await ada.goto(`${origin}/status-page/components/new`);
    await ada.getByTestId('component-name').fill(name);
    await ada.getByTestId('component-group').fill(`Shop ${mark}`);
    await ada.getByLabel(`Service ${serviceId}`, { exact: true }).check();
    await ada.getByTestId('save').click();
    const component = (page: Page) => page.getByTestId('component-row').filter({ hasText: name });
    await component(ada).filter({ hasText: 'Operational' }).waitFor();
    const [stored] = (await db().collection('statusComponents').where('name', '==', name).get()).docs;
    const componentId = stored?.id ?? expect.fail('it was not saved');
    tidyLater(async () => { await Promise.all([stored?.ref.delete(), ...(await db().collection('notices').get()).docs.filter((doc) => JSON.stringify(doc.data()).includes(componentId)).map(({ ref }) => ref.delete())]); });

    // Somebody has the incident: from its screen Priya drafts. Nobody outside reads a draft; here it waits in front of everything.
    const incidentId = await trigger(key, { severity: 'info', title: `db-7.internal refuses connections ${mark}` });
    await sent('admin', 'acknowledge', { incidentId });
    await priya.goto(`${origin}/incidents/${incidentId}`);
    await priya.getByTestId('draft-notice').click();
    await priya.getByTestId('notice-standing').filter({ hasText: 'Not public yet' }).waitFor();
    const title = await priya.getByTestId('notice-title').inputValue();
    const drafted = await priya.getByTestId('notice-text').inputValue();
    expect([title, drafted].map((words) => [words.includes(name), words.includes('db-7')])).toEqual([[true, false], [true, false]]);
    await sam.goto(`${origin}/status-page`);
    await sam.getByTestId('waiting-notice').filter({ hasText: title }).waitFor();
    await everybodyReads(name);
    await everybodyReads(title, { isRead: false });

    // Two taps, and everybody reads it; the component is no longer fine, and cannot be removed.
    await priya.getByTestId('notice-preview').getByRole('heading', { name: title }).waitFor();
    await publish(priya);
    await priya.getByTestId('notice-standing').filter({ hasText: 'Investigating' }).waitFor();
    await everybodyReads(title);
    expect(await outside.locator('body').textContent()).not.toContain('db-7');
    await component(sam).filter({ hasText: 'Degraded' }).waitFor();
    await ada.goto(`${origin}/status-page/components/${componentId}`);
    await ada.getByTestId('remove').click();
    await sheet(ada).getByTestId('confirm').click();
    await sheet(ada).getByRole('alert').filter({ hasText: 'still names it' }).waitFor();

    // Sam is asked whether to publish while Priya does: his words stay, hers are shown, and both are public in the end.
    await sam.getByTestId('open-notice').filter({ hasText: title }).click();
    await sam.getByTestId('notice-text').fill(`Sam: cards work again ${mark}`);
    await sam.getByTestId('save').click();
    await sheet(sam).getByTestId('confirm').waitFor();
    await priya.getByTestId('phase-identified').check();
    await priya.getByTestId('notice-text').fill(`Priya: we know why ${mark}`);
    await publish(priya);
    await priya.getByTestId('notice-update').filter({ hasText: 'Priya: we know why' }).waitFor();
    await sheet(sam).getByTestId('confirm').click();
    await sam.getByTestId('published-meanwhile').getByText(`Priya: we know why ${mark}`).waitFor();
    expect((await noticeAt(priya)).updates).toHaveLength(2);
    await sam.reload();
    await sam.getByTestId('published-meanwhile').waitFor();
    expect(await sam.getByTestId('notice-text').inputValue()).toBe(`Sam: cards work again ${mark}`);
    await sam.getByTestId('go-on-with-mine').click();
    await publish(sam);
    await sam.getByTestId('notice-update').filter({ hasText: 'Sam: cards work again' }).waitFor();
    expect((await noticeAt(priya)).updates.map(({ text }) => text)).toEqual([drafted.trim(), `Priya: we know why ${mark}`, `Sam: cards work again ${mark}`]);

    // The incident ends: the last update waits on its screen, and two taps end the notice.
    await sent('admin', 'resolve', { incidentId, verdict: 'real', cause: 'The connection pool ran full' });
    await sent('admin', 'draftPostMortem', { incidentId });
    tidyLater(async () => { await db().recursiveDelete(at.postMortem(incidentId)); });
    await priya.goto(`${origin}/incidents/${incidentId}`);
    await priya.getByTestId('notice-waits').filter({ hasText: 'An update waits: resolved' }).waitFor();
    await priya.getByTestId('review-notice').click();
    await priya.locator('[data-testid=phase-resolved]:checked').waitFor({ state: 'attached' });
    await publish(priya);

    // The summary: the post-mortem is there to copy from, by hand.
    await priya.getByTestId('summary-impact').fill(`Cards were refused for some minutes ${mark}.`);
    const source = priya.getByTestId('source-rootCause-rootCause');
    await source.locator('summary').click();
    await source.getByTestId('copy-section').click();
    expect(await priya.getByTestId('summary-rootCause').inputValue()).toContain('The connection pool ran full');
    await priya.getByTestId('summary-rootCause').fill('Too many connections were kept open.');
    await publish(priya);
    await priya.getByTestId('published-summary').getByText('Too many connections were kept open.').waitFor();
    await everybodyReads(`Cards were refused for some minutes ${mark}.`, { path: '/status/history' });
    await priya.goto(`${origin}/incidents/${incidentId}`);
    await priya.getByTestId('notice-public').filter({ hasText: 'Resolved' }).waitFor();

    // By hand: set, and let go again.
    await sam.goto(`${origin}/status-page`);
    await component(sam).filter({ hasText: 'Operational' }).click();
    await sheet(sam).getByRole('radio', { name: 'Major outage' }).check();
    await sheet(sam).getByTestId('hold').click();
    await closed(sam);
    await component(sam).filter({ hasText: 'Set by hand by Sam Weber' }).filter({ hasText: 'Major outage' }).click();
    await sheet(sam).getByTestId('let-go').click();
    await closed(sam);
    await component(sam).filter({ hasText: 'Operational' }).waitFor();

    // Planned: announced, read outside, and cancelled.
    await sam.getByTestId('plan-maintenance').click();
    await sam.getByTestId('maintenance-title').fill(`The database moves ${mark}`);
    await sam.getByLabel(name, { exact: true }).check();
    await sam.getByTestId('maintenance-text').fill('Payments are slow meanwhile.');
    await sam.getByTestId('in-utc').filter({ hasText: 'UTC' }).waitFor();
    await sam.getByTestId('save').click();
    await sam.getByTestId('planned-row').filter({ hasText: mark }).waitFor();
    await everybodyReads(`The database moves ${mark}`);
    await sam.getByTestId('planned-row').filter({ hasText: mark }).click();
    await sam.getByTestId('cancel-maintenance').click();
    await sheet(sam).getByTestId('confirm').click();
    await sam.getByTestId('planned-row').filter({ hasText: mark }).waitFor({ state: 'detached' });

    // Nothing names it any more: it goes.
    await sheet(ada).getByTestId('confirm').click();
    await component(ada).waitFor({ state: 'detached' });
    await everybodyReads(`Shop ${mark}`, { isRead: false });
  });
});
