import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PostMortem } from '#domain/postMortem/postMortem';
import { read } from '../../functions/src/store/documents';
import { FakeFcm } from '../fakes/fcm';
import { makeQuiet } from '../quiet';
import { origin, trigger, unique, until } from '../rouse';
import { at, db, tidyLater } from '../store';
import { launch, type Person, signedIn } from './browser';
import { sent, serviceOfAda } from './runbookPages';
import { closed } from './sheet';
import { sizesOf } from './sizes';

const fcm = new FakeFcm();
const faults: string[] = [];
let browser: Browser;
let people: Person[];
/** Both write: Priya on the window that is looked at, Sam beside her. */
let priya: Page;
let sam: Page;

beforeAll(async () => {
  await Promise.all([fcm.listen(), makeQuiet()]);
  browser = await launch();
  people = await Promise.all([signedIn(browser, 'primary', faults), signedIn(browser, 'secondary', faults)]);
  [priya, sam] = people.map(({ page }) => page) as [Page, Page]; // Two were asked for.
});
afterEach(() => { expect(faults.splice(0)).toEqual([]); });
afterAll(async () => {
  await browser.close();
  await fcm.close();
});

const stored = async (id: string): Promise<PostMortem> => read(PostMortem, await at.postMortem(id).get()) ?? expect.fail(`there is no post-mortem of ${id}`);

/** A SEV1 that has ended after one like it; its post-mortem is drafted. */
async function ended(title: string): Promise<{ incidentId: string; before: string }> {
  const { key } = await serviceOfAda();
  const before = await trigger(key, { severity: 'warning', title });
  await sent('admin', 'resolve', { incidentId: before, verdict: 'real', cause: 'The connection pool ran full' });
  const incidentId = await trigger(key, { severity: 'critical', title });
  await sent('admin', 'acknowledge', { incidentId });
  await sent('admin', 'resolve', { incidentId, verdict: 'real', cause: 'The connection pool ran full' });
  tidyLater(async () => { await db().recursiveDelete(at.postMortem(incidentId)); });
  await until(at.postMortem(incidentId), ([found]) => PostMortem.safeParse(found).data);
  return { incidentId, before };
}

describe.each(sizesOf('phone'))('on a %s window', (size, viewport) => {
  beforeAll(async () => { await Promise.all(people.map(({ page }) => page.setViewportSize(viewport))); });

  it('two write one section at once and lose no word; items, a repeat, the file, and it is published and found', async () => {
    const mark = unique();
    const { incidentId, before } = await ended(`Checkout is down ${mark}`);
    const lessons = (page: Page) => page.getByTestId('section-lessons');
    const state = priya.getByTestId('post-mortem-state');

    // From the incident to its post-mortem, drafted with what the incident knew.
    await priya.goto(`${origin}/incidents/${incidentId}`);
    await priya.getByTestId('to-post-mortem').filter({ hasText: 'Post-mortem: draft, due' }).click();
    await state.filter({ hasText: 'Draft' }).waitFor();
    await priya.getByTestId('section-rootCause').getByText('The connection pool ran full').waitFor();
    await priya.getByTestId('time-acknowledge').filter({ hasText: 'within 5 min' }).waitFor();

    // Both begin on the same words. Sam saves first; Priya, who was hinted at blame, is shown both.
    await sam.goto(`${origin}/post-mortems/${incidentId}`);
    for (const page of [priya, sam]) await lessons(page).getByTestId('edit-section').click();
    await lessons(sam).getByTestId('section-text').fill('Alert at 80 % of the pool.');
    await lessons(priya).getByTestId('section-text').fill('It was a human error.');
    await lessons(priya).getByTestId('blame-hints').getByText('“human error”').waitFor();
    await lessons(priya).getByTestId('section-text').fill('The limit was never tested.');
    await lessons(priya).getByTestId('blame-hints').waitFor({ state: 'detached' });
    await lessons(sam).getByTestId('save-section').click();
    await lessons(sam).getByTestId('edit-section').waitFor();
    const overtaken = lessons(priya).getByTestId('section-overtaken');
    await overtaken.getByText('Sam Weber saved this section').waitFor();
    await overtaken.locator('del', { hasText: 'Alert at 80 % of the pool.' }).waitFor();
    await overtaken.locator('ins', { hasText: 'The limit was never tested.' }).waitFor();
    expect(await lessons(priya).getByTestId('save-section').isDisabled()).toBe(true);
    expect((await stored(incidentId)).sections.lessons).toMatchObject({ version: 1, text: 'Alert at 80 % of the pool.' });

    // A reload loses nothing of it: she goes on where she was, and keeps both.
    await priya.reload();
    await overtaken.getByTestId('side-by-side').click();
    await overtaken.getByTestId('theirs').getByText('Alert at 80 % of the pool.').waitFor();
    await overtaken.getByTestId('mine').getByText('The limit was never tested.').waitFor();
    await overtaken.getByTestId('keep-both').click();
    await overtaken.waitFor({ state: 'detached' });
    expect(await lessons(priya).getByTestId('section-text').inputValue()).toBe('Alert at 80 % of the pool.\nThe limit was never tested.');
    if (size === 'phone') await lessons(priya).getByTestId('preview-section').click();
    await lessons(priya).getByTestId('section-preview').getByText('The limit was never tested.').waitFor();

    // Offline it is not saved, says so, and stays; with the network back it is.
    if (size === 'phone') {
      await people[0]?.context.setOffline(true);
      await priya.getByText(/^Offline since/).waitFor();
      await lessons(priya).getByTestId('save-section').click();
      await lessons(priya).getByRole('alert').filter({ hasText: 'You are offline, so nothing was saved.' }).waitFor();
      await people[0]?.context.setOffline(false);
      await priya.getByText(/^Offline since/).waitFor({ state: 'detached' });
    }
    await lessons(priya).getByTestId('save-section').click();
    await lessons(sam).getByText('The limit was never tested.').waitFor();
    await lessons(priya).getByTestId('versions').click();
    await lessons(priya).getByTestId('section-version').filter({ hasText: 'Sam Weber' }).click();
    await lessons(priya).getByTestId('diff').locator('ins', { hasText: 'The limit was never tested.' }).waitFor();

    // An action item: added, removed and had back, ticked.
    const item = priya.getByTestId('action-item').filter({ hasText: `Test the limit ${mark}` });
    await priya.getByTestId('add-item').click();
    await priya.getByTestId('item-title').fill(`Test the limit ${mark}`);
    await priya.getByTestId('item-owner').selectOption({ label: 'Sam Weber' });
    await priya.getByTestId('item-day').fill('2020-02-03');
    await priya.getByTestId('save-item').click();
    await closed(priya);
    await item.filter({ hasText: 'Sam Weber · was due 3 Feb 2020' }).waitFor();
    await item.getByTestId('open-item').click();
    await priya.getByTestId('remove-item').click();
    await item.waitFor({ state: 'detached' });
    await priya.getByTestId('undo-remove').click();
    await item.waitFor();
    await closed(priya);

    // The one before was the same; what is learned goes on.
    await priya.getByTestId('similar-incident').filter({ hasText: 'the same words of the cause' }).getByTestId('mark-repeat').click();
    await priya.getByTestId('repeat-of').filter({ hasText: `Checkout is down ${mark}` }).waitFor();
    expect((await at.incident(incidentId).get()).get('repeatOf.incidentId')).toBe(before);
    expect(await priya.getByTestId('make-problem').getAttribute('href')).toContain(`title=Checkout+is+down+${mark}`);

    // The file has what people wrote and what the incident knows.
    const [file] = await Promise.all([priya.waitForEvent('download'), priya.getByTestId('export').click()]);
    const text = await readFile(await file.path(), 'utf8');
    expect([file.suggestedFilename(), text.includes('Alert at 80 % of the pool.\nThe limit was never tested.'), text.includes('## Timeline (UTC)'), text.includes(`- [ ] Test the limit ${mark} (Sam Weber, due 2020-02-03)`)]).toEqual([`${incidentId}-post-mortem.md`, true, true, true]);

    // It says what is missing, is published, and found; what is overdue stands on top of the library, for everybody.
    await priya.getByTestId('to-review').click();
    await state.filter({ hasText: 'In review' }).waitFor();
    await priya.getByTestId('publish').click();
    await priya.getByText(/^Nothing is written yet under .*What went well/).waitFor();
    await priya.getByTestId('confirm').click();
    await state.filter({ hasText: 'Published' }).filter({ hasText: 'published by Priya Nair, today' }).waitFor();
    await sam.goto(`${origin}/post-mortems`);
    await sam.getByTestId('overdue-item').filter({ hasText: mark }).waitFor();
    const row = sam.getByTestId('post-mortem-row').filter({ hasText: mark });
    await sam.getByTestId('find-post-mortem').fill(`${mark} never tested`);
    await row.filter({ hasText: 'Published · 1 open item' }).waitFor();
    await sam.getByTestId('filter-state').selectOption('draft');
    await sam.getByText('No post-mortem has these words').waitFor();
    await sam.getByTestId('filter-state').selectOption('published');
    await sam.getByTestId('overdue-item').filter({ hasText: mark }).click();
    await sam.getByTestId('action-item').filter({ hasText: mark }).getByTestId('tick-item').click();
    await sam.getByText('1 done').waitFor();
    expect(await stored(incidentId)).toMatchObject({ state: 'published', remindAt: null, actionItems: [{ doneBy: 'Sam Weber' }] });
  });
});
