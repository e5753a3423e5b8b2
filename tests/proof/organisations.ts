import fc from 'fast-check';
import type { NotificationRule } from '#domain/contact/notificationRule';
import type { Reach } from '#domain/contact/reach';
import type { EscalationPolicy, Step, Target } from '#domain/escalation/policy';
import { defaultSeverityPolicy, type Severity } from '#domain/incident/severity';
import { type Override, Schedule } from '#domain/oncall/schedule';
import { samplePerson, sampleService } from '#domain/samples';
import type { Service } from '#domain/service/service';
import { DAY, MINUTE, SECOND } from '#domain/time/instant';
import type { WeeklyWindow } from '#domain/time/weeklyWindow';
import type { PreviewFacts } from '#domain/proof/preview';

// Whole organisations that a property is tried on. Every time in them is a multiple of ten seconds, so that a slow stepper can meet each.

export type Organisation = { facts: PreviewFacts; service: Service; severity: Severity; at: number };

const userIds = ['priya', 'sam', 'ada', 'lee', 'kim', 'noa'];
const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'];
/** Around the end of summer time in Berlin, on 25 October 2026, and in New York a week later. */
const around = Date.UTC(2026, 9, 22);

const times = fc.constantFrom('00:00', '02:30', '06:00', '09:00', '12:00', '17:00', '22:00');
const someUsers = fc.subarray(userIds, { minLength: 1, maxLength: 4 });
const instants = fc.integer({ min: 0, max: 12 * 24 * 60 }).map((minutes) => around + minutes * MINUTE);
const spans = fc.tuple(instants, fc.integer({ min: 1, max: 48 * 60 })).map(([startAt, minutes]) => ({ startAt, endAt: startAt + minutes * MINUTE }));
const windows = fc.array(
  fc.record({ days: fc.subarray<WeeklyWindow['days'][number]>(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { minLength: 1 }), start: times, end: times }), { minLength: 1, maxLength: 3 });

const overrides = fc.array(fc.tuple(spans, fc.constantFrom('add', 'remove', 'replace'), fc.constantFrom(...userIds), fc.constantFrom(...userIds)), { maxLength: 4 })
  .map((all) => all.flatMap(([span, kind, one, other], index): Override[] => {
    const override = { id: `o${index}`, ...span };
    if (kind === 'add') return [{ ...override, kind, addUserId: one }];
    if (kind === 'remove') return [{ ...override, kind, removeUserId: one }];
    return one === other ? [] : [{ ...override, kind, addUserId: one, removeUserId: other }];
  }));

const layers = fc.array(fc.record({
  participants: someUsers, rotation: fc.record({ type: fc.constantFrom('hourly', 'daily', 'weekly'), length: fc.integer({ min: 1, max: 3 }), startLocal: times.map((time) => `2026-09-01T${time}`) }),
  priority: fc.integer({ min: 0, max: 1 }), windows: fc.option(windows), atOnce: fc.integer({ min: 1, max: 2 }), holidays: fc.constantFrom('usual', 'off', 'only'),
}), { maxLength: 3 });

const scheduleOf = (id: string) => fc.record({ timeZone: fc.constantFrom(...zones), layers, overrides, holidayCalendarId: fc.constantFrom(null, 'calendar') })
  .map((fields) => Schedule.parse({ id, name: `Schedule ${id}`, ...fields, layers: fields.layers.map((layer, index) => ({ id: `l${index}`, name: 'Layer', ...layer })) }));

const targets: fc.Arbitrary<Target> = fc.oneof(
  fc.constantFrom('day', 'night').map((scheduleId): Target => ({ kind: 'schedule', scheduleId })), fc.constantFrom(...userIds, 'gone').map((userId): Target => ({ kind: 'person', userId })),
  fc.constant<Target>({ kind: 'team', teamId: 'team' }), fc.constant<Target>({ kind: 'destination', destinationId: 'chat' }),
);
const steps: fc.Arbitrary<Step> = fc.record({
  targets: fc.array(targets, { minLength: 1, maxLength: 3 }), delaySeconds: fc.constantFrom(10, 30, 60, 120, 300),
  branch: fc.option(fc.record({ when: fc.constantFrom('inside', 'outside'), timeZone: fc.constantFrom(...zones), windows }), { nil: undefined, freq: 3 }),
}).map(({ branch, ...step }) => (branch === undefined ? step : { ...step, branch }));

const policyOf = (id: string, others: string[]): fc.Arbitrary<EscalationPolicy> => fc.record({
  steps: fc.array(steps, { minLength: 1, maxLength: 4 }), rounds: fc.integer({ min: 1, max: 2 }), handOffTo: fc.constantFrom(undefined, ...others),
}).map(({ handOffTo, ...policy }) => ({ id, name: `Policy ${id}`, ...policy, ...(handOffTo === undefined ? {} : { handOffTo }) }));

const rules: fc.Arbitrary<NotificationRule[]> = fc.array(fc.tuple(fc.constantFrom('push', 'sms', 'voice', 'email'), fc.constantFrom(0, 0, 10, 30, 60, 180, 600)), { minLength: 1, maxLength: 6 })
  .map((all) => all.map(([channel, delaySeconds]): NotificationRule => {
    if (channel === 'push') return { channel, methodId: null, delaySeconds };
    return { channel, methodId: channel === 'email' ? 'email' : 'phone', delaySeconds };
  }));
const reaches: fc.Arbitrary<Reach> = fc.record({
  high: fc.option(rules), low: fc.option(rules), phone: fc.boolean(), email: fc.boolean(), pushDevices: fc.integer({ min: 0, max: 2 }), voice: fc.boolean(), start: times, end: times,
}).map(({ high, low, phone, email, pushDevices, voice, start, end }) => ({
  methods: [{ id: 'phone', kind: 'phone', verified: phone }, { id: 'email', kind: 'email', verified: email }], pushDevices, rules: { high, low }, quietHours: { start, end },
  channels: { push: true, sms: true, voice, email: true },
}));

const people = fc.tuple(...userIds.map((id) => fc.record({ active: fc.boolean().map((is) => is || id === 'sam'), role: fc.constantFrom('responder', 'responder', 'admin', 'stakeholder'), timeZone: fc.constantFrom(...zones) })
  .map((fields) => samplePerson(id, fields))));

/** Policies of one to four steps with branches and hand-offs, schedules with gaps, windows, overrides and holidays, people of every kind, chains, quiet and support hours. */
export const organisations: fc.Arbitrary<Organisation> = fc.record({
  people, day: scheduleOf('day'), night: scheduleOf('night'), one: policyOf('one', ['two', 'three']), two: policyOf('two', ['one', 'three']), three: policyOf('three', ['two', 'three']),
  reach: fc.dictionary(fc.constantFrom(...userIds), reaches), members: someUsers, follows: fc.boolean(), enabled: fc.boolean(),
  supportHours: fc.option(fc.record({ timeZone: fc.constantFrom(...zones), windows, holidayCalendarId: fc.constantFrom(null, 'calendar') }), { nil: undefined }),
  severity: fc.constantFrom<Severity>('SEV1', 'SEV2', 'SEV2', 'SEV3', 'SEV4'), at: fc.integer({ min: 0, max: 10 * 24 * 360 }).map((tens) => around + DAY + tens * 10 * SECOND),
}).map(({ people: all, day, night, one, two, three, reach, members, follows, enabled, supportHours, severity, at }) => {
  const service = sampleService({ id: 'checkout', policyId: 'one', ...(supportHours === undefined ? {} : { supportHours }) });
  const facts: PreviewFacts = {
    people: Object.fromEntries(all.map((person) => [person.id, person])), schedules: { day, night }, policies: { one, two, three }, services: { checkout: service }, reach,
    teams: { team: { id: 'team', name: 'Team', memberIds: members } }, holidays: { calendar: ['2026-10-25', '2026-10-28', '2026-11-01'] }, severities: defaultSeverityPolicy,
    destinations: { chat: { id: 'chat', name: '#alerts', kind: 'slack', enabled, host: 'hooks.slack.com', serviceIds: follows ? ['checkout'] : [] } },
  };
  return { facts, service, severity, at };
});
