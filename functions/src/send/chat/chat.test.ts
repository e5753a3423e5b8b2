import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { FakeOutbound, type OutboundAnswer } from '../../../../tests/fakes/outbound';
import { SlackMessage, TeamsMessage } from '../../../../tests/fakes/outboundSchema';
import type { ChannelResult } from '../channelResult';
import { type ChatMessage, isSlackUrl, isTeamsUrl, postToSlack, postToTeams, slackMessage, teamsMessage } from './chat';

vi.hoisted(() => { process.env.ROUSE_LOCAL = 'true'; });

const fake = new FakeOutbound();
const slack = 'https://hooks.slack.com/services/T000/B000/XXXX';
const teams = 'https://prod-01.westeurope.logic.azure.com/workflows/abc/triggers/manual/paths/invoke?api-version=2016-06-01&sig=x';
const message: ChatMessage = {
  severity: 'SEV1', status: 'paging Priya', title: 'Checkout is answering 503', serviceName: 'Checkout', lines: ['2 alerts firing.', 'Sam is paged in 2 min.'],
  url: 'https://rouse.example/incidents/INC-K7Q2MD',
};
const nasty: ChatMessage = {
  ...message, title: '<!channel> & [free](https://evil.example) *bold* > x | y\n\nz', serviceName: '<https://evil.example|Checkout>', lines: ['<@U1> & <b>', `${'long <'.repeat(3_000)}`, ...Array.from({ length: 40 }, () => '&'.repeat(290))],
};

beforeAll(async () => {
  await fake.listen();
  vi.stubEnv('ROUSE_FAKE_OUTBOUND', fake.address);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await fake.close();
});
afterEach(() => {
  expect(fake.faults).toEqual([]);
  fake.posted.length = 0;
});

describe('Slack', () => {
  it('gets blocks and the same words as text', async () => {
    expect(await postToSlack(slack, message)).toEqual({ kind: 'sent', provider: 'slack', providerId: null });
    const [posted] = fake.to('hooks.slack.com');
    expect(posted).toMatchObject({ method: 'POST', path: '/services/T000/B000/XXXX' });
    const { text, blocks } = SlackMessage.parse(JSON.parse(posted?.body ?? ''));
    expect(text).toBe('◆ SEV1 Checkout: Checkout is answering 503 · paging Priya');
    expect(blocks.map((block) => (block.type === 'section' ? block.text.text : block.elements[0]?.text))).toEqual([
      `*<${message.url}|◆ SEV1 Checkout: Checkout is answering 503>*`, 'paging Priya', '2 alerts firing.\nSam is paged in 2 min.',
    ]);
  });

  it('of a drill hears that first', () => {
    const drill = { ...message, title: 'Payments fail', isDrill: true };
    expect(slackMessage(drill).text).toBe('DRILL ◆ SEV1 Checkout: Payments fail · paging Priya');
    expect(teamsMessage(drill).summary).toBe('DRILL SEV1 Checkout: Payments fail');
    expect(JSON.stringify(teamsMessage(drill).attachments[0]?.content.body[0])).toContain('"DRILL ◆ SEV1 "');
  });

  it('is told words, whatever an alert says', async () => {
    expect(await postToSlack(slack, nasty)).toMatchObject({ kind: 'sent' });
    expect(fake.posted[0]?.body).not.toMatch(/<!channel>|<@U1>|<https:\/\/evil/);
    expect(SlackMessage.safeParse(slackMessage({ ...message, lines: [] })).success).toBe(true);
  });

  it.each(['https://hooks.slack.com.evil.example/x', 'https://evil.example/hooks.slack.com', 'http://hooks.slack.com/x', 'https://u@hooks.slack.com/x', 'nothing'])('is not at %s', async (url) => {
    expect(isSlackUrl(url)).toBe(false);
    expect(await postToSlack(url, message)).toEqual({ kind: 'failed', reason: 'addressRefused' });
    expect(fake.posted).toEqual([]);
  });

  it.each<[OutboundAnswer, ChannelResult]>([
    [{ status: 429, headers: { 'retry-after': '30' } }, { kind: 'retry', why: 'slack answered 429', afterMs: 30_000 }],
    [{ status: 500 }, { kind: 'retry', why: 'slack answered 500' }],
    [{ status: 404, body: 'no_service' }, { kind: 'failed', reason: 'addressRefused' }],
    [{ status: 410, body: 'channel_is_archived' }, { kind: 'failed', reason: 'addressRefused' }],
    [{ status: 403, body: 'action_prohibited' }, { kind: 'failed', reason: 'providerRefused' }],
    [{ status: 302, headers: { location: 'https://evil.example/' } }, { kind: 'failed', reason: 'providerRefused' }],
    ['cut', { kind: 'retry', why: 'socket hang up' }],
  ])('that answers %j', async (answer, result) => {
    fake.answerWith('hooks.slack.com', answer);
    expect(await postToSlack(slack, message)).toEqual(result);
    expect(fake.posted).toHaveLength(1);
  });
});

describe('Teams', () => {
  it('gets an Adaptive Card', async () => {
    expect(await postToTeams(teams, message)).toEqual({ kind: 'sent', provider: 'teams', providerId: null });
    const { content } = TeamsMessage.parse(JSON.parse(fake.posted[0]?.body ?? '')).attachments[0];
    expect(content.body.map(({ inlines }) => inlines.map(({ text }) => text).join(''))).toEqual([
      '◆ SEV1 Checkout: Checkout is answering 503', 'paging Priya', '2 alerts firing.', 'Sam is paged in 2 min.',
    ]);
    expect(content.actions).toEqual([{ type: 'Action.OpenUrl', title: 'Open in Rouse', url: message.url }]);
  });

  it('is told no more than it takes', async () => {
    expect(await postToTeams(teams, nasty)).toMatchObject({ kind: 'sent' });
    expect(TeamsMessage.safeParse(teamsMessage({ ...nasty, severity: 'SEV4' })).success).toBe(true);
  });

  it.each([teams, 'https://org.webhook.office.com/webhookb2/x', 'https://default1.environment.api.powerplatform.com/x', 'https://relay.example/x'])('may be at %s', (url) => {
    expect(isTeamsUrl(url)).toBe(true);
  });

  it.each([slack, 'http://org.webhook.office.com/x', 'x'])('is not at %s', async (url) => {
    expect(await postToTeams(url, message)).toEqual({ kind: 'failed', reason: 'addressRefused' });
  });

  it('is never asked at a private address', async () => {
    expect(await postToTeams('https://10.0.0.1/x', message)).toEqual({ kind: 'failed', reason: 'addressRefused' });
    expect(fake.posted).toEqual([]);
  });
});

describe('the stand-in', () => {
  const raw = (host: string, body: string) => new Promise<number>((resolve, reject) => {
    const [hostname, port] = fake.address.split(':');
    request({ hostname, port, method: 'POST', path: '/x', headers: { Host: host, 'Content-Type': 'application/json' } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    }).on('error', reject).end(body);
  });

  it.each([
    ['hooks.slack.com', 'no JSON'],
    ['hooks.slack.com', JSON.stringify({ text: 'x', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '<!channel>' } }] })],
    ['org.webhook.office.com', JSON.stringify({ type: 'message', attachments: [] })],
  ])('refuses what %s refuses: %s', async (host, body) => {
    expect(await raw(host, body)).toBe(400);
    expect(fake.faults.splice(0)).toEqual([expect.stringContaining(`${host} does not take this`)]);
  });
});
