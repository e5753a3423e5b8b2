import { describe, expect, it } from 'vitest';
import { acknowledge } from '#domain/incident/take';
import type { Incident } from '#domain/incident/incident';
import { Notification } from '#domain/notification/notification';
import { mostOfRunbook, PageView } from '#domain/notification/pageView';
import { Runbook } from '#domain/runbook/runbook';
import { stepsOf } from '#domain/runbook/steps';
import { noon, sampleFacts, sampleIncident, sampleNotification, samplePerson } from '#domain/samples';
import { replyCodeOf } from '../send/sms/text';
import { viewOf, type ViewParts } from './pageView';

const facts = sampleFacts();
const incident = sampleIncident();
const [paged] = incident.responders;
const me = samplePerson(paged?.userId ?? '');
const notification = sampleNotification({ userId: me.id, incidentId: incident.id, why: 'primary', tokenExpiresAt: noon + 1_000 });
const parts = (own: Partial<ViewParts> = {}): ViewParts =>
  ({ notification, person: me, facts, runbook: null, alerts: [], standingRoom: null, told: [], smsNumber: null, ...own });
const runbook = (markdown: string) => Runbook.parse({ id: 'r', title: 'Checkout is failing', serviceIds: [], markdown });
const sms = (id: string, own: Partial<Notification> = {}) =>
  Notification.parse({ ...notification, id, channel: 'sms', episode: incident.escalation.episode, sendingAt: noon, createdAt: noon, ...own });

describe('what a page shows without a session', () => {
  it('says what is wrong, why its reader, and fits the shape that the app reads', () => {
    const view = viewOf(incident, parts(), noon);
    expect(PageView.parse(JSON.parse(JSON.stringify(view)))).toEqual(view);
    expect(view).toMatchObject({ kind: 'page', title: incident.title, status: 'triggered', holder: null, why: 'You are primary.', expiresAt: noon + 1_000, runbook: null, room: null, smsCode: null });
    expect(view.statusLine).not.toBe('');
  });

  it('names who has it once somebody has', () => {
    const decision = acknowledge(incident, { userId: 'other', name: 'Sam Weber' }, facts.severities, noon);
    if (decision.kind !== 'done') throw new Error(decision.kind);
    expect(viewOf(decision.turn.incident, parts(), noon)).toMatchObject({ status: 'acknowledged', holder: 'Sam Weber', next: null });
  });

  it('brings the first step with its command, filled from the labels, and the runbook without its front matter', () => {
    const markdown = '---\ntitle: x\n---\n# Failing\n\n1. Look at `{{region}}`\n   ```sh\n   kubectl logs {{region}}\n   ```\n2. Restart\n';
    const view = viewOf(incident, parts({ runbook: runbook(markdown), alerts: [{ status: 'firing', labels: { region: 'eu-1' } }] }), noon);
    expect(view.runbook).toMatchObject({ firstCommand: { text: 'kubectl logs eu-1', missing: [] }, markdown: expect.not.stringContaining('title: x') as string });
    expect(view.runbook?.firstStep).toMatch(/^Look at/);
    const ticked: Incident = { ...incident, ticks: stepsOf(markdown).slice(0, 1).map(({ key }) => ({ runbookId: 'r', step: key, state: 'done', by: 'Ada', at: noon })) };
    expect(viewOf(ticked, parts({ runbook: runbook(markdown) }), noon).runbook).toMatchObject({ firstStep: 'Restart', firstCommand: null });
  });

  it('cuts a runbook that is too large at a line, closes its code, and says so', () => {
    const view = viewOf(incident, parts({ runbook: runbook(`1. Run\n\n\`\`\`\n${'é'.repeat(99).concat('\n').repeat(400)}\`\`\`\n`) }), noon);
    const text = view.runbook?.markdown ?? '';
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(mostOfRunbook);
    expect(text.match(/```/g)).toHaveLength(2);
    expect(text).toMatch(/\n```\n\nThe rest is in Rouse\.$/);
  });

  it('offers the room of the incident before the standing one', () => {
    const room = (name: string) => ({ main: { name, url: null, dialIns: [{ label: '', number: '+49301234', code: '12#' }] }, backup: null });
    expect(viewOf(incident, parts({ standingRoom: room('Standing') }), noon).room).toEqual({ name: 'Standing', url: null, dial: 'tel:+49301234,,12%23' });
    const own: Incident = { ...incident, warRoom: room('Own') };
    expect(viewOf(own, parts({ standingRoom: room('Standing') }), noon).room?.name).toBe('Own');
  });
});

describe('the code to answer by SMS', () => {
  const code = (told: Notification[], smsNumber: string | null = '+4930123456') => viewOf(incident, parts({ told, smsNumber }), noon).smsCode;
  it('is that of the newest SMS of this episode, or of the one that bundled it', () => {
    expect(code([sms('b'), sms('a')])).toBe(replyCodeOf('b'));
    expect(code([sms('a', { bundleId: 'lead' })])).toBe(replyCodeOf('lead'));
  });
  it('is none where none would be understood', () => {
    expect(code([])).toBeNull();
    expect(code([sms('a', { channel: 'push' })])).toBeNull();
    expect(code([sms('a', { sendingAt: null })])).toBeNull();
    expect(code([sms('a', { episode: incident.escalation.episode + 1 })])).toBeNull();
    expect(code([sms('a')], null)).toBeNull();
  });
});

it('gives the numbers of the others alone, and only of those who said so', () => {
  const responders = ['me', 'open', 'shut', 'gone'].map((userId) => ({ userId: userId === 'me' ? me.id : userId, name: userId, state: 'paged', at: noon }) as const);
  const people = {
    ...facts.people, [me.id]: { ...me, callNumber: '+491' }, open: { ...samplePerson('open', { name: 'Open' }), callNumber: '+4930111' },
    shut: samplePerson('shut'), gone: { ...samplePerson('gone'), callNumber: '+4930222', active: false },
  };
  expect(viewOf({ ...incident, responders }, parts({ facts: { ...facts, people } }), noon).callNumbers).toEqual([{ name: 'Open', number: '+4930111' }]);
});
