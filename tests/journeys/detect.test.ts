import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { grafana } from '#domain/ingest/grafana/grafana';
import { Incident } from '#domain/incident/incident';
import { incidentFits, origin, until } from '../rouse';
import { db, incidentBecomes, newService, setDevices } from '../store';
import { launch, type Person, signedIn } from './browser';

let browser: Browser;
let admin: Person;
const faults: string[] = [];

beforeAll(async () => {
  await setDevices('primary', []);
  browser = await launch();
  admin = await signedIn(browser, 'admin', faults);
});
afterAll(() => browser.close());
afterEach(() => {
  expect(faults.splice(0)).toEqual([]);
});

it('an admin connects Grafana: the key is shown once, the first event appears by itself, and it has paged', async () => {
  // Its policy pages secondary, whose browser is not open here: no alarm covers the admin's screen.
  const { serviceId } = await newService([{ userIds: ['secondary'], delaySeconds: 600 }]);
  const { page } = admin;
  await page.goto(`${origin}/integrations/new?service=${serviceId}`);
  await page.getByTestId('tool-grafana').click();
  await page.getByRole('button', { name: 'Make the key' }).click();
  const shown = page.getByTestId('hook-url');
  await shown.waitFor();
  const address = /https?:\/\/\S+\/v1\/hooks\/grafana\/[\w-]{32}/.exec(await shown.innerText())?.[0] ?? '';
  expect(address).toContain(`${origin}/v1/hooks/grafana/`);
  expect(await page.getByTestId('snippet').innerText()).toContain(address);

  const now = Date.now();
  const post = (body: unknown) => fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  expect((await post(grafana.demo.firing(now))).status).toBe(202);
  await page.getByTestId('first-event').filter({ hasText: /First event/ }).waitFor();
  const found = await until(db().collection('incidents').where('serviceId', '==', serviceId), ([first]) => Incident.safeParse(first).data);
  expect(found.status).toBe('triggered');
  expect((await post(grafana.demo.resolved?.(now + 1_000))).status).toBe(202);
  await incidentBecomes(found.id, ({ status }) => status === 'resolved');

  await page.getByTestId('key-copied').click();
  await page.getByTestId('key-copied').click();
  await page.getByTestId('events').getByTestId('event').first().waitFor();
  // The key is nowhere any more.
  expect(await page.locator('body').innerText()).not.toContain(address);
});

it('a responder declares an incident by hand, and its service pages', async () => {
  const { serviceId } = await newService([{ userIds: ['secondary'], delaySeconds: 600 }]);
  const primary = await signedIn(browser, 'primary', faults);
  const { page } = primary;
  await page.goto(`${origin}/report`);
  const began = Date.now();
  await page.getByLabel('What is wrong').fill('Nobody can pay with a card');
  await page.getByTestId('report-service').filter({ hasText: `Service ${serviceId}` }).click();
  await page.getByTestId('report-SEV1').click();
  await page.getByTestId('report-send').click();
  await page.waitForURL(/\/incidents\/INC-/);
  expect(Date.now() - began).toBeLessThan(20_000);
  const id = /INC-[0-9A-Z]{6}/.exec(page.url())?.[0] ?? '';
  const incident = await until(db().doc(`incidents/${id}`), incidentFits(({ responders }) => responders.length > 0));
  expect(incident).toMatchObject({ severity: 'SEV1', title: 'Nobody can pay with a card', declaredBy: { userId: 'primary' }, serviceId });
  await primary.context.close();
});
