import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FakeFcm } from '../fakes/fcm';
import { makeQuiet } from '../quiet';
import { command, origin, signIn, trigger } from '../rouse';
import { at, incidentBecomes, incidentNow, newService, setDevices } from '../store';
import { launch, signedIn } from './browser';
import { closed, fill, menu, sheet, tab } from './sheet';
import { sizesOf } from './sizes';

const fcm = new FakeFcm();
const faults: string[] = [];
let browser: Browser;
/** Sam has the incident; Ada, an admin, keeps the war room. Priya, whom it paged, looks at nothing. */
let sam: Page;
let ada: Page;

beforeAll(async () => {
  await Promise.all([fcm.listen(), setDevices('secondary', []), setDevices('primary', [])]);
  browser = await launch();
  const people = await Promise.all([signedIn(browser, 'secondary', faults), signedIn(browser, 'admin', faults)]);
  // The video calls are other people's pages.
  await Promise.all(people.map(({ context }) => context.route('https://*.example.com/**', (route) => route.fulfill({ body: 'A call' }))));
  [sam, ada] = people.map(({ page }) => page) as [Page, Page]; // Two were asked for.
});
afterEach(() => { expect(faults.splice(0)).toEqual([]); });
afterAll(async () => {
  await at.warRoomSettings().delete();
  await makeQuiet();
  await browser.close();
  await fcm.close();
});

describe.each(sizesOf('phone'))('work on an incident, %s', (_size, viewport) => {
  let id: string;
  let other: string;

  beforeAll(async () => {
    await Promise.all([at.warRoomSettings().delete(), makeQuiet(), sam.setViewportSize(viewport), ada.setViewportSize(viewport)]);
    const { key, serviceId } = await newService([{ userIds: ['primary'], delaySeconds: 600 }]);
    await at.service(serviceId).update({ vendors: [{ name: 'Payment provider', phone: '+49305550140', email: 'help@payments.example.com', url: 'https://status.example.com/', note: 'Contract R-2041' }] });
    [id, other] = await Promise.all(['high', 'warning'].map((severity) => trigger(key, { title: `Orders are slow, ${severity}`, severity }))) as [string, string]; // Two were sent.
    const secondary = await signIn('secondary');
    await Promise.all([id, other].map((incidentId) => command(secondary, { type: 'acknowledge', incidentId })));
    await Promise.all([id, other].map((one) => incidentBecomes(one, ({ status }) => status === 'acknowledged')));
    await sam.goto(`${origin}/incidents/${id}`);
    await sam.getByTestId('incident-status').waitFor();
  });

  it('the war room: the standing one with a backup, joined and dialled by one tap, changed, closed', async () => {
    await ada.goto(`${origin}/war-room`);
    await ada.getByTestId('edit').click();
    const room = (name: string) => ada.getByRole('group', { name, exact: true });
    await fill(room('The room'), { Name: 'Bridge', 'Video call': 'https://meet.example.com/bridge' });
    await room('The room').getByRole('button', { name: 'Add a number to dial' }).click();
    await fill(room('The room'), { Number: '+49 30 123456', Code: '4711#', Where: 'Berlin' });
    await fill(room('The backup'), { Name: 'Second bridge', 'Video call': 'https://calls.example.com/two' });
    await ada.getByTestId('save').click();
    await ada.getByText('Second bridge · when the first is down').waitFor();
    expect(await ada.getByTestId('room-join').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(['https://meet.example.com/bridge', 'https://calls.example.com/two']);
    expect(await ada.getByTestId('room-dial').getAttribute('href')).toBe('tel:+4930123456,,4711%23');

    // One tap joins it, and opens it for everybody in the incident.
    const join = sam.getByTestId('join-room');
    await join.filter({ hasText: 'Open the standing room' }).waitFor();
    const [call] = await Promise.all([sam.waitForEvent('popup'), join.click()]);
    expect(call.url()).toBe('https://meet.example.com/bridge');
    await call.close();
    expect((await incidentBecomes(id, ({ warRoom }) => warRoom !== null)).warRoom).toMatchObject({ main: { name: 'Bridge' }, backup: { name: 'Second bridge' } });
    await join.filter({ hasText: 'Join Bridge' }).waitFor();
    await sam.getByTestId('dial-room').filter({ hasText: 'code 4711#' }).waitFor();
    expect(await sam.getByTestId('dial-room').getAttribute('href')).toBe('tel:+4930123456,,4711%23');
    expect(await sam.getByTestId('join-backup').getAttribute('href')).toBe('https://calls.example.com/two');

    await sam.getByTestId('change-room').click();
    await fill(sheet(sam).getByRole('group', { name: 'The room', exact: true }), { Name: 'Orders bridge', 'Address of the video call': 'meet.example.com/orders' });
    await sheet(sam).getByTestId('save-room').click();
    await join.filter({ hasText: 'Join Orders bridge' }).waitFor();
    expect((await incidentBecomes(id, ({ warRoom }) => warRoom?.main.name === 'Orders bridge')).warRoom?.main.url).toBe('https://meet.example.com/orders');
    await closed(sam);
    await sam.getByTestId('change-room').click();
    await sheet(sam).getByTestId('close-room').click();
    await incidentBecomes(id, ({ warRoom }) => warRoom === null);
    await closed(sam);

    // A standing room that is only a number is opened by a button: there is nothing to join.
    await ada.getByTestId('edit').click();
    await fill(room('The room'), { 'Video call': '' });
    await ada.getByTestId('save').click();
    await sam.getByTestId('open-standing').click();
    await incidentBecomes(id, ({ warRoom }) => warRoom?.main.url === null && warRoom.main.dialIns.length === 1);
  });

  it('the impact: assessed, the severity that it calls for taken, and its place among the open ones with the reason', async () => {
    await sam.getByTestId('assess-impact').click();
    await sheet(sam).getByTestId('impact-affected-everybody').click();
    await sheet(sam).getByTestId('impact-money-some').click();
    await fill(sheet(sam), { 'How many people': '12,000', Note: 'From the front.' });
    await sheet(sam).getByTestId('save-impact').click();
    await sheet(sam).getByTestId('impact-proposal').filter({ hasText: 'So far SEV1, because everybody is affected. It is SEV2 now.' }).waitFor();
    await sheet(sam).getByTestId('take-severity').click();
    const incident = await incidentBecomes(id, ({ severity }) => severity === 'SEV1');
    expect(incident.impact).toMatchObject({ answers: { affected: 'everybody', money: 'some' }, people: 12_000, note: 'From the front.', by: 'Sam Weber' });
    await closed(sam);
    await sam.getByTestId('impact').filter({ hasText: /12.000/ }).waitFor();
    const first = sam.getByTestId('priority').filter({ hasText: '1 of 2: everybody is affected, and it goes on.' });
    await first.waitFor();
    await sam.getByTestId('open-priority').click();
    await sheet(sam).getByRole('listitem').filter({ hasText: '2 of 2: it is SEV3, and it goes on.' }).getByRole('link', { name: 'Orders are slow, warning' }).waitFor();
    await sam.keyboard.press('Escape');
    await closed(sam);
  });

  it('tasks: given to somebody with a time, ticked, removed, and had back', async () => {
    const task = (title: string) => sam.getByTestId('tasks').getByTestId('open-task').filter({ hasText: title });
    const add = async (title: string) => {
      await sam.getByTestId('add-task').click();
      await fill(sheet(sam), { 'What is to be done': title });
    };
    await add('Call the bank');
    await sheet(sam).getByTestId('task-owner').click();
    await sheet(sam).getByTestId('choose-primary').click();
    await sheet(sam).getByLabel('Due').selectOption({ label: 'in 30 min' });
    await sheet(sam).getByTestId('save-task').click();
    await closed(sam);
    await task('Call the bank').filter({ hasText: /Priya Nair · due in (30|29) min/ }).waitFor();
    await add('Stop the import');
    await sheet(sam).getByTestId('save-task').click();
    await closed(sam);
    await task('Stop the import').filter({ hasText: 'You' }).waitFor();
    await sam.getByRole('checkbox', { name: 'Call the bank' }).click();
    const ticked = await incidentBecomes(id, ({ tasks }) => tasks.some(({ doneAt }) => doneAt !== null));
    expect(ticked.tasks).toMatchObject([{ title: 'Call the bank', owner: { userId: 'primary' }, doneBy: 'Sam Weber' }, { title: 'Stop the import', owner: { userId: 'secondary' }, doneAt: null }]);
    await sam.getByText('1 done').waitFor();

    const remove = async () => {
      await task('Stop the import').click();
      await sheet(sam).getByTestId('remove-task').click();
      await closed(sam);
      await task('Stop the import').waitFor({ state: 'detached' });
    };
    await remove();
    await sam.getByTestId('undo-remove').click();
    await task('Stop the import').waitFor();
    expect((await incidentNow(id)).tasks).toHaveLength(2);
    await remove();
    // What was taken away stays away, also for who goes elsewhere at once.
    await tab(sam, 'Told');
    await incidentBecomes(id, ({ tasks }) => tasks.length === 1);
    await tab(sam, 'Now');
  });

  it('decisions: pinned from a note and by themselves, unpinned, and kept in the timeline', async () => {
    await menu(sam, 'note');
    await fill(sheet(sam), { Note: 'Traffic goes to Frankfurt until noon.' });
    await sheet(sam).getByTestId('note-decide').click();
    await closed(sam);
    const decided = sam.getByTestId('decided').getByRole('listitem');
    await decided.filter({ hasText: 'Frankfurt' }).waitFor();
    await sam.getByTestId('pin-decision').click();
    await fill(sheet(sam), { 'What was decided': 'Nobody deploys.' });
    await sheet(sam).getByTestId('save-decision').click();
    await closed(sam);
    await decided.filter({ hasText: 'Nobody deploys.' }).waitFor();
    await decided.filter({ hasText: 'Frankfurt' }).getByTestId('unpin-decision').click();
    await incidentBecomes(id, (incident) => incident.decided.map(({ text }) => text).join() === 'Nobody deploys.');
    await decided.filter({ hasText: 'Frankfurt' }).waitFor({ state: 'detached' });
    await tab(sam, 'Timeline');
    await sam.getByTestId('timeline-notes').click();
    await sam.getByTestId('timeline-entry').filter({ hasText: 'Traffic goes to Frankfurt' }).first().waitFor();
    await tab(sam, 'Now');
  });

  it('help from outside: who is called for this service, and how', async () => {
    await sam.getByTestId('open-vendors').filter({ hasText: 'Payment provider' }).click();
    const vendor = sheet(sam).getByTestId('vendor');
    await vendor.filter({ hasText: 'Contract R-2041' }).waitFor();
    expect(await vendor.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(['tel:+49305550140', 'mailto:help@payments.example.com', 'https://status.example.com/']);
    await sam.keyboard.press('Escape');
    await closed(sam);
  });
});
