import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { outboundPort } from '../../../scripts/testing/borders';
import { FakeFcm } from '../../fakes/fcm';
import { FakeOutbound } from '../../fakes/outbound';
import { makeQuiet } from '../../quiet';
import { command, origin, signIn, trigger, unique } from '../../rouse';
import { at, db, newService, setDevices, tidyLater } from '../../store';
import { launch, signedIn } from '../browser';
import { closed, sheet } from '../sheet';
import { sizesOf } from '../sizes';

const fcm = new FakeFcm();
const outbound = new FakeOutbound();
const faults: string[] = [];
let browser: Browser;
let admin: Page;
let priya: Page;

beforeAll(async () => {
  await Promise.all([fcm.listen(), outbound.listen(outboundPort), makeQuiet(), setDevices('primary', [])]);
  outbound.slack.people.set('primary@rouse.test', 'UPRIYA');
  browser = await launch();
  [admin, priya] = (await Promise.all([signedIn(browser, 'admin', faults), signedIn(browser, 'primary', faults)])).map(({ page }) => page) as [Page, Page]; // Two were asked for.
});
afterEach(() => { expect([...faults.splice(0), ...outbound.faults.splice(0)]).toEqual([]); });
afterAll(async () => {
  await connect(null);
  await browser.close();
  await Promise.all([fcm.close(), outbound.close()]);
});

const connect = async (token: string | null) => command(await signIn('admin'), { type: 'saveChat', slack: token === null ? null : { token, inviteResponders: true } });

describe.each(sizesOf('phone'))('on a %s window', (_size, viewport) => {
  beforeAll(async () => { await Promise.all([admin, priya].map((page) => page.setViewportSize(viewport))); });

  it('an admin connects Slack and writes a plan; it runs, is seen, tried again, stopped, and done by hand', async () => {
    const { serviceId, key } = await newService([{ userIds: ['primary'], delaySeconds: 600 }]);
    const name = `Plan ${unique()}`;
    tidyLater(async () => {
      const { docs } = await db().collection('responsePlans').where('name', '==', name).get();
      await Promise.all(docs.map(({ ref }) => ref.delete()));
    });

    await connect(null);
    await admin.goto(`${origin}/plans`);
    await admin.getByTestId('default-SEV2').getByText('Open a channel and draft the public notice').waitFor();
    await admin.getByTestId('connect-slack').click();
    await sheet(admin).getByTestId('chat-token').fill('xoxb-0000000000-wrong');
    await sheet(admin).getByTestId('save-chat').click();
    await sheet(admin).getByText('Slack does not know this token.').waitFor();
    // The browser itself notes that the command was refused.
    expect(faults.splice(0)).toEqual([expect.stringContaining('status of 400')]);
    await sheet(admin).getByTestId('chat-token').fill(outbound.slack.token);
    await sheet(admin).getByTestId('save-chat').click();
    await admin.getByTestId('chat-connected').getByText('Acme').waitFor();
    await closed(admin);

    await admin.getByTestId('new-plan').click();
    await admin.getByLabel('Name').fill(name);
    await admin.getByTestId('save').click();
    await admin.getByText('Choose at least one severity.').waitFor();
    await admin.getByLabel('SEV1 Critical').check();
    await admin.getByLabel(`Service ${serviceId}`).check();
    for (const kind of ['startCadence', 'openChannel', 'postUpdate']) {
      await admin.getByTestId('add-step').click();
      await sheet(admin).getByTestId(`add-${kind}`).click();
      await closed(admin);
    }
    await admin.getByLabel('Move step 2, Open a channel, up').click();
    await admin.getByTestId('dry-run').click();
    await admin.getByTestId('planned').filter({ hasText: /Creates #inc-…-.* in Acme/ }).waitFor();
    expect(outbound.to('slack.com').filter(({ path }) => path !== '/api/auth.test')).toEqual([]);
    await admin.getByTestId('save').click();
    await admin.getByTestId('plan-row').filter({ hasText: name }).waitFor();

    // Slack refuses the first time; what comes after it is done meanwhile.
    outbound.answerWith('slack.com', { status: 200, body: '{"ok":false,"error":"restricted_action"}' });
    const incidentId = await trigger(key, { severity: 'critical', title: 'Answering 503' });
    await command(await signIn('primary'), { type: 'acknowledge', incidentId });
    await priya.goto(`${origin}/incidents/${incidentId}`);
    const steps = priya.getByTestId('plan-step');
    await steps.filter({ hasText: 'The workspace does not let the Slack app create channels.' }).waitFor();
    await priya.locator('[data-testid=plan-step][data-state=done]').nth(1).waitFor();
    await priya.getByTestId('retry-step').click();
    await steps.filter({ hasText: 'is open in Acme' }).waitFor();
    await priya.getByRole('link', { name: /in Slack/ }).waitFor();
    expect(outbound.slack.channels.filter((channel) => channel.name.startsWith(incidentId.toLowerCase())).map(({ messages, invited }) => [messages.length, invited])).toEqual([[1, ['UPRIYA']]]);

    // By hand: a sentence first, then the deed, under her name.
    await at.warRoomSettings().set({ standing: { main: { name: 'Bridge', url: 'https://meet.example/bridge', dialIns: [] }, backup: null } });
    tidyLater(() => at.warRoomSettings().delete());
    await priya.getByTestId('plan-by-hand').click();
    await sheet(priya).getByTestId('by-hand-makeWarRoom').click();
    await sheet(priya).getByText('Opens Bridge for the incident.').waitFor();
    await sheet(priya).getByTestId('do-step').click();
    await steps.filter({ hasText: 'Open the war room' }).filter({ hasText: 'Priya Nair' }).waitFor();
    await closed(priya);
  });

  it('a plan that hangs is stopped, and says who stopped it', async () => {
    const { key } = await newService([{ userIds: ['primary'], delaySeconds: 600 }]);
    await connect(outbound.slack.token);
    outbound.answerWith('slack.com', 'hold', 'hold', 'hold');
    const incidentId = await trigger(key, { severity: 'critical', title: 'Answering 503' });
    await command(await signIn('primary'), { type: 'acknowledge', incidentId });
    await priya.goto(`${origin}/incidents/${incidentId}`);
    await priya.getByTestId('stop-plan').click();
    await priya.getByTestId('plan-stopped').getByText('Stopped by Priya Nair. Nothing more runs by itself.').waitFor();
    await priya.getByTestId('stop-plan').waitFor({ state: 'detached' });
  });
});
