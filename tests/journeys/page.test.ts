import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { alertmanagerBody } from '../alertmanagerBody';
import { hook, trigger, unique } from '../rouse';
import { incidentBecomes, incidentNow, newService, setDevices } from '../store';
import { FakeFcm } from '../fakes/fcm';
import { launch, type Person, signedIn } from './browser';
import { makeQuiet } from '../quiet';

// Somebody's devices may be left from other tests: a push service that does not answer is another test's matter.
const fcm = new FakeFcm();
let browser: Browser;
let primary: Person;
let secondary: Person;
const faults: string[] = [];

beforeAll(async () => {
  await Promise.all([fcm.listen(), setDevices('primary', []), makeQuiet()]);
  browser = await launch();
  [primary, secondary] = await Promise.all([signedIn(browser, 'primary', faults), signedIn(browser, 'secondary', faults)]);
});
afterAll(async () => {
  await browser.close();
  await fcm.close();
});
afterEach(async () => {
  expect(faults.splice(0)).toEqual([]);
  await makeQuiet();
});

it('an alert becomes an incident on the screen, the alarm is shown, one tap acknowledges, another browser sees it, the source resolves it', async () => {
  const group = unique();
  const fired = Date.now();
  const { body } = await hook('alertmanager', alertmanagerBody({ group, firing: ['till-1', 'till-2'] }));
  const id = body.results[0]?.incidentId ?? '';
  const alarm = primary.page.getByTestId('alarm');
  await alarm.getByText('till-1 is down').waitFor();
  const shownAfter = Date.now() - fired;
  // Why me, and who is next: as soon as schedules and people are read.
  await alarm.getByText('You are primary.').waitFor();
  await alarm.getByText(/Sam Weber is paged/).waitFor();
  await primary.page.getByTestId('alarm-acknowledge').click();
  const incident = await incidentBecomes(id, ({ status }) => status === 'acknowledged');
  expect(incident.status === 'acknowledged' && incident.owner.userId).toBe('primary');
  await alarm.waitFor({ state: 'detached' });
  await secondary.page.goto(`http://127.0.0.1:5050/incidents/${id}`);
  await secondary.page.getByTestId('incident-status').filter({ hasText: 'Priya Nair' }).first().waitFor();
  await hook('alertmanager', alertmanagerBody({ group, resolved: ['till-1', 'till-2'] }));
  await secondary.page.getByTestId('incident-status').filter({ hasText: /resolved/i }).first().waitFor();
  console.log(`alert sent to alarm shown: ${shownAfter} ms`);
});

it('a page nobody acknowledged reaches the next person\'s screen', async () => {
  const { key } = await newService([{ userIds: ['primary'], delaySeconds: 3 }, { userIds: ['secondary'], delaySeconds: 600 }]);
  const id = await trigger(key, { title: 'Nobody takes this' });
  await secondary.page.getByTestId('alarm').getByRole('heading', { name: 'Nobody takes this' }).waitFor();
  await secondary.page.getByTestId('alarm-acknowledge').click();
  await incidentBecomes(id, ({ status }) => status === 'acknowledged');
  // The first person's alarm says who took it instead of ringing on.
  const alarm = primary.page.getByTestId('alarm');
  await alarm.getByText(/^Acknowledged by Sam Weber/).waitFor();
  await primary.page.getByTestId('alarm-dismiss').click();
  await alarm.waitFor({ state: 'detached' });
});

it('an alarm that ended gives way to one that rings', async () => {
  const { key } = await newService();
  await trigger(key, { title: 'Over soon', dedupKey: 'over-soon' });
  const alarm = primary.page.getByTestId('alarm');
  await alarm.getByText('Over soon').waitFor();
  await hook('generic', { title: 'Over soon', dedupKey: 'over-soon', status: 'resolved' }, key);
  await alarm.getByText(/^Resolved by itself/).waitFor();
  const id = await trigger(key, { title: 'Burning now' });
  await alarm.getByRole('heading', { name: 'Burning now' }).waitFor();
  await primary.page.getByTestId('alarm-acknowledge').click();
  await incidentBecomes(id, ({ status }) => status === 'acknowledged');
});

it('an acknowledge without a network is shown as not yet sent, never as done, and is sent when the network is back', async () => {
  const { key } = await newService();
  const id = await trigger(key, { title: 'Found in a tunnel' });
  await primary.page.getByTestId('alarm').getByRole('heading', { name: 'Found in a tunnel' }).waitFor();
  await primary.context.setOffline(true);
  await primary.page.getByTestId('alarm-acknowledge').click();
  await primary.page.getByTestId('not-yet-sent').first().waitFor();
  expect((await incidentNow(id)).status).toBe('triggered');
  await primary.context.setOffline(false);
  await incidentBecomes(id, ({ status }) => status === 'acknowledged', 30_000);
  await primary.page.getByTestId('not-yet-sent').waitFor({ state: 'detached' });
});

it('undo takes the acknowledge back', async () => {
  const { key } = await newService();
  const id = await trigger(key, { title: 'Tapped in my sleep' });
  // Its own heading: while the listeners come back after the flight the alarm may still be of another, and name this one among the others.
  await primary.page.getByTestId('alarm').getByRole('heading', { name: 'Tapped in my sleep' }).waitFor();
  await primary.page.getByTestId('alarm-acknowledge').click();
  await incidentBecomes(id, ({ status }) => status === 'acknowledged', 30_000);
  await primary.page.getByTestId('undo').first().click();
  const incident = await incidentBecomes(id, ({ status }) => status === 'triggered');
  expect(incident.escalation.episode).toBe(2);
});

it('a stakeholder sees the incident and can change nothing', async () => {
  const id = await trigger((await newService()).key, { title: 'Seen from outside' });
  const stakeholder = await signedIn(browser, 'stakeholder', faults);
  await stakeholder.page.goto(`http://127.0.0.1:5050/incidents/${id}`);
  await stakeholder.page.getByText('Seen from outside').first().waitFor();
  expect(await stakeholder.page.getByTestId('primary-action').count()).toBe(0);
  await stakeholder.context.close();
});
