import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { anIncident, slack } from '#domain/plan/forTests';
import { FakeOutbound, type OutboundAnswer } from '../../../../tests/fakes/outbound';
import type { ChatMessage } from '../../send/chat/chat';
import { openSlackChannel } from './channel';

vi.hoisted(() => { process.env.ROUSE_LOCAL = 'true'; });

const fake = new FakeOutbound();
const incident = { ...anIncident(), responders: [] };
const card: ChatMessage = { severity: 'SEV1', status: 'paging Priya', title: '<!channel> & "503"', serviceName: 'Checkout', lines: ['Talk about it here.'], url: 'https://rouse.example/incidents/INC-K7Q2MD' };
const open = () => openSlackChannel(incident, card, { ...slack, inviteResponders: false }, fake.slack.token);

beforeAll(async () => {
  await fake.listen();
  vi.stubEnv('ROUSE_FAKE_OUTBOUND', fake.address);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await fake.close();
});
afterEach(() => {
  expect(fake.faults.splice(0)).toEqual([]);
  fake.posted.length = 0;
  fake.slack.channels.length = 0;
});

const names = () => fake.slack.channels.map(({ name, messages }) => `${name} ${messages.length}`);

it('opens a channel with the incident in it, and a second time finds it and says nothing again', async () => {
  expect(await open()).toMatchObject({ kind: 'done', result: '#inc-k7q2md-checkout is open in Acme.', link: { text: '#inc-k7q2md-checkout in Slack' } });
  expect(await open()).toMatchObject({ kind: 'done' });
  expect(names()).toEqual(['inc-k7q2md-checkout 1']);
  expect(fake.slack.channels[0]?.topic).toMatch(/^INC-K7Q2MD SEV1: Checkout is answering 503 · https:\/\/rouse\.example/);
});

it('says what is missing where an earlier try died before it could', async () => {
  fake.slack.add('inc-k7q2md-checkout');
  await open();
  expect(names()).toEqual(['inc-k7q2md-checkout 1']);
});

it.each([['is somebody else’s', { isMember: false }], ['was archived', { isArchived: true }]])('takes another name where the first %s', async (_what, fields) => {
  fake.slack.add('inc-k7q2md-checkout', fields);
  expect(await open()).toMatchObject({ kind: 'done', result: '#inc-k7q2md-checkout-2 is open in Acme.' });
  expect(names()).toEqual(['inc-k7q2md-checkout 0', 'inc-k7q2md-checkout-2 1']);
});

it.each<[OutboundAnswer, object]>([
  ['cut', { kind: 'retry', result: 'Slack does not answer.' }], [{ status: 500 }, { kind: 'retry', result: 'Slack does not answer.' }], [{ status: 200, body: 'no JSON' }, { kind: 'retry', result: 'Slack does not answer.' }],
  [{ status: 429, headers: { 'retry-after': '30' }, body: '{"ok":false,"error":"ratelimited"}' }, { kind: 'retry', result: 'Slack does not answer.', afterMilliseconds: 30_000 }],
  [{ status: 200, body: '{"ok":false,"error":"missing_scope"}' }, { kind: 'failed', result: 'The Slack app lacks a scope. Add it, and install the app again.' }],
  [{ status: 200, body: '{"ok":false,"error":"brand_new_error"}' }, { kind: 'failed', result: 'Slack refused it (brand_new_error).' }],
])('that is answered %j is told', async (answer, outcome) => {
  fake.answerWith('slack.com', answer);
  expect(await open()).toEqual(outcome);
  expect(fake.slack.channels).toEqual([]);
});

it('fails with another token, and names it nowhere', async () => {
  const outcome = await openSlackChannel(incident, card, slack, 'xoxb-0000000000-wrong');
  expect(outcome).toEqual({ kind: 'failed', result: 'Slack does not know the bot token any more. An admin has to connect Slack again.' });
});
