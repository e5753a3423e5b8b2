import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { wallTimeAt } from '#domain/time/zone';
import { FakeFcm } from '../fakes/fcm';
import { makeQuiet } from '../quiet';
import { command, origin, signIn, trigger } from '../rouse';
import { incidentBecomes, newService, setDevices, timelineOf } from '../store';
import { launch, signedIn } from './browser';
import { closed, fill, menu, sheet, tab } from './sheet';
import { sizesOf } from './sizes';

const fcm = new FakeFcm();
const faults: string[] = [];
let browser: Browser;
/** Sam has the incident; Priya, whom it paged, looks at nothing. */
let sam: Page;

beforeAll(async () => {
  await Promise.all([fcm.listen(), setDevices('secondary', []), setDevices('primary', [])]);
  browser = await launch();
  sam = (await signedIn(browser, 'secondary', faults)).page;
});
afterEach(() => { expect(faults.splice(0)).toEqual([]); });
afterAll(async () => {
  await makeQuiet();
  await browser.close();
  await fcm.close();
});

describe.each(sizesOf('wide'))('the course of an incident, %s', (_size, viewport) => {
  let id: string;
  let other: string;

  beforeAll(async () => {
    await Promise.all([makeQuiet(), sam.setViewportSize(viewport)]);
    const { key } = await newService([{ userIds: ['primary'], delaySeconds: 600 }, { userIds: ['secondary'], delaySeconds: 600 }]);
    [id, other] = await Promise.all(['Search is slow', 'Search times out'].map((title) => trigger(key, { title, severity: 'high' }))) as [string, string]; // Two were sent.
    const secondary = await signIn('secondary');
    await Promise.all([id, other].map((incidentId) => command(secondary, { type: 'acknowledge', incidentId })));
    await Promise.all([id, other].map((one) => incidentBecomes(one, ({ status }) => status === 'acknowledged')));
    await sam.goto(`${origin}/incidents/${id}`);
    await sam.getByTestId('incident-status').waitFor();
  });

  it('roles: given to another, with a deputy, handed over, taken and given up', async () => {
    const open = (role: string) => sam.getByTestId(`role-${role}`).getByRole('button').first().click();
    const held = (holder: string, deputy: string | null) =>
      incidentBecomes(id, ({ roles }) => roles.some(({ role, userId, deputy: second }) => role === 'incidentCommander' && userId === holder && (second?.userId ?? null) === deputy));
    const choose = async (row: string, who: string) => {
      await open('incidentCommander');
      await sheet(sam).getByTestId(row).click();
      await sheet(sam).getByTestId(`choose-${who}`).click();
    };
    await choose('role-assign', 'primary');
    await held('primary', null);
    await closed(sam);
    await choose('role-deputy', 'secondary');
    await held('primary', 'secondary');
    await closed(sam);
    await sam.getByTestId('role-incidentCommander').filter({ hasText: /Priya Nair.*deputy/is }).waitFor();
    await open('incidentCommander');
    await sheet(sam).getByTestId('role-assign').filter({ hasText: 'Hand it over' }).click();
    await sheet(sam).getByText('They take it from Priya Nair, and are told.').waitFor();
    await sheet(sam).getByTestId('choose-admin').click();
    await held('admin', null);
    await closed(sam);

    await sam.getByTestId('give-role').click();
    await sheet(sam).getByTestId('give-scribe').click();
    await sheet(sam).getByTestId('role-take').click();
    await incidentBecomes(id, ({ roles }) => roles.some(({ role, userId }) => role === 'scribe' && userId === 'secondary'));
    await closed(sam);
    await open('scribe');
    await sheet(sam).getByTestId('role-give-up').filter({ hasText: 'Give it up' }).click();
    await incidentBecomes(id, ({ roles }) => roles.map(({ role }) => role).join() === 'incidentCommander');
    await closed(sam);
  });

  it('severity, type and urgency, with the guide that proposes, and what comes of them said before', async () => {
    await menu(sam, 'severity');
    await sheet(sam).getByText('How bad is it? Four questions').click();
    await sheet(sam).getByRole('radio', { name: 'Everybody', exact: true }).check();
    await sheet(sam).getByTestId('severity-proposal').filter({ hasText: 'So far SEV1, because everybody is affected.' }).waitFor();
    await sheet(sam).getByTestId('take-proposal').click();
    await sheet(sam).getByTestId('classify-Security').click();
    await sheet(sam).getByTestId('classify-Quiet').click();
    await sheet(sam).getByRole('status').filter({ hasText: 'It becomes quiet: if it triggers again, it wakes nobody at night.' }).waitFor();
    await fill(sheet(sam), { Title: 'Search is slow for everybody' });
    await sheet(sam).getByTestId('classify-save').filter({ hasText: 'Save as SEV1' }).click();
    await incidentBecomes(id, ({ severity, type, urgency, title }) => severity === 'SEV1' && type === 'security' && urgency === 'low' && title === 'Search is slow for everybody');
    await closed(sam);
    await sam.getByRole('heading', { name: 'Search is slow for everybody' }).first().waitFor();
  });

  it('the timeline: an entry with a past time stands there, and the filters show what they say', async () => {
    const before = Date.now() - 3 * 60 * 60_000;
    await menu(sam, 'note');
    await fill(sheet(sam), { Note: 'The index was rebuilt.' });
    await sheet(sam).getByTestId('note-earlier').click();
    await fill(sheet(sam), { 'When did it happen?': wallTimeAt(before, 'Europe/Berlin') });
    await sheet(sam).getByTestId('note-add').click();
    await closed(sam);
    await tab(sam, 'Timeline');
    const entries = sam.getByTestId('timeline-entry');
    // The newest is on top: what happened before everything else is last, though it was written down last.
    await entries.last().filter({ hasText: /The index was rebuilt\..*added later/s }).waitFor();
    expect(Math.abs(Date.parse(await entries.last().locator('time').first().getAttribute('datetime') ?? '') - before)).toBeLessThan(60_000);
    await sam.getByTestId('timeline-order').click();
    await entries.first().filter({ hasText: 'The index was rebuilt.' }).waitFor();
    await sam.getByTestId('timeline-order').click();

    const shown = () => entries.evaluateAll((all) => all.flatMap((entry) => entry.getAttribute('data-types')?.split(' ') ?? []));
    await sam.getByTestId('timeline-notes').click();
    await entries.filter({ hasText: 'The index was rebuilt.' }).waitFor();
    expect(await shown()).toEqual(['note']);
    await sam.getByTestId('timeline-people').click();
    await entries.filter({ hasText: 'scribe' }).first().waitFor();
    expect(new Set(await shown())).toEqual(new Set(['roleSet', 'acknowledged']));
    await sam.getByTestId('timeline-status').click();
    await entries.filter({ hasText: 'Search is slow for everybody' }).first().waitFor();
    expect(await shown()).toEqual(expect.arrayContaining(['severitySet', 'typeSet', 'urgencySet', 'renamed', 'acknowledged', 'triggered']));
    // With the pages, every message that went out, to whom, which way and why.
    await sam.getByTestId('timeline-pages').click();
    await sam.getByTestId('timeline-message').filter({ hasText: 'to Priya Nair' }).first().waitFor();
  });

  it('who was told, and who was not', async () => {
    await tab(sam, 'Told');
    await sam.getByRole('region', { name: 'Priya Nair' }).getByText(/push/i).first().waitFor();
    await sam.getByRole('region', { name: 'Ada Okafor' }).getByTestId('notification').first().waitFor();
    // Sam took it before his own turn came.
    await sam.getByTestId('not-told').getByRole('listitem').filter({ hasText: /^You/ }).waitFor();
    await tab(sam, 'Now');
  });

  it('a snooze, and its end', async () => {
    await menu(sam, 'snooze');
    const began = Date.now();
    await sheet(sam).getByTestId('snooze-30').click();
    const asleep = await incidentBecomes(id, (incident) => incident.status === 'acknowledged' && incident.snoozedUntil !== null);
    expect(Math.abs((asleep.status === 'acknowledged' ? asleep.snoozedUntil ?? 0 : 0) - began - 30 * 60_000)).toBeLessThan(60_000);
    await closed(sam);
    await sam.getByTestId('incident-status').filter({ hasText: /snoozed/i }).waitFor();
    await menu(sam, 'end-snooze');
    await incidentBecomes(id, (incident) => incident.status === 'acknowledged' && incident.snoozedUntil === null);
  });

  it('merged into another, which it goes on in', async () => {
    await sam.goto(`${origin}/incidents/${other}`);
    await menu(sam, 'merge');
    await sheet(sam).getByTestId('merge-choice').filter({ hasText: 'Search is slow for everybody' }).click();
    await sheet(sam).getByText(/goes on in Search is slow for everybody, with its 1 firing alert/).waitFor();
    await sheet(sam).getByTestId('confirm').click();
    await sam.waitForURL(`**/incidents/${id}`);
    await incidentBecomes(other, (incident) => incident.status === 'resolved' && incident.mergedInto === id);
    await incidentBecomes(id, ({ alertCounts }) => alertCounts.firing === 2);
    await closed(sam);
  });

  it('resolved as a false positive with its cause, and reopened: it pages again', async () => {
    await menu(sam, 'resolve');
    // At night what can wait is folded.
    await sam.getByTestId('confirm').waitFor();
    const later = sheet(sam).getByTestId('resolve-later').locator('summary');
    if (await later.count() > 0) await later.click();
    await sheet(sam).getByTestId('verdict-falsePositive').click();
    await fill(sheet(sam), { 'Why did it happen?': 'The probe was too strict.', 'Why are items left open?': 'Nothing was broken.' });
    await sheet(sam).getByTestId('confirm').filter({ hasText: 'Resolve anyway' }).click();
    const ended = await incidentBecomes(id, ({ status }) => status === 'resolved');
    expect(ended.verdict).toMatchObject({ kind: 'falsePositive', cause: 'The probe was too strict.', by: 'Sam Weber' });
    // Who was told of updates is owed the last one; it can wait.
    await sam.getByTestId('verdict-said').filter({ hasText: 'False positive, by Sam Weber.' }).waitFor();
    if (await sam.locator('.sheet').count() > 0) await sheet(sam).getByRole('button', { name: 'Later' }).click();
    await closed(sam);
    await sam.getByTestId('reopen').click();
    await sheet(sam).getByTestId('confirm').filter({ hasText: 'Reopen, and page' }).click();
    const again = await incidentBecomes(id, ({ status }) => status === 'triggered');
    expect(again.escalation.episode).toBe(2);
    await sam.getByTestId('primary-action').filter({ hasText: 'Acknowledge' }).waitFor();
    expect((await timelineOf(id)).flatMap(({ changes }) => changes.map(({ type }) => type))).toEqual(expect.arrayContaining(['verdictSet', 'resolved', 'reopened']));
  });
});
