import { expect } from 'vitest';
import { type FakeOutbound, receivedWebhook } from '../fakes/outbound';
import { origin, trigger } from '../rouse';
import { incidentBecomes, timelineOf } from '../store';
import { type Person, workerOf } from './browser';
import { place, saved, sent, serviceOfAda, source } from './runbookPages';
import { sheet, tab } from './sheet';

export type Worked = { incidentId: string; runbookId: string; title: string };

/** Priya works by a runbook in an incident of its service: its command filled and copied, steps ticked and skipped, its action tried dry and run. `mark` is in all that it makes. */
export async function workBy(device: Person, outbound: FakeOutbound, mark: string): Promise<Worked> {
  const { page: priya } = device;
  const { key, serviceId } = await serviceOfAda();
  const host = `${mark.toLowerCase()}.example.org`;
  const { key: secret = '' } = await sent('admin', 'saveDestination', { destinationId: null, name: `Runner ${mark}`, kind: 'webhook', enabled: true, serviceIds: [], url: `https://${host}/hook` });
  const title = `Checkout ${mark}`;
  const runbookId = await saved(source(title, [`services: [${serviceId}]`, 'symptoms: [Orders fall to zero]', `actions: [{ name: diagnose, title: Collect diagnostics, webhook: Runner ${mark} }]`],
    '1. Count the connections of {{instance}}.\n\n   ```sh\n   psql -h {{instance}} -p {{port}}\n   ```\n\n2. Roll the deploy back.\n\n3. Ask the machine.\n\n   ```action diagnose\n   ```\n\n4. Call the owner.\n'));
  const incidentId = await trigger(key, { title: `Pool is empty ${mark}`, severity: 'critical', labels: { instance: 'db-1.example.org' } });

  // Now has the first step, with its command as it is to be pasted; what no alert says is left, and named.
  await place(priya, 'Incidents');
  await priya.locator(`[data-incident-id="${incidentId}"]`).click();
  await priya.getByTestId('first-step').filter({ hasText: 'Count the connections of db-1.example.org.' }).waitFor();
  await priya.getByText('Left for you to fill: port.').waitFor();
  await priya.getByTestId('copy').first().click();
  await priya.getByTestId('toast').filter({ hasText: 'Copied: psql -h db-1.example.org' }).waitFor();
  expect(await priya.evaluate(() => navigator.clipboard.readText())).toBe('psql -h db-1.example.org -p {{port}}');

  // The runbook, step by step: each tick is an entry in the timeline.
  await priya.getByTestId('open-runbook').click();
  const step = (n: number) => priya.getByTestId('step').nth(n - 1);
  await step(1).getByTestId('step-done').click();
  await step(2).getByTestId('step-skip').click();
  await step(1).getByTestId('step-said').filter({ hasText: /^Done by Priya Nair/ }).waitFor();
  await step(2).getByTestId('step-said').filter({ hasText: /^Skipped by Priya Nair/ }).waitFor();
  await priya.getByTestId('steps-progress').filter({ hasText: '1 of 4 done, 1 skipped' }).waitFor();
  await priya.getByTestId('whole-runbook').click();
  await priya.getByText('Orders fall to zero').waitFor();

  // The action: what it calls is said before it is called; first dry, then in earnest.
  outbound.answerWith(host, { status: 200, body: 'would read the heap' }, { status: 200, body: 'heap: 82 %' });
  await step(3).getByTestId('step-action').click();
  await sheet(priya).getByText(`Rouse calls Runner ${mark} (${host}) with ${incidentId}, signed.`).waitFor();
  expect(outbound.to(host)).toEqual([]);
  await sheet(priya).getByTestId('dry-run').click();
  await priya.getByTestId('action-run').filter({ hasText: /The dry run succeeded at .*, asked for by Priya Nair/ }).waitFor();
  await step(3).getByText('would read the heap').waitFor();
  await step(3).getByTestId('step-action').click();
  await sheet(priya).getByTestId('run').click();
  await priya.getByTestId('action-run').filter({ hasText: /The run succeeded at / }).waitFor();
  await step(3).getByText('heap: 82 %').waitFor();
  expect(outbound.to(host).map((posted) => receivedWebhook(posted, secret))).toMatchObject([true, false].map((dryRun) => ({
    type: 'runbook.action', dryRun, action: 'diagnose', incident: { id: incidentId }, labels: { instance: 'db-1.example.org' }, requestedBy: { name: 'Priya Nair' },
  })));

  await tab(priya, 'Timeline');
  const entry = (words: string | RegExp) => priya.getByTestId('timeline-entry').filter({ hasText: words }).first().waitFor();
  for (const words of [/Done: Count the connections of .* \(Checkout/, /Skipped: Roll the deploy back\./, 'would read the heap', 'heap: 82 %']) await entry(words);
  expect((await timelineOf(incidentId)).flatMap(({ changes }) => changes.flatMap((change) => (change.type === 'actionRun' ? [[change.dryRun, change.state]] : []))))
    .toEqual([[true, 'started'], [true, 'succeeded'], [false, 'started'], [false, 'succeeded']]);
  return { incidentId, runbookId, title };
}

/** The same without a network, in an app that is opened anew: the runbook is there, in the incident too; a tick is kept, said to be unsent, and arrives. */
export async function goOnOffline(device: Person, faults: string[], { incidentId, runbookId, title }: Worked): Promise<void> {
  const { context } = device;
  await workerOf(device);
  await context.setOffline(true);
  // Firestore prints that it is offline where it never was online; what breaks is still a fault.
  const anew = await context.newPage();
  anew.on('pageerror', (error) => faults.push(`opened offline: ${error.message}`));
  await anew.goto(`${origin}/runbooks/${runbookId}`);
  await anew.getByRole('article', { name: title }).getByText('Call the owner.').waitFor();
  await place(anew, 'Incidents');
  await anew.locator(`[data-incident-id="${incidentId}"]`).click();
  await tab(anew, 'Runbook');
  const lastStep = anew.getByTestId('step').nth(3);
  await lastStep.getByTestId('step-done').click();
  await lastStep.getByTestId('step-said').filter({ hasText: /^Done here\. Not yet sent/ }).waitFor();
  await context.setOffline(false);
  await incidentBecomes(incidentId, ({ ticks }) => ticks.length === 3, 45_000);
  await lastStep.getByTestId('step-said').filter({ hasText: /^Done by Priya Nair/ }).waitFor();
  await anew.close();
}
