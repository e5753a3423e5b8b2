import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { OnCallCommand } from '#domain/command/command';
import type { CommandAnswer } from '#domain/command/answer';
import { outboundPort } from '../../scripts/testing/borders';
import { adminToken, configurationIsRead, refusedOf } from '../configuring';
import { FakeOutbound, receivedWebhook } from '../fakes/outbound';
import { command, signIn, trigger, unique } from '../rouse';
import { at, db, newService, notificationsOf } from '../store';

const outbound = new FakeOutbound();
beforeAll(() => outbound.listen(outboundPort));
afterEach(() => {
  expect(outbound.faults.splice(0)).toEqual([]);
});
afterAll(() => outbound.close());

async function save(fields: Omit<Extract<OnCallCommand, { type: 'saveDestination' }>, 'type' | 'commandId' | 'destinationId'>): Promise<CommandAnswer> {
  const { status, body } = await command(await adminToken(), { type: 'saveDestination', destinationId: null, ...fields });
  expect({ status, error: body.error }).toEqual({ status: 200, error: undefined });
  return body.result;
}

describe('a destination that follows a service', () => {
  it('by Slack and Teams is told when an incident is triggered, acknowledged and resolved', async () => {
    const { key, serviceId } = await newService();
    const path = unique();
    await save({ name: 'Ops', kind: 'slack', enabled: true, serviceIds: [serviceId], url: `https://hooks.slack.com/services/T0/B0/${path}` });
    await save({ name: 'Ops in Teams', kind: 'teams', enabled: true, serviceIds: [serviceId], url: `https://example.webhook.office.com/${path}` });
    await configurationIsRead();
    const id = await trigger(key, { title: 'Answering 503', severity: 'critical' });
    const told = (host: string, word: string) => outbound.next((posted) => posted.host === host && posted.path.endsWith(path) && posted.body.includes(word) && posted.body.includes(id));
    for (const host of ['hooks.slack.com', 'example.webhook.office.com']) expect((await told(host, 'paging')).body).toContain('Answering 503');
    await command(await signIn('primary'), { type: 'acknowledge', incidentId: id });
    for (const host of ['hooks.slack.com', 'example.webhook.office.com']) await told(host, 'Priya Nair has it');
    await command(await signIn('primary'), { type: 'resolve', incidentId: id });
    for (const host of ['hooks.slack.com', 'example.webhook.office.com']) await told(host, 'resolved');
    const all = await notificationsOf(id, (sent) => sent.filter(({ destinationId }) => destinationId !== null).every(({ status }) => status === 'sent'));
    expect(all.filter(({ destinationId }) => destinationId !== null)).toHaveLength(6);
  });

  it("by webhook can be checked with Standard Webhooks' own library, and the address is nowhere in the clear", async () => {
    const { key, serviceId } = await newService();
    const host = `${unique().toLowerCase()}.example.org`;
    const { key: secret = '', savedId = '' } = await save({ name: 'Bridge', kind: 'webhook', enabled: true, serviceIds: [serviceId], url: `https://${host}/hidden-path` });
    expect(secret).toMatch(/^whsec_/);
    await configurationIsRead();
    const id = await trigger(key, { severity: 'critical' });
    const posted = await outbound.next((one) => one.host === host);
    expect(receivedWebhook(posted, secret)).toMatchObject({ type: 'incident.status', data: { incidentId: id, serviceId, severity: 'SEV1', status: 'triggered' } });
    expect(() => receivedWebhook({ ...posted, body: `${posted.body} ` }, secret)).toThrow();
    expect(JSON.stringify((await at.destination(savedId).get()).data())).not.toContain('hidden-path');
    const stored = await db().doc(`secrets/destination-${savedId}`).get();
    expect(stored.exists).toBe(true);
    expect(JSON.stringify(stored.data())).not.toMatch(/hidden-path|whsec/);
    await command(await signIn('primary'), { type: 'resolve', incidentId: id });
  });

  it('that does not answer is tried again, and the incident says so', async () => {
    const { key, serviceId } = await newService();
    const host = `${unique().toLowerCase()}.example.org`;
    await save({ name: 'Bridge', kind: 'webhook', enabled: true, serviceIds: [serviceId], url: `https://${host}/` });
    await configurationIsRead();
    outbound.answerWith(host, { status: 503 });
    const id = await trigger(key);
    await outbound.next((one) => one.host === host);
    await notificationsOf(id, (all) => all.some(({ channel, attempts, status }) => channel === 'webhook' && attempts === 2 && status === 'sent'), 40_000);
    expect(outbound.to(host)).toHaveLength(2);
    expect(new Set(outbound.to(host).map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    await command(await signIn('primary'), { type: 'resolve', incidentId: id });
  });
});

describe('an address', () => {
  it.each([
    ['webhook', 'https://10.0.0.1/hook'], ['webhook', 'https://[::1]/hook'], ['webhook', 'https://169.254.169.254/latest'], ['slack', 'https://example.org/services/T/B/x'],
  ])('that is private or no %s is refused: %s', async (kind, url) => {
    const refused = await refusedOf('saveDestination', { destinationId: null, name: 'Bridge', kind, enabled: true, serviceIds: [], url });
    expect([refused.code, refused.paths]).toEqual(['invalid', ['url']]);
  });
});
