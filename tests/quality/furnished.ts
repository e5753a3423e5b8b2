import type { Drill } from '#domain/drill/drill';
import { EscalationPolicy } from '#domain/escalation/policy';
import type { Heartbeat } from '#domain/heartbeat/heartbeat';
import type { MaintenanceWindow } from '#domain/maintenance/maintenanceWindow';
import { Notification } from '#domain/notification/notification';
import { shiftsBetween } from '#domain/oncall/oncall';
import { Schedule } from '#domain/oncall/schedule';
import { Contact, Person } from '#domain/people/person';
import type { ResponsePlan } from '#domain/plan/plan';
import type { KnownProblem } from '#domain/problem/knownProblem';
import { readinessId } from '#domain/readiness/shiftReadiness';
import type { WarRoomSettings } from '#domain/room/room';
import { Service } from '#domain/service/service';
import type { StatusComponent } from '#domain/statusPage/component';
import type { IncidentNotice, Notice, StatusPageSettings } from '#domain/statusPage/notice';
import { DAY, HOUR, MINUTE } from '#domain/time/instant';
import { seedDetection } from '../../scripts/seed/detection';
import { seedOnCall } from '../../scripts/seed/oncall';
import { seedServices } from '../../scripts/seed/services';
import { toStored } from '../../functions/src/store/instants';
import { at, db } from '../store';
import { furnishPast } from './furnishedPast';

/** Where what is planted lies; what was there before is put back. */
const collections = [
  'changes', 'coverRequests', 'destinations', 'drills', 'escalationPolicies', 'heartbeats', 'holidayCalendars', 'integrationKeys', 'integrations', 'knownProblems', 'maintenanceWindows', 'notices',
  'notifications', 'readiness', 'refusals', 'responsePlans',
  'routingRules', 'runbooks', 'schedules', 'services', 'settings', 'shiftNotes', 'statusComponents', 'subscriptions', 'users',
] as const;

const ada = { userId: 'admin', name: 'Ada Okafor' };

/**
 * Fills the screens for Sam (`secondary`): everything of `npm start -- --demo` but its history, and what goes wrong, is missing, late, off or over, so that rows, warnings
 * and gaps are on them. Resolves with what takes it all away again.
 */
export async function furnish(now: number): Promise<() => Promise<void>> {
  const before = new Map(await Promise.all(collections.map(async (name) => [name, (await db().collection(name).get()).docs] as const)));
  const contact = await at.contact('secondary').get();
  await seedServices(true);
  await seedDetection(now);
  await seedOnCall(now);
  await Promise.all([...onCall(), ...people(now), ...detection(now), ...told(now), ...knowledge(now), ...drills(now), ...plans(), ...statusPage(now)]);
  const unfurnishPast = await furnishPast(now);
  return async () => {
    await unfurnishPast();
    await Promise.all(collections.map(async (name) => {
      const kept = before.get(name) ?? [];
      const { docs } = await db().collection(name).get();
      const added = docs.filter(({ id }) => !kept.some((each) => each.id === id) && (name !== 'notifications' || id.startsWith('furnished-')));
      // People are changed by others too (who signs in); notifications go on.
      const restored = name === 'notifications' ? [] : kept;
      await Promise.all([...added.map(({ ref }) => db().recursiveDelete(ref)), ...restored.map((doc) => doc.ref.set(doc.data()))]);
    }));
    await at.runbookVersion('checkout', 2).delete();
    const data = contact.data();
    if (data !== undefined) await contact.ref.set(data);
  };
}

/** Off, so that nothing that a test triggers meanwhile has it. */
function plans() {
  const plan: ResponsePlan = {
    id: 'furnished-plan', name: 'Checkout is down', enabled: false, severities: ['SEV1', 'SEV2'], serviceIds: ['checkout'],
    steps: [
      { kind: 'classify', incidentType: 'outage', tags: ['payments'] }, { kind: 'openChannel', how: { by: 'post', destinationId: 'furnished-hook' }, backupId: null },
      { kind: 'page', targets: [{ kind: 'person', userId: 'secondary' }], role: 'incidentCommander' }, { kind: 'draftStatusUpdate' }, { kind: 'startCadence', minutes: 30 },
    ],
  };
  return [at.responsePlan(plan.id).set(toStored(plan))];
}

/** Its nights follow on days, it changes hands on a Monday and leaves every day open. */
const nights = Schedule.parse({
  id: 'nights', name: 'Nights', timeZone: 'Europe/Berlin', overrides: [],
  layers: [{
    id: 'nights', name: 'Nights', participants: ['primary', 'secondary'], rotation: { type: 'weekly', length: 1, startLocal: '2026-01-05T09:00' },
    windows: [{ days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], start: '22:00', end: '06:00' }]
  }],
});

/** The page of the next turn of Sam's nights after `now` (ms since epoch). */
export function shiftPathOfSam(now: number): string {
  const turn = shiftsBetween(nights, now, now + 28 * DAY, []).find(({ userId, startAt }) => userId === 'secondary' && startAt > now);
  if (turn === undefined) throw new Error('Sam has no night');
  return `/shifts/${readinessId({ scheduleId: nights.id, userId: turn.userId, startAt: turn.startAt })}`;
}

/** The nights, a policy that reaches nobody after them, and a service of it with help from outside and without a runbook. */
function onCall(): Promise<unknown>[] {
  const policy = EscalationPolicy.parse({
    id: 'nights', name: 'Nights, then nobody', rounds: 1,
    steps: [{ targets: [{ kind: 'schedule', scheduleId: 'nights' }], delaySeconds: 300 }, { targets: [{ kind: 'person', userId: 'furnished-away' }], delaySeconds: 300 }],
  });
  const service = Service.parse({
    id: 'furnished', name: 'Old shop', description: 'Nobody has written down what to do with it.', policyId: policy.id, runbookId: null, statusComponentId: null,
    vendors: [{ name: 'Payment provider', phone: '+49305550140', email: 'help@payments.example.com', url: 'https://status.example.com/', note: 'Contract R-2041' }],
    supportHours: { timeZone: 'Europe/Berlin', windows: [{ days: ['MO', 'TU'], start: '09:00', end: '17:00' }], holidayCalendarId: 'demo-holidays' },
  });
  return [at.schedule(nights.id).set(toStored(nights)), at.policy(policy.id).set(toStored(policy)), at.service(service.id).set(toStored(service))];
}

/** Somebody who has left; Sam with a number, an address that is not verified, rules and quiet hours of his own, and a phone that is silent. */
function people(now: number): Promise<unknown>[] {
  const away = Person.parse({ id: 'furnished-away', name: 'Lena Frost', role: 'responder', timeZone: 'Europe/Oslo', teamIds: [], active: false, privateLockScreen: false });
  const contact = Contact.parse({
    email: 'secondary@rouse.test',
    devices: [{
      id: 'furnished-phone', name: 'Old phone', platform: 'ios', pushToken: null, permission: 'denied', installed: false, soundAllowed: false,
      registeredAt: now - 90 * DAY, lastOpenedAt: now - 40 * DAY, lastReceiptAt: null,
    }],
    methods: [
      { id: 'phone', kind: 'phone', address: '+4915112345678', verifiedAt: now - DAY, proof: null },
      { id: 'mail', kind: 'email', address: 'sam@home.example.com', verifiedAt: null, proof: { codeHash: 'none', expiresAt: now - HOUR, wrongGuesses: 1, sentAt: now - 2 * HOUR } },
    ],
    rules: {
      high: [{ channel: 'push', methodId: null, delaySeconds: 0 }, { channel: 'sms', methodId: 'phone', delaySeconds: 60 }, { channel: 'voice', methodId: 'phone', delaySeconds: 180 }], low: null,
    },
    quietHours: { start: '21:00', end: '08:00' },
  });
  return [
    at.person(away.id).set(toStored(away)), at.contact('secondary').set(toStored(contact)), at.person('secondary').update({ callNumber: '+4915112345678', timeOff: [] }),
    at.subscription('secondary').set(toStored({ userId: 'secondary', services: ['checkout'], incidents: [], by: ['push'], changedAt: now })),
  ];
}

/** What watches, late, waiting and off; a maintenance that runs and one that was ended; requests that were refused. */
function detection(now: number): Promise<unknown>[] {
  const heartbeat: Heartbeat = {
    id: 'furnished-late', name: 'Import of prices', serviceId: 'catalogue', periodSeconds: 3600, graceSeconds: 600, severity: 'SEV3', enabled: true, keyHint: 'demo',
    state: 'late', lastPingAt: now - 5 * HOUR, dueAt: null, lateCount: 3,
  };
  const all: Heartbeat[] = [
    heartbeat, { ...heartbeat, id: 'furnished-waiting', name: 'Report', state: 'waiting', lastPingAt: null, lateCount: 0 },
    { ...heartbeat, id: 'furnished-off', name: 'Old import', enabled: false, state: 'waiting' },
  ];
  const window: MaintenanceWindow = {
    id: 'furnished-runs', name: 'Database is moved', serviceIds: ['catalogue'], tests: [{ field: 'label.env', operator: 'is', values: ['prod'] }], mode: 'suppress',
    createdBy: ada, endedAt: null, time: { kind: 'once', startsAt: now - HOUR, endsAt: now + 3 * HOUR },
  };
  const windows: MaintenanceWindow[] = [window, { ...window, id: 'furnished-ended', name: 'Was moved', endedAt: now - 30 * MINUTE }];
  const refusal = {
    integrationId: 'checkout', source: 'alertmanager', status: 400, count: 12, lastSeenAt: now - 10 * MINUTE,
    error: { error: { code: 'wrong-shape', message: 'This is no Alertmanager webhook.', issues: [{ path: 'alerts', message: 'is needed' }] } },
  };
  return [
    ...all.map((each) => at.heartbeat(each.id).set(toStored(each))), ...windows.map((each) => at.maintenanceWindow(each.id).set(toStored(each))),
    at.refusal('furnished').set(toStored(refusal)),
    at.integration('furnished-off').set({ id: 'furnished-off', name: 'Old probe', serviceId: 'furnished', source: 'generic', keyHint: 'demo', enabled: false }),
  ];
}

/** What went out to Sam at night, and how far it came; destinations, one of them off. */
function told(now: number): Promise<unknown>[] {
  const lives: readonly Partial<Notification>[] = [
    { status: 'failed', failedAt: now, reason: 'everyDeviceDead' }, { status: 'seen', sentAt: now, deliveredAt: now, seenAt: now }, { status: 'cancelled', cancelledAt: now, reason: 'acknowledged' },
    { status: 'sent', sentAt: now, channel: 'sms', methodId: 'phone', provider: 'twilio' }, { status: 'failed', failedAt: now, channel: 'email', methodId: 'mail', reason: 'addressRefused', provider: 'smtp' },
  ];
  const night = now - (now % DAY) - DAY + 2 * HOUR;
  const destination = { kind: 'slack', enabled: true, host: 'hooks.slack.com', serviceIds: ['checkout'] } as const;
  return [
    ...lives.map((life, index) => {
      const id = `furnished-${index}`;
      const notification = Notification.parse({
        id, incidentId: null, episode: 1, cause: 'furnished', rule: String(index), kind: 'page', channel: 'push', userId: 'secondary', userName: 'Sam Weber',
        urgency: 'high', title: 'Search is slow', body: 'SEV2', createdAt: night + index * MINUTE, dueAt: night, expiresAt: night + HOUR, sendingAt: null, leaseUntil: null, sentAt: null, deliveredAt: null, seenAt: null,
        failedAt: null, cancelledAt: null, attempts: 1, reason: null, provider: 'fcm', tokenHashes: [], tokenExpiresAt: null, ...life,
      });
      return at.notification(id).set(toStored(notification));
    }),
    at.destination('furnished-ops').set({ id: 'furnished-ops', name: '#ops', ...destination }),
    at.destination('furnished-hook').set({ id: 'furnished-hook', name: 'Ticket system', ...destination, kind: 'webhook', host: 'tickets.example.com', enabled: false }),
  ];
}

/** Components as they are called outside, one of them set by hand; a notice that waits, one that is open and waits again, one that is over, and planned maintenance. */
function statusPage(now: number): Promise<unknown>[] {
  const component = (id: string, changes: Partial<StatusComponent>): StatusComponent => ({ id, name: 'Online banking', description: '', group: 'Furnished', position: 900, held: null, ...changes });
  const components = [
    component('furnished-bank', {}), component('furnished-alone', { name: 'Printing of letters', group: '', position: 901 }),
    component('furnished-held', { name: 'Cards', description: 'Paying in shops', held: { state: 'partialOutage', by: 'Ada Okafor', since: now - HOUR } }),
  ];
  const touched = [{ componentId: 'furnished-bank', state: 'degraded' as const }, { componentId: 'furnished-held', state: 'majorOutage' as const }];
  const update = { id: 'furnished-update', at: now - 2 * HOUR, phase: 'investigating' as const, text: 'Signing in takes longer than usual since 09:12 UTC.\n\nWe are looking for the cause.' };
  const draft = { phase: 'identified' as const, text: 'We know the cause and are working on a fix. The next update comes by 12:00 UTC.', by: null, at: now - 10 * MINUTE };
  const open: IncidentNotice = {
    id: 'furnished-open', kind: 'incident', title: 'Signing in is slow', createdAt: now - 3 * HOUR, incidentId: null, severity: 'SEV2', components: touched, startedAt: now - 3 * HOUR,
    publishedAt: update.at, resolvedAt: null, updates: [update], draft, summary: null,
  };
  const over: IncidentNotice = { ...open, id: 'furnished-over', title: 'Cards were refused', draft: null, resolvedAt: now - HOUR, updates: [update, { ...update, id: 'furnished-end', at: now - HOUR, phase: 'resolved', text: 'It is over.' }] };
  const all: Notice[] = [
    open, over, { ...open, id: 'furnished-draft', title: 'Letters are not printed', publishedAt: null, updates: [] },
    { ...over, id: 'furnished-told', title: 'Transfers were late', summary: { impact: 'Transfers of one morning came an hour late.', rootCause: 'A certificate ran out.', resolution: '', at: now } },
    {
      id: 'furnished-planned', kind: 'maintenance', title: 'The database moves', createdAt: now, components: [{ componentId: 'furnished-bank', state: 'maintenance' }], startsAt: now + DAY, endsAt: now + DAY + 2 * HOUR,
      text: 'Signing in is not possible meanwhile.', updates: [], cancelledAt: null, completedAt: null,
    },
  ];
  const settings: StatusPageSettings = { title: 'Furnished bank', about: 'How our services are.', supportUrl: 'https://help.example.com/', automatic: ['SEV1'] };
  return [
    ...components.map((each) => at.statusComponent(each.id).set(toStored(each))), ...all.map((each) => at.notice(each.id).set(toStored(each))), at.statusPageSettings().set(toStored(settings)),
  ];
}

/** A drill that runs, one that is planned as a surprise, one that showed something, one that was called off. */
function drills(now: number): Promise<unknown>[] {
  const over: Drill = {
    id: 'furnished-over', scenario: 'paymentFailure', serviceId: 'furnished', serviceName: 'Old shop', startsAt: now - 5 * DAY, isSurprise: false, createdBy: ada, createdAt: now - 9 * DAY,
    state: 'over', incidentId: null, dueAt: null,
    result: {
      triggeredAt: now - 5 * DAY, acknowledgedAt: now - 5 * DAY + MINUTE, acknowledgedBy: 'Sam Weber', restoredAt: null, endedAt: now - 5 * DAY + HOUR, escalations: 1,
      reach: [
        { userId: 'furnished-away', name: 'Lena Frost', sentAt: null, receivedAt: null, acknowledgedAt: null },
        { userId: 'secondary', name: 'Sam Weber', sentAt: now - 5 * DAY + 300, receivedAt: now - 5 * DAY + 2_000, acknowledgedAt: now - 5 * DAY + MINUTE },
      ],
    },
  };
  const all: Drill[] = [
    over, { ...over, id: 'furnished-off', state: 'cancelled', result: null }, { ...over, id: 'furnished-planned', scenario: 'regionLoss', state: 'scheduled', startsAt: now + 3 * DAY, isSurprise: true, result: null },
    { ...over, id: 'furnished-running', scenario: 'databaseConnections', state: 'running', startsAt: now - MINUTE, result: null },
  ];
  return all.map((each) => at.drill(each.id).set(toStored(each)));
}

/** Problems, open and over; a draft of a runbook with a warning; a war room without a backup. */
function knowledge(now: number): Promise<unknown>[] {
  const problem: KnownProblem = {
    id: 'furnished', title: 'The pool runs full after a deployment', serviceId: null, match: ['503'], cause: 'Connections are not given back.',
    workaround: 'Restart **one** instance, see `kubectl rollout`.', ownerId: 'primary', link: 'https://tickets.example.com/4711', open: true, changedAt: now - 100 * DAY,
  };
  const settings: WarRoomSettings = {
    standing: { main: { name: 'Bridge', url: 'https://meet.example.com/bridge', dialIns: [{ label: 'Berlin', number: '+4930123456', code: '4711#' }] }, backup: null },
  };
  const markdown = '---\ntitle: Old shop is slow\nservices: [furnished]\n---\n\n1. **Look** at it.\n';
  const draft = {
    id: 'furnished', title: 'Old shop is slow', serviceIds: ['furnished'], markdown, version: 1, ownerId: null,
    review: { state: 'draft', by: null, at: 0 }, changedAt: now - 200 * DAY, changedBy: ada,
    about: { title: 'Old shop is slow', services: ['furnished'], labels: {}, symptoms: [], diagnosis: '', resolution: '', contacts: [], actions: [] },
  };
  return [
    at.knownProblem(problem.id).set(toStored(problem)),
    at.knownProblem('furnished-over').set(toStored({ ...problem, id: 'furnished-over', title: 'Mended', open: false })),
    at.warRoomSettings().set(toStored(settings)), at.runbook(draft.id).set(toStored(draft)),
    at.runbookVersion('checkout', 2).set(toStored({ version: 2, markdown, title: 'Checkout', note: 'Shorter', by: ada, at: now })),
  ];
}
