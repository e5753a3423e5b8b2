import { describe, expect, it } from 'vitest';
import { noon, sampleService } from '../samples';
import { aboutOf, type PlanFacts } from './facts';
import { aDestination, anIncident, cadence, planFactsOf, post, slack } from './forTests';
import { type Foreseen, foresee } from './foresee';
import type { PlanStep } from './plan';

const dry = { severity: 'SEV1', serviceId: 'checkout', incident: null } as const;
const create: PlanStep = { kind: 'openChannel', how: { by: 'createSlack' }, backupId: 'ops' };
const destinations = { ops: aDestination('ops', 'slack'), off: aDestination('off', 'teams', { enabled: false }), bridge: aDestination('bridge', 'webhook', { host: 'bridge.example' }) };
const room = { standing: { main: { name: 'Bridge 1', url: 'https://meet.example/1', dialIns: [] }, backup: null } };
const page: PlanStep = { kind: 'page', targets: [], role: 'incidentCommander' };

describe('a dry run', () => {
  it.each<[string, PlanStep, Partial<PlanFacts>, Foreseen['would'], string]>([
    ['classify', { kind: 'classify', incidentType: 'outage', tags: ['eu', 'pay'] }, {}, 'run', 'Type outage, tags eu and pay.'],
    ['a channel in Slack', create, { chat: { slack }, destinations }, 'run', 'Creates #inc-…-checkout in Acme, invites those who are paged and posts the incident there; when Slack is down, to #ops.'],
    ['a channel without Slack', create, { destinations }, 'run', 'Slack is not connected. It posts to the backup, #ops.'],
    ['a channel without anything', create, {}, 'skip', 'Slack is not connected. There is no backup channel either.'],
    ['a post', post('ops'), { destinations }, 'run', 'Posts to #ops.'],
    ['a post to what is off', post('off'), { destinations }, 'skip', 'The channel is removed or switched off. There is no backup channel either.'],
    ['a page without targets', page, {}, 'run', 'Where the escalation policy has paged nobody: pages Priya and makes Priya incident commander.'],
    ['a page of somebody', { kind: 'page', targets: [{ kind: 'person', userId: 'sam' }], role: null }, {}, 'run', 'Pages Sam.'],
    ['a page of nobody', { kind: 'page', targets: [{ kind: 'schedule', scheduleId: 'weekly' }], role: null }, { schedules: {} }, 'fail', 'Nobody is reached by weekly now.'],
    ['a room', { kind: 'makeWarRoom' }, { warRoom: room }, 'run', 'Opens Bridge 1 for the incident.'], ['no room', { kind: 'makeWarRoom' }, {}, 'skip', 'No standing war room is set up.'],
    ['no component', { kind: 'draftStatusUpdate' }, {}, 'skip', 'Checkout has no component on the status page.'],
    ['a component', { kind: 'draftStatusUpdate' }, { services: { checkout: sampleService({ statusComponentId: 'api' }) } }, 'run', 'Drafts the public notice. It is public when somebody publishes it, or at once where the status page’s rule says so for this severity.'],
    ['a webhook', { kind: 'callWebhook', destinationId: 'bridge', name: 'Dump' }, { destinations }, 'run', 'Calls #bridge at bridge.example, signed. What it answers stands in the timeline.'],
    ['a webhook that is gone', { kind: 'callWebhook', destinationId: 'ops', name: 'Dump' }, { destinations }, 'fail', 'Its webhook is removed or switched off.'],
  ])('says of %s what it would do', (_what, step, fields, would, result) => expect(foresee(step, dry, planFactsOf(fields), noon)).toEqual({ would, result }));
});

describe('of an incident', () => {
  const about = (fields: Parameters<typeof anIncident>[0] = {}) => aboutOf(anIncident(fields));
  it.each<[string, PlanStep, ReturnType<typeof about>, Foreseen['would'], string]>([
    ['whom the policy has paged', page, about(), 'skip', 'Priya was paged by the escalation policy.'],
    ['a quiet one pages all the same', page, about({ urgency: 'low' }), 'run', 'Pages Priya and makes Priya incident commander.'],
    ['nobody was paged', page, about({ responders: [] }), 'run', 'Pages Priya and makes Priya incident commander.'],
    ['a drill is not told', { kind: 'draftStatusUpdate' }, about({ drillId: 'd' }), 'skip', 'A drill is never told to the public.'],
    ['a cadence that holds', cadence(30), about(), 'skip', 'An update is owed every 30 min already.'],
    ['the name of its channel', { kind: 'openChannel', how: { by: 'createSlack' }, backupId: null }, about(), 'run', 'Creates #inc-k7q2md-checkout in Acme, invites those who are paged and posts the incident there.'],
  ])('%s', (_what, step, of, would, result) => expect(foresee(step, of, planFactsOf({ chat: { slack } }), noon)).toEqual({ would, result }));
});
