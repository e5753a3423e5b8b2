import { describe, expect, it } from 'vitest';
import { samplePolicy, sampleSchedule } from '../samples';
import { defaultSeverityPolicy } from '../incident/severity';
import { Command, type ConfigurationCommand } from './command';

const incidentId = 'INC-K7Q2MD';
const device = {
  deviceId: 'device-0001', name: 'Pixel 9', platform: 'web', pushToken: null, permission: 'granted', installed: true, soundAllowed: true,
};
const scope = { kind: 'service', id: 'checkout' };
const rule = {
  id: 'rule', name: 'Staging never wakes', enabled: true,
  when: { match: 'all', tests: [{ field: 'label.env', operator: 'is', values: ['staging'] }], during: null, atLeast: null }, then: { kind: 'suppress' },
};
const validConfiguration = {
  savePolicy: { policy: samplePolicy() },
  saveService: { serviceId: null, name: 'Search', description: '', policyId: 'policy', runbookId: null, grouping: { by: 'source' } },
  removeService: { serviceId: 'search' },
  createIntegration: { serviceId: 'checkout', source: 'generic', name: 'Cron' },
  saveIntegration: { integrationId: 'cron', name: 'Cron', serviceId: 'checkout', enabled: true, mapping: null, signature: { kind: 'none' }, limitPerMinute: null },
  rotateIntegrationKey: { integrationId: 'cron', keepOldForHours: 24 }, removeIntegration: { integrationId: 'cron' },
  sendDemoAlert: { integrationId: 'cron', status: 'firing' },
  saveRoutingRules: { scope, rules: [rule] }, testRoutingRules: { scope, rules: [rule] }, dryRunRoutingRules: { scope, rules: [] },
  saveMaintenanceWindow: { windowId: null, name: 'Move', serviceIds: [], tests: [], mode: 'collect', time: { kind: 'once', startsAt: 1, endsAt: 2 } },
  endMaintenanceWindow: { windowId: 'move' }, removeMaintenanceWindow: { windowId: 'move' },
  saveHeartbeat: { heartbeatId: null, name: 'Backup', serviceId: 'checkout', severity: 'SEV3', enabled: true, periodSeconds: 3600, graceSeconds: 60 },
  rotateHeartbeatKey: { heartbeatId: 'backup' }, removeHeartbeat: { heartbeatId: 'backup' }, saveSeverities: { severities: defaultSeverityPolicy },
  saveMetricsTargets: { targets: { detect: 300_000, acknowledge: null, restore: 1_800_000, severities: ['SEV1', 'SEV2'] } },
} satisfies Record<ConfigurationCommand['type'], object>;
/** One valid command of each type, without type and commandId. */
const valid: Record<Command['type'], object> = {
  acknowledge: { incidentId }, release: { incidentId }, resolve: { incidentId }, reopen: { incidentId }, escalate: { incidentId },
  setSeverity: { incidentId, severity: 'SEV2' }, setMilestone: { incidentId, milestone: 'fixDeployed' }, addNote: { incidentId, text: 'Looking' },
  reportIncident: { serviceId: 'checkout', title: 'Checkout is slow' },
  registerDevice: device, removeDevice: { deviceId: 'device-0001' }, sendTestPage: {}, recordReceipt: { notificationId: 'n', state: 'seen' },
  invitePerson: { name: 'Sam', email: 'sam@rouse.test', role: 'responder', teamIds: [] },
  acceptInvite: { token: 'a'.repeat(20), password: 'long enough', timeZone: 'Europe/Berlin' },
  setPerson: { userId: 'sam', role: 'admin' }, setProfile: { privateLockScreen: true }, resetPassword: { userId: 'sam' },
  deactivatePerson: { userId: 'sam' }, reactivatePerson: { userId: 'sam' }, saveTeam: { teamId: null, name: 'Payments', memberIds: ['sam'] },
  removeTeam: { teamId: 'payments' }, mergeIncident: { incidentId, intoId: 'INC-K7Q2ME' },
  snooze: { incidentId, minutes: 60 }, endSnooze: { incidentId }, askResponders: { incidentId, kind: 'help', targets: [{ kind: 'person', userId: 'sam' }] },
  answerRequest: { incidentId, requestId: null, accept: true },
  addContactMethod: { method: { kind: 'phone', address: '+4915112345678' } }, sendContactCode: { methodId: 'phone', by: 'voice' },
  verifyContactMethod: { methodId: 'phone', code: '123456' }, removeContactMethod: { methodId: 'phone' },
  saveNotificationRules: { rules: { high: [{ channel: 'push', methodId: null, delaySeconds: 0 }], low: null }, quietHours: { start: '22:00', end: '07:00' } },
  testContactMethod: { channel: 'sms', methodId: 'phone' }, createCalendarFeed: { scheduleId: null }, revokeCalendarFeed: { scheduleId: 'weekly' },
  createMoveIn: {}, redeemMoveIn: { token: 'a'.repeat(20) }, saveTimeOff: { timeOffId: null, startAt: 1, endAt: 2, note: 'Away' }, removeTimeOff: { timeOffId: 'away' },
  confirmShift: { scheduleId: 'weekly', startAt: 1, missing: ['Charger'] },
  saveSchedule: { schedule: sampleSchedule('weekly', ['priya']) }, removeSchedule: { scheduleId: 'weekly' },
  addOverride: { scheduleId: 'weekly', override: { id: 'cover', kind: 'add', startAt: 1, endAt: 2, addUserId: 'sam' } }, removeOverride: { scheduleId: 'weekly', overrideId: 'cover' },
  askCover: { scheduleId: 'weekly', startAt: 1, endAt: 2, note: 'Wedding', inReturn: null }, takeCover: { requestId: 'cover' }, withdrawCover: { requestId: 'cover' },
  saveHolidayCalendar: { calendarId: null, name: 'Berlin', url: null, days: [{ date: '2026-12-25', name: 'Christmas Day' }] }, removeHolidayCalendar: { calendarId: 'berlin' },
  saveHandOverNote: { scheduleId: 'weekly', text: 'Quiet.' }, saveReadiness: { items: ['Charger'], hoursBefore: 3 }, removePolicy: { policyId: 'old' },
  saveDestination: { destinationId: null, name: 'Ops', kind: 'slack', enabled: true, serviceIds: ['checkout'], url: 'https://hooks.slack.com/services/T/B/x' },
  removeDestination: { destinationId: 'ops' }, testDestination: { destinationId: 'ops' }, previewPaging: { serviceId: 'checkout', severity: 'SEV1', at: 1 }, checkCoverage: {},
  addDecision: { incidentId, text: 'Roll back' }, unpinDecision: { incidentId, decisionId: 'd' }, assignRole: { incidentId, role: 'incidentCommander', userId: 'sam', deputyId: null },
  giveUpRole: { incidentId, role: 'scribe', userId: 'sam' }, setOnTheWay: { incidentId, minutes: 10 }, setType: { incidentId, incidentType: 'security' }, setUrgency: { incidentId, urgency: 'low' },
  renameIncident: { incidentId, title: 'Payments fail' }, setStartedAt: { incidentId, startedAt: 1 }, setImpact: { incidentId, answers: { affected: 'many' }, people: 12, note: '' },
  addTask: { incidentId, title: 'Call the bank', ownerId: null, dueAt: null }, changeTask: { incidentId, taskId: 't', done: true }, removeTask: { incidentId, taskId: 't' },
  setWarRoom: { incidentId, warRoom: { main: { name: 'Bridge', url: 'https://meet.example.com/a', dialIns: [] }, backup: null } },
  tickStep: { incidentId, runbookId: 'checkout', step: 'a1b2', words: 'Look at the log', state: 'done' }, runAction: { incidentId, runbookId: 'checkout', action: 'diagnose', dryRun: true },
  checkExit: { incidentId, item: 'Verified', state: 'skipped', reason: 'Nobody there' }, setVerdict: { incidentId, verdict: 'known', cause: 'The pool' }, setRepeat: { incidentId, of: null }, sendUpdate: { incidentId, phase: 'identified', text: 'We know why.', final: false },
  saveRunbook: { runbookId: null, markdown: '# Checkout', ownerId: null, note: '', basedOn: null }, reviewRunbook: { runbookId: 'checkout', version: 1, state: 'approved' }, removeRunbook: { runbookId: 'checkout' },
  importRunbooks: { files: [{ path: 'checkout.md', markdown: '# Checkout' }], dryRun: true },
  saveKnownProblem: { problemId: null, title: 'The pool leaks', serviceId: 'checkout', match: ['pool'], cause: '', workaround: 'Restart', ownerId: null, link: null, open: true }, removeKnownProblem: { problemId: 'p' },
  saveWarRoom: { standing: null }, saveSubscription: { services: null, incidents: [], by: ['email'] },
  draftPostMortem: { incidentId }, writeSection: { incidentId, section: 'rootCause', text: 'The pool ran full', basedOn: 0 }, movePostMortem: { incidentId, state: 'inReview' }, setReviewMeeting: { incidentId, reviewAt: 1 },
  addActionItem: { incidentId, title: 'Raise the limit', owner: { kind: 'team', id: 'payments' }, dueAt: null }, changeActionItem: { incidentId, itemId: 'i', done: true }, removeActionItem: { incidentId, itemId: 'i' },
  saveStatusPage: { settings: { title: 'Status', about: '', supportUrl: null, automatic: ['SEV1'] } }, removeComponent: { componentId: 'api' }, holdComponent: { componentId: 'api', state: null },
  saveComponent: { componentId: null, name: 'API service', description: '', group: '', position: 0, serviceIds: ['checkout'] },
  draftNotice: { incidentId }, discardNoticeDraft: { noticeId: 'notice-0001' }, publishSummary: { noticeId: 'notice-0001', impact: 'Some paid twice.', rootCause: '', resolution: '' },
  publishNotice: { noticeId: null, incidentId: null, title: 'Payments fail', components: [{ componentId: 'api', state: 'degraded' }], phase: 'investigating', text: 'We look for the cause.', seen: 0 },
  saveMaintenanceNotice: { noticeId: null, title: 'Database move', components: [{ componentId: 'api', state: 'maintenance' }], startsAt: 1, endsAt: 2, text: 'We move.' }, cancelMaintenanceNotice: { noticeId: 'notice-0001' },
  saveResponsePlan: { planId: null, plan: { name: 'Payments', enabled: true, severities: ['SEV1'], serviceIds: [], steps: [{ kind: 'makeWarRoom' }] } }, removeResponsePlan: { planId: 'p' },
  dryRunPlan: { steps: [{ kind: 'draftStatusUpdate' }], severity: 'SEV1', serviceId: 'checkout' }, runPlan: { incidentId, planId: null }, stopPlan: { incidentId },
  retryPlanStep: { incidentId, stepId: 's' }, runPlanStep: { incidentId, step: { kind: 'postUpdate' } }, saveChat: { slack: null },
  scheduleDrill: { scenario: 'regionLoss', serviceId: 'checkout', startsAt: null, isSurprise: true }, cancelDrill: { drillId: 'd' }, endDrill: { drillId: 'd' },
  deleteIncident: { incidentId, title: 'Checkout is slow', reason: 'A test' },
  ...validConfiguration,
};
const commandId = 'command-0001';
const parse = (command: object) => Command.safeParse(command);
const entries = Object.entries(valid);

it('a sample of every command is here', () => {
  expect(Object.keys(valid).sort()).toEqual(Command.options.map(({ shape }) => String(shape.type.value)).sort());
});

describe.each(entries)('%s', (type, fields) => {
  it('is taken as it is', () => {
    expect(parse({ type, commandId, ...fields })).toMatchObject({ success: true, data: { type, commandId, ...fields } });
  });

  it('with a field that it does not know is refused', () => {
    expect(parse({ type, commandId, ...fields, surprise: 1 })).toMatchObject({ success: false, error: { issues: [{ code: 'unrecognized_keys', keys: ['surprise'] }] } });
  });

  it('needs an id of its sender, 8 to 64 letters, digits, _ or -', () => {
    for (const bad of [undefined, '', 'short', 'with space', 'a'.repeat(65), 'dot.dot.dot', 'slash/slash', 12345678]) {
      expect(parse({ type, commandId: bad, ...fields }).success, String(bad)).toBe(false);
    }
  });

  const required = Object.keys(fields).filter((field) => !['role', 'privateLockScreen', 'done'].includes(field) || type === 'invitePerson' || type === 'assignRole' || type === 'giveUpRole');
  it.each(required.map((field) => ({ field })))('without $field is refused, and says so', ({ field }) => {
    const result = parse({ type, commandId, ...Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field)) });
    expect(result).toMatchObject({ success: false, error: { issues: [{ path: [field] }] } });
  });
});

describe('what no command may be', () => {
  it.each([null, undefined, 'acknowledge', 1, [], {}, { type: 'explode', commandId }, { type: 'constructor', commandId }, { commandId, incidentId }])('%j', (body) => {
    expect(Command.safeParse(body).success).toBe(false);
  });
});

describe('incident ids', () => {
  it.each(['INC-K7Q2MD', 'INC-000000', 'INC-ZZZZZZ'])('%s is one', (id) => {
    expect(parse({ type: 'acknowledge', commandId, incidentId: id }).success).toBe(true);
  });

  it.each(['K7Q2MD', 'inc-k7q2md', 'INC-K7Q2M', 'INC-K7Q2MDX', 'INC-K7Q2MI', 'INC-K7Q2ML', 'INC-K7Q2MO', 'INC-K7Q2MU', 'INC-K7/2MD', ' INC-K7Q2MD', 'INC-K7Q2MD\n'])(
    '%j is none', (id) => {
      expect(parse({ type: 'acknowledge', commandId, incidentId: id }).success).toBe(false);
    },
  );
});

describe('what people write', () => {
  const report = (fields: object) => parse({ type: 'reportIncident', commandId, serviceId: 'checkout', title: 'Slow', ...fields });

  it('is trimmed, and space alone is nothing', () => {
    expect(report({ title: '  Slow ' })).toMatchObject({ success: true, data: { title: 'Slow' } });
    expect(report({ title: '   ' }).success).toBe(false);
    expect(parse({ type: 'addNote', commandId, incidentId, text: ' \n ' }).success).toBe(false);
  });

  it('has an end', () => {
    expect([report({ title: 'a'.repeat(300) }).success, report({ title: 'a'.repeat(301) }).success]).toEqual([true, false]);
    expect([report({ description: 'a'.repeat(4000) }).success, report({ description: 'a'.repeat(4001) }).success]).toEqual([true, false]);
  });

  it.each(['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'no link', ''])('may not link to %j', (href) => {
    expect(report({ links: [{ href, text: 'Graph' }] }).success).toBe(false);
  });

  it('may link to http and https', () => {
    expect(report({ links: [{ href: 'https://grafana.test/d/1', text: 'Graph' }, { href: 'http://10.0.0.1:9090/', text: 'Prometheus' }] }).success).toBe(true);
  });
});
