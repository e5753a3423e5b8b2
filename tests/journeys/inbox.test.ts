import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Team } from '#domain/people/person';
import { toStored } from '../../functions/src/store/instants';
import { newPerson, retire } from '../contacting';
import { FakeFcm } from '../fakes/fcm';
import { makeQuiet } from '../quiet';
import { command, origin, signIn, trigger, unique } from '../rouse';
import { at, incidentBecomes, incidentNow, newService, type NewService, setDevices } from '../store';
import { launch, type Person, signedIn, until } from './browser';
import { sheet, tab } from './sheet';
import { sizesOf } from './sizes';
import { swipe } from './swiping';

// What these incidents page is Sam's and Dana's matter, who do not look: Priya reads the list without an alarm over it.
const fcm = new FakeFcm();
const faults: string[] = [];
const [over, team] = [unique(), unique()];
let browser: Browser;
let shop: NewService;
let depot: NewService;
/** By what is wrong: three that are open, and one that is over. */
let ids: Record<'tills' | 'parcels' | 'prices' | 'coupons', string>;
const people: Partial<Record<'phone' | 'wide', Person>> = {};

beforeAll(async () => {
  await Promise.all([fcm.listen(), setDevices('primary', []), setDevices('secondary', []), makeQuiet()]);
  const signingIn = launch().then(async (launched) => {
    browser = launched;
    [people.phone, people.wide] = await Promise.all([signedIn(browser, 'primary', faults), signedIn(browser, 'primary', faults, { width: 1280, height: 800 })]);
  });
  const [dana, primary] = await Promise.all([newPerson({ name: 'Dana Costa', teamIds: [team] }), signIn('primary')]);
  await at.team(team).set(toStored(Team.parse({ id: team, name: 'Depot', memberIds: [dana.id] })));
  [shop, depot] = await Promise.all([newService([{ userIds: ['secondary'], delaySeconds: 600 }]), newService([{ userIds: [dana.id], delaySeconds: 600 }])]);
  const [tills, parcels, prices, coupons] = await Promise.all([
    trigger(shop.key, { title: 'The tills do not print', severity: 'critical' }), trigger(depot.key, { title: 'Parcels get no label', severity: 'high' }),
    trigger(shop.key, { title: 'Prices are an hour old', severity: 'low' }), trigger(shop.key, { title: `Coupons were refused ${over}`, severity: 'low' }),
  ]);
  ids = { tills, parcels, prices, coupons };
  // A tag is a routing rule's to give; which rule is another test's matter.
  await Promise.all([command(primary, { type: 'acknowledge', incidentId: parcels }), command(primary, { type: 'resolve', incidentId: coupons }), at.incident(prices).update({ tags: ['nightly'] })]);
  await signingIn;
});
afterEach(() => { expect(faults.splice(0)).toEqual([]); });
afterAll(async () => {
  await makeQuiet();
  await Promise.all([at.team(team).delete(), retire(), browser.close(), fcm.close()]);
});

const row = (page: Page, id: string) => page.locator(`[data-testid="incident-row"][data-incident-id="${id}"]`);
/** Waits until the list has exactly these incidents, in whichever order. */
const lists = (page: Page, ...wanted: string[]) =>
  until(() => page.getByTestId('incident-row').evaluateAll((all) => all.map((each) => (each instanceof HTMLElement ? each.dataset.incidentId : undefined)).sort()), (shown) => JSON.stringify(shown) === JSON.stringify([...wanted].sort()), 30_000);
const says = (page: Page, testId: string, words: string | RegExp) => page.getByTestId(testId).filter({ hasText: words }).waitFor();

/** The incidents that the page sends commands about from now on; one that is sent again counts once, and what is about no incident (its device) does not. */
function sentBy(page: Page): Set<string> {
  const sent = new Set<string>();
  page.on('request', (request) => { for (const [, id] of (request.postData() ?? '').matchAll(/"incidentId":"([^"]+)"/g)) if (id !== undefined && request.url() === `${origin}/command`) sent.add(id); });
  return sent;
}

const owner = (incident: Awaited<ReturnType<typeof incidentNow>>) => (incident.status === 'triggered' ? null : (incident.owner?.userId ?? null));

describe.each(sizesOf('phone').map(([size]) => size))('the inbox, %s', (size) => {
  let page: Page;
  beforeAll(async () => {
    page = people[size]?.page ?? expect.fail('nobody is signed in');
    await page.goto(`${origin}/incidents`);
  });

  it('has what is open, what is mine and what is recent', async () => {
    await lists(page, ids.tills, ids.parcels, ids.prices);
    await page.getByRole('tab', { name: 'Open 3', exact: true }).waitFor();
    // What the phone took without a network is theirs on the desk as well.
    const mine = size === 'phone' ? [ids.parcels] : [ids.parcels, ids.prices];
    await tab(page, `Mine ${mine.length}`);
    await lists(page, ...mine);
    await tab(page, 'Recent');
    await row(page, ids.coupons).filter({ hasText: 'resolved by you' }).waitFor();
    expect(await row(page, ids.tills).count()).toBe(0);
    await tab(page, 'Open');
    await lists(page, ids.tills, ids.parcels, ids.prices);
    await says(page, 'freshness', 'Live');
  });

  it('finds what is over by its words', async () => {
    const search = page.getByTestId('search');
    await search.fill(`${over.toUpperCase()} coupons`);
    await lists(page, ids.coupons);
    await says(page, 'searched', 'Searching the last 300 incidents.');
    await search.fill(`${over} tills`);
    await page.getByText(`Nothing found for “${over} tills”`).waitFor();
    await search.press('Escape');
    await lists(page, ids.tills, ids.parcels, ids.prices);
  });

  it('is narrowed by severity, service, team and tag; the button counts them, and one tap clears them', async () => {
    const filters = page.getByTestId('filters');
    await filters.click();
    const choose = (key: string) => page.getByTestId(`filter-${key}`).click();
    for (const [key, ...left] of [
      ['SEV1', ids.tills], ['SEV4', ids.prices], [`service-${shop.serviceId}`, ids.tills, ids.prices], [`team-${team}`, ids.parcels], ['tag-nightly', ids.prices],
    ] as const) {
      await choose(key);
      await lists(page, ...left);
      if (size === 'phone') expect(await page.getByTestId('filters-done').innerText()).toBe(left.length === 1 ? 'Show 1 incident' : `Show ${left.length} incidents`);
      await choose(key);
    }
    await lists(page, ids.tills, ids.parcels, ids.prices);
    // Of one kind either, of two kinds both.
    for (const key of ['SEV1', 'SEV2', `service-${shop.serviceId}`]) await choose(key);
    await lists(page, ids.tills);
    await (size === 'phone' ? page.getByTestId('filters-done') : filters).click();
    await page.getByRole('button', { name: 'Filters, 3 active' }).waitFor();
    expect(await filters.innerText()).toMatch(/3$/);
    expect(new URL(page.url()).searchParams.getAll('severity')).toEqual(['SEV1', 'SEV2']);
    await page.getByText('2 hidden by filters').waitFor();
    await page.getByTestId('clear-filters').click();
    await lists(page, ids.tills, ids.parcels, ids.prices);
    await page.getByRole('button', { name: 'Filters', exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  it('acknowledges several at once and gives them back, and resolves several after a time to think', async () => {
    const own = await newService([{ userIds: ['secondary'], delaySeconds: 600 }]);
    const both = await Promise.all(['Search is slow', 'Search is empty'].map((title) => trigger(own.key, { title, severity: 'high' })));
    // A link that somebody sent names what they saw.
    await page.goto(`${origin}/incidents?service=${own.serviceId}`);
    await lists(page, ...both);
    await page.getByTestId('select').click();
    await page.getByTestId('select-all').click();
    await says(page, 'selecting', '2 selected');
    await page.getByTestId('bulk-acknowledge').click();
    await says(page, 'bulk-said', '2 acknowledged.');
    for (const id of both) expect(owner(await incidentBecomes(id, ({ status }) => status === 'acknowledged'))).toBe('primary');
    await page.getByTestId('bulk-undo').click();
    await says(page, 'bulk-said', '2 given back: paging goes on.');
    for (const id of both) await incidentBecomes(id, ({ status, escalation }) => status === 'triggered' && escalation.episode === 2);

    // A resolve waits 8 s: nothing goes before, and nothing at all if it is taken back.
    const sent = sentBy(page);
    await page.getByTestId('select').click();
    await page.getByTestId('select-all').click();
    await page.getByTestId('bulk-resolve').click();
    await says(page, 'bulk-held', 'Resolving 2 incidents. Nothing is sent yet.');
    await page.getByTestId('bulk-undo').click();
    await says(page, 'bulk-said', 'Nothing was sent. They stay as they are.');
    for (const id of both) expect((await incidentNow(id)).status).toBe('triggered');
    // Waiting it out is the same at both sizes: it is done once.
    if (size === 'wide') return page.getByTestId('clear-filters').click();
    await page.getByTestId('select').click();
    await says(page, 'selecting', '0 selected');
    for (const id of both) await row(page, id).click();
    await page.getByTestId('bulk-resolve').click();
    expect([...sent]).toEqual([]);
    await says(page, 'bulk-said', '2 resolved');
    for (const id of both) expect(await incidentBecomes(id, ({ status }) => status === 'resolved')).toMatchObject({ resolvedBy: { userId: 'primary' } });
    expect([...sent].sort()).toEqual([...both].sort());
    await page.getByText('No incident fits these filters').waitFor();
    await page.getByTestId('clear-filters').click();
  });

  it(size === 'phone' ? 'takes a row by a swipe to the right, and offers what else there is by one to the left' : 'offers by a row’s own button what a swipe does on a phone', async () => {
    const [{ tills }, sent] = [ids, sentBy(page)];
    const offer = async () => {
      if (size === 'phone') await swipe(row(page, tills), -150);
      else await row(page, tills).locator('..').getByTestId('row-actions').click();
      await sheet(page).getByText(`${tills} · SEV1 · Service ${shop.serviceId}`).waitFor();
    };
    await row(page, tills).and(page.locator(':not([aria-disabled])')).waitFor();
    if (size === 'phone') {
      // Let go of too early, it does nothing, and opens nothing.
      await swipe(row(page, tills), 60);
      await swipe(row(page, tills), 150);
    } else {
      await offer();
      await sheet(page).getByTestId('quick-acknowledge').click();
    }
    await says(page, 'bulk-said', /You have it|Acknowledged/);
    expect(owner(await incidentBecomes(tills, ({ status }) => status === 'acknowledged'))).toBe('primary');
    expect([...sent]).toEqual([tills]);
    await page.getByTestId('bulk-undo').click();
    await says(page, 'bulk-said', '1 given back: paging goes on.');
    await incidentBecomes(tills, ({ status }) => status === 'triggered');
    await offer();
    for (const one of ['acknowledge', 'snooze', 'snooze-other', 'hand', 'select']) expect(await sheet(page).getByTestId(`quick-${one}`).count()).toBe(1);
    await sheet(page).getByTestId('quick-resolve').click();
    await says(page, 'bulk-held', 'Resolving “The tills do not print”. Nothing is sent yet.');
    await page.getByText('Alerts still fire in “The tills do not print”.').waitFor();
    await page.getByTestId('bulk-undo').click();
    await says(page, 'bulk-said', 'Nothing was sent.');
    expect((await incidentNow(tills)).status).toBe('triggered');
  });

  it('without a network: says how old it is, opens what was seen, and says of what was asked that it is not yet sent', async () => {
    const id = size === 'phone' ? ids.prices : ids.tills;
    await people[size]?.context.setOffline(true);
    await page.locator('[data-testid="freshness"][data-state="cached"]').filter({ hasText: /^As of .*\d\d:\d\d/ }).waitFor();
    await page.getByTestId('look-again').click();
    await says(page, 'toast', 'No answer from Rouse.');
    await page.getByTestId('search').fill(over);
    await says(page, 'searched', 'Offline: searching what was seen on this device.');
    await lists(page, ids.coupons);
    await page.getByTestId('search').press('Escape');
    await row(page, id).click();
    await page.getByTestId('incident-status').waitFor();
    if (size === 'phone') await page.getByRole('link', { name: 'All incidents' }).click();
    await page.getByTestId('select').click();
    await row(page, id).click();
    await page.getByTestId('bulk-acknowledge').click();
    await says(page, 'bulk-said', '1 not yet sent. Paging goes on until it is.');
    await row(page, id).filter({ hasText: 'Not yet sent' }).waitFor();
    expect(await page.getByTestId('bulk-undo').count()).toBe(0);
    expect((await incidentNow(id)).status).toBe('triggered');
    await people[size]?.context.setOffline(false);
    expect(owner(await incidentBecomes(id, ({ status }) => status === 'acknowledged'))).toBe('primary');
    await page.locator('[data-testid="freshness"][data-state="live"]').waitFor();
    await row(page, id).filter({ hasText: 'you have it' }).waitFor();
  });
});
