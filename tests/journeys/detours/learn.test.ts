import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MetricsMonth, monthOf } from '#domain/metrics/row';
import { configurationIsRead } from '../../configuring';
import { FakeFcm } from '../../fakes/fcm';
import { makeQuiet } from '../../quiet';
import { hook, origin, trigger, unique, until } from '../../rouse';
import { at, incidentNow, incidentBecomes, newService, notificationsOf, tidyLater, tidyUp } from '../../store';
import { launch, signedIn } from '../browser';
import { sizesOf } from '../sizes';

const fcm = new FakeFcm();
const faults: string[] = [];
let browser: Browser;
let ada: Page;

beforeAll(async () => {
  await Promise.all([fcm.listen(), makeQuiet()]);
  browser = await launch();
  ({ page: ada } = await signedIn(browser, 'admin', faults));
});
afterEach(() => { expect(faults.splice(0)).toEqual([]); });
afterAll(async () => {
  await tidyUp();
  await browser.close();
  await fcm.close();
});

/** An alert that pages Priya and ends by itself at once; its row is in the metrics. Answers the incident's id. */
async function healed(key: string, title: string): Promise<string> {
  const dedupKey = unique();
  const id = await trigger(key, { title, dedupKey, severity: 'high' });
  await hook('generic', { title, dedupKey, status: 'resolved' }, key);
  const { clocks } = await incidentBecomes(id, ({ status }) => status === 'resolved');
  await until(at.metricsMonth(monthOf(clocks.triggeredAt)), ([month]) => { const { data } = MetricsMonth.safeParse(month); return data?.rows[id] === undefined ? undefined : data; });
  return id;
}

describe.each(sizesOf('phone'))('on a %s window', (size, viewport) => {
  beforeAll(() => ada.setViewportSize(viewport));

  it('what paged for nothing is tuned by its evidence, the next one waits, and the audit tells who did it', async () => {
    const title = `Queue grows ${size} ${unique()}`;
    const { serviceId, key } = await newService();
    tidyLater(() => at.routingRules(`service.${serviceId}`).delete());
    for (let time = 0; time < 3; time += 1) await healed(key, title);

    // The noise, and what would help.
    await ada.goto(`${origin}/noise?service=${serviceId}`);
    const card = ada.getByTestId('noise-card').filter({ hasText: title });
    await card.getByText('Nobody acted on any.').waitFor();
    expect(await card.innerText()).toContain('Rated 0 of 3.');
    await card.getByTestId('tune').click();

    // The rule stands in the editor and has changed nothing; its evidence comes by itself, and after a reload again.
    await ada.getByTestId('proposed-line').waitFor();
    await ada.getByTestId('evidence-sentence').waitFor();
    await ada.reload();
    expect(await ada.getByTestId('evidence-sentence').innerText()).toMatch(/^(?:3 pages → 0|\d+ night pages? → 0)/);
    expect((await at.routingRules(`service.${serviceId}`).get()).exists).toBe(false);
    expect(await ada.getByTestId('rule-list').locator('[data-rule]').count()).toBe(1);
    await ada.getByTestId('save-rules').click();
    await ada.getByTestId('save-rules').waitFor({ state: 'detached' });

    // What was learned changes the next page: it waits whether it ends by itself.
    await configurationIsRead();
    const next = await trigger(key, { title, severity: 'high' });
    expect((await incidentNow(next)).escalation).toMatchObject({ state: 'held' });
    expect(await notificationsOf(next, () => true)).toEqual([]);

    await ada.goto(`${origin}/audit`);
    const entry = ada.getByTestId('audit-entry').filter({ hasText: `Routing rules Service ${serviceId}` }).first();
    await entry.locator('summary').click();
    await entry.getByText('Suppress').or(entry.getByText('Hold')).first().waitFor();
    expect(await entry.innerText()).toMatch(/Ada Okafor made it[\s\S]*Hold Queue grows/);
  }, 120_000);
});
