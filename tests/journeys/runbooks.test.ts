import { Buffer } from 'node:buffer';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { outboundPort } from '../../scripts/testing/borders';
import { FakeFcm } from '../fakes/fcm';
import { FakeOutbound } from '../fakes/outbound';
import { makeQuiet } from '../quiet';
import { origin, unique } from '../rouse';
import { db } from '../store';
import { launch, type Person, signedIn } from './browser';
import { idIn, opened, place, saved, serviceOfAda, source, stored, titled } from './runbookPages';
import { goOnOffline, workBy } from './runbookSteps';
import { tab } from './sheet';
import { sizesOf } from './sizes';

const fcm = new FakeFcm();
const outbound = new FakeOutbound();
const faults: string[] = [];
let browser: Browser;
let people: Person[];
/** Priya writes and responds, Sam reviews. */
let priya: Page;
let sam: Page;
/** What this file wrote, by the marks in its titles. */
const marks: string[] = [];

beforeAll(async () => {
  await Promise.all([fcm.listen(), outbound.listen(outboundPort), makeQuiet()]);
  browser = await launch();
  people = await Promise.all([signedIn(browser, 'primary', faults), signedIn(browser, 'secondary', faults)]);
  [priya, sam] = people.map(({ page }) => page) as [Page, Page]; // Two were asked for.
  await people[0]?.context.grantPermissions(['notifications', 'clipboard-read', 'clipboard-write'], { origin });
});
afterEach(async () => {
  expect([...faults.splice(0), ...outbound.faults.splice(0)]).toEqual([]);
  await makeQuiet();
});
afterAll(async () => {
  const made = await Promise.all([['runbooks', 'title'], ['destinations', 'name']].map(async ([collection = '', named = '']) =>
    (await db().collection(collection).get()).docs.filter((found) => marks.some((one) => String(found.get(named)).includes(one)))));
  await Promise.all(made.flat().map(({ ref }) => ref.delete()));
  await browser.close();
  await Promise.all([fcm.close(), outbound.close()]);
});

const marked = (): string => { const made = unique(); marks.push(made); return made; };

describe.each(sizesOf('phone'))('on a %s window', (size, viewport) => {
  beforeAll(async () => { await Promise.all(people.map(({ page }) => page.setViewportSize(viewport))); });

  it('a runbook is written, told what is wrong, previewed, verified, approved by another; changed, compared, brought back', async () => {
    const { serviceId } = await serviceOfAda();
    const mark = marked();
    const title = `Pool ${mark}`;
    const good = source(title, [`services: [Service ${serviceId}]`, 'symptoms: [Orders fall to zero]', 'contacts:', '  - { severities: [SEV1], name: Database owner, how: "+49 30 1234" }'],
      'Orders are lost while this goes on.\n\n1. **Count** the connections.\n\n   ```sh\n   psql -h {{instance}} -c activity\n   ```\n\n2. Restart the pool.\n');
    const without = (page: Page) => page.getByTestId('service-without-runbook').filter({ hasText: `Service ${serviceId}` });

    // The service is among those that have none, which is where its runbook is begun.
    await place(priya, 'Runbooks');
    await priya.getByTestId('new-runbook').waitFor();
    await without(priya).filter({ hasText: 'Has none' }).click();
    await priya.waitForURL('**/runbooks/new?service=*');
    const field = priya.getByTestId('source');
    expect(await field.inputValue()).toContain(`services: ["${serviceId}"]`);

    // What is wrong is told by its field, with the way to mend it; it is not saved, and a reload loses nothing of it.
    const bad = good.replace(`Service ${serviceId}`, 'none-such').replace('SEV1', 'SEV9');
    await field.fill(bad);
    const problems = priya.getByTestId('problems').getByRole('listitem');
    await problems.filter({ hasText: 'services.0' }).waitFor();
    await problems.filter({ hasText: 'contacts.0.severities.0' }).filter({ hasText: 'SEV1' }).waitFor();
    if (size === 'phone') await tab(priya, 'Preview');
    await priya.getByTestId('save').click();
    await priya.getByRole('alert').filter({ hasText: 'Not saved yet' }).first().waitFor();
    expect(await field.inputValue()).toBe(bad);
    expect(await titled(title)).toEqual([]);
    await priya.reload();
    await problems.filter({ hasText: 'services.0' }).waitFor();
    expect(await field.inputValue()).toBe(bad);

    // What it comes to is seen before it is saved: beside what is typed, or a tap away.
    await field.fill(good);
    await problems.first().waitFor({ state: 'detached' });
    const preview = priya.getByTestId('preview');
    if (size === 'phone') await tab(priya, 'Preview');
    await preview.getByRole('heading', { name: title }).waitFor();
    await preview.getByText('2 steps to tick in an incident.').waitFor();
    await preview.locator('strong', { hasText: 'Count' }).waitFor();
    await preview.getByText('Orders fall to zero').waitFor();
    await preview.getByText('Database owner').waitFor();
    expect(await field.isVisible()).toBe(size === 'wide');
    if (size === 'phone') await tab(priya, 'Source');
    await field.press('ControlOrMeta+End');
    await field.pressSequentially('3. Wait.\n');
    if (size === 'phone') await tab(priya, 'Preview');
    await preview.getByText('3 steps to tick in an incident.').waitFor();
    await priya.getByTestId('save').click();
    await opened(priya);
    const id = idIn(priya);
    const first = `${good}3. Wait.\n`;
    expect(await stored(id)).toMatchObject({ title, markdown: first, version: 1, serviceIds: [serviceId], review: { state: 'draft' }, changedBy: { userId: 'primary' } });

    // Its writer tried it, and may not approve it; somebody else finds it under the service that still has none to rely on.
    const standing = (page: Page, words: string) => page.getByTestId('review-state').filter({ hasText: words }).waitFor();
    await standing(priya, 'Draft');
    await priya.getByText('You wrote this version: somebody else approves it.').waitFor();
    expect(await priya.getByTestId('approve').count()).toBe(0);
    await priya.getByTestId('verify').click();
    await standing(priya, 'Verified by Priya Nair');
    await place(sam, 'Runbooks');
    await without(sam).filter({ hasText: `${title}: read it and approve it` }).click();
    await sam.waitForURL(`**/runbooks/${id}`);
    await sam.getByTestId('approve').click();
    await standing(sam, 'Approved by Sam Weber');
    await standing(priya, 'Approved by Sam Weber');
    if (size === 'phone') await sam.getByRole('link', { name: 'All runbooks' }).click();
    await sam.getByTestId('runbook-row').filter({ hasText: title }).filter({ hasText: 'Approved by Sam Weber' }).waitFor();
    await without(sam).waitFor({ state: 'detached' });

    // A change is a new version, and again a draft; the old one is kept, compared, and brought back as a third.
    await priya.getByTestId('edit').click();
    await field.fill(first.replace('the pool', 'every pool'));
    await priya.getByTestId('note').fill('Every pool');
    await priya.getByTestId('save').click();
    await opened(priya);
    await standing(priya, 'Draft');
    await priya.getByTestId('versions').click();
    const rows = priya.getByTestId('version-row');
    await rows.filter({ hasText: 'Every pool' }).filter({ hasText: 'Now' }).waitFor();
    await rows.filter({ hasText: 'Version 1' }).click();
    await priya.getByTestId('diff').locator('del', { hasText: '2. Restart the pool.' }).waitFor();
    await priya.getByTestId('diff').locator('ins', { hasText: '2. Restart every pool.' }).waitFor();
    await priya.getByTestId('restore').click();
    await priya.waitForURL(`**/runbooks/${id}/edit`);
    await priya.getByTestId('save').click();
    await opened(priya);
    expect(await stored(id)).toMatchObject({ markdown: first, version: 3, review: { state: 'draft' } });
    await priya.getByTestId('versions').click();
    await rows.filter({ hasText: 'Back to version 1' }).waitFor();
    expect(await rows.count()).toBe(3);
  });

  it('Markdown files are imported: first it is said what becomes of each, then it becomes so', async () => {
    const mark = marked();
    const body = '1. Look\n';
    const same = source(`Same ${mark}`, [], body);
    const [changed] = await Promise.all([saved(source(`Known ${mark}`, [], body)), saved(same)]);
    const files = Object.entries({
      [`fresh-${mark}.md`]: body, [`known-${mark}.md`]: source(`Known ${mark}`, [], `${body}2. Wait\n`), [`same-${mark}.md`]: same,
      [`bad-${mark}.md`]: source(`Bad ${mark}`, ['services: [none-such]'], body), 'picture.png': 'no runbook',
    }).map(([name, text]) => ({ name, mimeType: 'text/markdown', buffer: Buffer.from(text) }));
    const file = (name: string) => priya.getByTestId('import-file').filter({ hasText: `${name}-${mark}.md` });

    await place(priya, 'Runbooks');
    await priya.getByTestId('import-runbooks').click();
    const [chooser] = await Promise.all([priya.waitForEvent('filechooser'), priya.getByTestId('choose-files').click()]);
    await chooser.setFiles(files);
    await file('fresh').filter({ hasText: 'Becomes a new runbook' }).waitFor();
    await file('known').filter({ hasText: 'Becomes a new version' }).waitFor();
    await file('same').filter({ hasText: 'Is here already, word for word' }).waitFor();
    await file('bad').filter({ hasText: 'Cannot be taken' }).filter({ hasText: 'services.0' }).waitFor();
    expect(await priya.getByTestId('import-file').count()).toBe(4);
    expect([(await titled(`Fresh ${mark}`)).length, (await stored(changed)).version], 'nothing is saved yet').toEqual([0, 1]);

    await priya.getByTestId('import').filter({ hasText: 'Import 2 runbooks' }).click();
    await priya.getByText('The import is done.').waitFor();
    await file('known').filter({ hasText: 'New version' }).waitFor();
    await file('bad').filter({ hasText: 'Not taken' }).waitFor();
    expect(await titled(`Fresh ${mark}`)).toMatchObject([{ markdown: body, version: 1, review: { state: 'draft' } }]);
    expect([(await stored(changed)).version, (await titled(`Bad ${mark}`)).length]).toEqual([2, 0]);
    await file('fresh').getByRole('link', { name: `Fresh ${mark}` }).click();
    await priya.getByTestId('review-state').filter({ hasText: 'Draft' }).waitFor();
  });

  // Without a network: its layout is the same on both, so once is enough.
  it(`in an incident: its commands filled and copied, its steps ticked and skipped, its action tried dry and run${size === 'phone' ? '; offline it opens, and a tick is kept' : ''}`, async () => {
    const [device] = people;
    if (device === undefined) throw new Error('nobody is signed in');
    const worked = await workBy(device, outbound, marked());
    if (size === 'phone') await goOnOffline(device, faults, worked);
  });
});
