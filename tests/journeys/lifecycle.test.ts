import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { IncidentId } from '#domain/incident/incident';
import { MetricsMonth, monthOf } from '#domain/metrics/row';
import { outboundPort } from '../../scripts/testing/borders';
import { configurationIsRead } from '../configuring';
import { FakeFcm } from '../fakes/fcm';
import { FakeOutbound } from '../fakes/outbound';
import { makeQuiet } from '../quiet';
import { origin, trigger, unique, until } from '../rouse';
import { at, db, incidentBecomes, newService, setDevices, tidyLater, timelineOf } from '../store';
import { launch, signedIn, until as looksUntil } from './browser';
import { saved, sent, source, stored } from './runbookPages';
import { closed, menu, sheet, tab } from './sheet';
import { sizesOf } from './sizes';

const fcm = new FakeFcm();
const outbound = new FakeOutbound();
const faults: string[] = [];
let browser: Browser;
/** Priya is paged, and does it all; somebody outside has no account. */
let priya: Page;
let outside: Page;

beforeAll(async () => {
  await Promise.all([fcm.listen(), outbound.listen(outboundPort), makeQuiet(), setDevices('primary', [])]);
  browser = await launch();
  priya = (await signedIn(browser, 'primary', faults)).page;
  outside = await (await browser.newContext()).newPage();
  await sent('admin', 'saveChat', { slack: { token: outbound.slack.token, inviteResponders: false } });
});
afterEach(() => { expect([...faults.splice(0), ...outbound.faults.splice(0)]).toEqual([]); });
afterAll(async () => {
  await sent('admin', 'saveChat', { slack: null });
  await browser.close();
  await Promise.all([fcm.close(), outbound.close()]);
});

/** A service with a runbook, and a component on the status page that is touched when it fails. */
async function madeService(mark: string): Promise<{ key: string; serviceId: string; runbookId: string }> {
  const { key, serviceId } = await newService();
  const runbookId = await saved(source(`Checkout ${mark}`, [`services: [${serviceId}]`], '1. Look at the pool.\n'));
  await at.service(serviceId).update({ runbookId });
  const { savedId = '' } = await sent('admin', 'saveComponent', { componentId: null, name: `Payments ${mark}`, description: '', group: '', position: 0, serviceIds: [serviceId] });
  tidyLater(async () => {
    const notices = (await db().collection('notices').get()).docs.filter((doc) => JSON.stringify(doc.data()).includes(savedId));
    await Promise.all([at.statusComponent(savedId).delete(), ...notices.map(({ ref }) => ref.delete())]);
  });
  await configurationIsRead();
  return { key, serviceId, runbookId };
}

const everybodyReads = (words: string) => looksUntil(async () => {
  await outside.goto(`${origin}/status`);
  return (await outside.locator('body').innerText()).includes(words);
}, (found) => found, 60_000);

/** The two taps that publish what is on the screen, and back to the incident. */
async function publish(incidentId: string): Promise<void> {
  await priya.getByTestId('save').click();
  await sheet(priya).getByTestId('confirm').click();
  await closed(priya);
  await priya.goto(`${origin}/incidents/${incidentId}`);
}

describe.each(sizesOf('phone'))('on a %s window', (_size, viewport) => {
  beforeAll(async () => { await priya.setViewportSize(viewport); });

  it('a SEV1 from its page over plan, public notice, updates and end to what was learned, and a figure that moved', { timeout: 240_000 }, async () => {
    const mark = unique();
    const { key, serviceId, runbookId } = await madeService(mark);
    const title = `db-7 refuses connections ${mark}`;
    const before = await trigger(key, { severity: 'warning', title });
    await sent('admin', 'resolve', { incidentId: before, verdict: 'real', cause: 'The connection pool ran full' });

    // Detect: it pages, she takes it; what the plan does by itself is done meanwhile.
    const id = IncidentId.parse(await trigger(key, { severity: 'critical', title }));
    await priya.getByTestId('alarm').getByRole('heading', { name: title }).waitFor();
    await priya.getByTestId('alarm-acknowledge').click();
    await priya.waitForURL(`**/incidents/${id}`);
    const ran = (kind: string) => priya.locator('[data-testid=plan-step][data-state=done]').filter({ hasText: kind });
    await ran('Open a channel').waitFor();
    await ran('Draft the public notice').waitFor();
    expect(outbound.slack.channels.filter(({ name }) => name.startsWith(id.toLowerCase())).map(({ messages }) => messages.length)).toEqual([1]);

    // Inform: what is drafted names no host; published, everybody reads it. Those who follow are told, too.
    await priya.getByTestId('review-notice').click();
    expect(await priya.getByTestId('notice-text').inputValue()).not.toContain('db-7');
    const told = await priya.getByTestId('notice-title').inputValue();
    await publish(id);
    await everybodyReads(told);
    await tab(priya, 'Updates');
    await priya.getByTestId('send-update').click();
    await incidentBecomes(id, ({ updateCount, publicNotice }) => updateCount === 1 && publicNotice);

    // Respond: restored, and the next words for the public wait by themselves.
    await tab(priya, 'Now');
    for (const [milestone, clock] of [['rootCauseIdentified', 'rootCauseIdentifiedAt'], ['fixDeployed', 'fixDeployedAt'], ['serviceRestored', 'mitigatedAt']] as const) {
      await priya.getByTestId(`milestone-${milestone}`).click();
      await incidentBecomes(id, ({ clocks }) => clocks[clock] !== null);
    }
    await priya.getByTestId('notice-waits').filter({ hasText: 'monitoring' }).waitFor();
    await priya.getByTestId('review-notice').click();
    await publish(id);
    await menu(priya, 'resolve');
    await sheet(priya).getByTestId('confirm').waitFor();
    const later = sheet(priya).getByTestId('resolve-later').locator('summary');
    if (await later.count() > 0) await later.click();
    await sheet(priya).getByTestId('verdict-real').click();
    await sheet(priya).getByLabel('Why did it happen?').fill('The connection pool ran full');
    await sheet(priya).getByLabel('Why are items left open?').fill('It is watched from the dashboard.');
    await sheet(priya).getByTestId('confirm').click();
    await incidentBecomes(id, ({ status }) => status === 'resolved');
    // Those who follow are told that it is over, in the words that are there already.
    await sheet(priya).getByTestId('final-update').click();
    await closed(priya);
    await priya.getByTestId('send-update').click();
    await incidentBecomes(id, ({ finalUpdateAt }) => finalUpdateAt !== null);
    await priya.goto(`${origin}/incidents/${id}`);
    tidyLater(async () => { await db().recursiveDelete(at.postMortem(id)); });
    await priya.getByTestId('notice-waits').filter({ hasText: 'resolved' }).waitFor();
    await priya.getByTestId('review-notice').click();
    await publish(id);
    await outside.goto(`${origin}/status/history`);
    await outside.getByText(told).first().waitFor();

    // Learn: the post-mortem has what ran by itself; an action item, the runbook, and that it was the same before.
    await priya.getByTestId('to-post-mortem').click();
    await priya.getByTestId('post-mortem-state').filter({ hasText: 'Draft' }).waitFor();
    await priya.getByText('What ran by itself').first().waitFor();
    await priya.getByTestId('add-item').click();
    await priya.getByTestId('item-title').fill(`Alert at 80 % of the pool ${mark}`);
    await priya.getByTestId('save-item').click();
    await closed(priya);
    await priya.getByTestId('action-item').filter({ hasText: mark }).waitFor();
    await priya.getByTestId('similar-incident').filter({ hasText: 'the same words of the cause' }).getByTestId('mark-repeat').click();
    await priya.getByTestId('repeat-of').filter({ hasText: title }).waitFor();
    await priya.getByTestId('update-runbook').click();
    const markdown = priya.getByTestId('source');
    await markdown.fill((await markdown.inputValue()).replace('Look at the pool.', 'Look at the pool, and drain it.'));
    await priya.getByTestId('save').click();
    await looksUntil(async () => (await stored(runbookId)).markdown, (words) => words.includes('and drain it'));

    // And the figures say so: two incidents of this service, one of them a repeat.
    await until(at.metricsMonth(monthOf(Date.now())), ([month]) => MetricsMonth.safeParse(month).data?.rows[id]?.repeatAfter ?? undefined, 60_000);
    await priya.goto(`${origin}/metrics?service=${serviceId}`);
    await priya.getByTestId('metrics-repeats').filter({ hasText: '1 of 2' }).waitFor();
    expect((await at.postMortem(id).get()).get('actionItems')).toHaveLength(1);
    const happened = (await timelineOf(id)).flatMap(({ changes }) => changes.map(({ type }) => type));
    expect(happened).toEqual(expect.arrayContaining(['triggered', 'paged', 'acknowledged', 'planStarted', 'planStep', 'noticeDrafted', 'noticePublished', 'updateSent', 'milestone', 'resolved', 'verdictSet', 'repeatSet']));
  });
});
