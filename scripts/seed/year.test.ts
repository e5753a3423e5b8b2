import { beforeAll, describe, expect, it } from 'vitest';
import { Incident } from '#domain/incident/incident';
import { MetricsMonth } from '#domain/metrics/row';
import { Notification } from '#domain/notification/notification';
import { noon, sampleFacts } from '#domain/samples';
import { DAY } from '#domain/time/instant';
import type { Configuration } from '../../functions/src/store/configuration';
import { defaultReadiness } from '#domain/readiness/shiftReadiness';
import { type Year, yearOf } from './year';
import { refusalOf } from './yearWrite';

const { people, schedules, severities, service, policy } = sampleFacts();
const facts: Configuration = {
  people, schedules, severities, services: { checkout: service, login: { ...service, id: 'login' } }, policies: { policy }, teams: {}, destinations: {}, calendars: {}, readiness: defaultReadiness,
  integrations: {}, rules: {}, windows: {}, reach: {}, holidays: {},
};

describe('a seeded year', () => {
  let year: Year;
  beforeAll(() => { year = yearOf({ seed: 1, count: 600, facts, now: noon }); });

  it('fits what the store holds', () => {
    for (const { incident, messages } of year.lived) {
      expect(Incident.safeParse(incident).error?.issues ?? []).toEqual([]);
      for (const message of messages) expect(Notification.safeParse(message).error?.issues ?? []).toEqual([]);
    }
    for (const [month, rows] of year.months) expect(MetricsMonth.safeParse({ month, rows }).error?.issues ?? []).toEqual([]);
    expect(new Set(year.lived.map(({ incident }) => incident.id)).size).toBe(600);
  });

  it('lies in the 365 days before today and leaves nothing to do', () => {
    for (const { incident, messages } of year.lived) {
      expect([incident.status, incident.wakeAt]).toEqual(['resolved', null]);
      expect(incident.clocks.triggeredAt).toBeGreaterThan(noon - 370 * DAY);
      expect(incident.clocks.triggeredAt).toBeLessThan(noon);
      for (const { status, followAt, leaseUntil } of messages) expect([['sent', 'delivered', 'cancelled'].includes(status), followAt, leaseUntil]).toEqual([true, null, null]);
    }
  });

  it('has of everything: nights, second levels, repeats, reopenings, verdicts of each kind, what nobody took, and merged ones that do not count', () => {
    const rows = [...year.months.values()].flatMap((each) => Object.values(each));
    const counts = [
      rows.filter(({ pages }) => Object.values(pages).some(({ night }) => night > 0)), rows.filter(({ secondLevel }) => secondLevel), rows.filter(({ repeatAfter }) => repeatAfter !== null),
      rows.filter(({ reopened }) => reopened > 0), ...(['real', 'falsePositive', 'known', 'duplicate', null] as const).map((kind) => rows.filter(({ verdict }) => verdict === kind)), rows.filter(({ acknowledgedAt }) => acknowledgedAt === null),
      year.lived.filter(({ incident }) => incident.mergedInto !== null),
    ].map(({ length }) => length);
    for (const count of counts) expect(count).toBeGreaterThan(3);
    expect(rows).toHaveLength(600 - (counts.at(-1) ?? 0));
  });

  it('is the same of the same seed, and another of another', () => {
    expect(yearOf({ seed: 1, count: 50, facts, now: noon })).toEqual(yearOf({ seed: 1, count: 50, facts, now: noon }));
    expect(yearOf({ seed: 2, count: 50, facts, now: noon }).lived[0]).not.toEqual(yearOf({ seed: 1, count: 50, facts, now: noon }).lived[0]);
  });
});

it.each([
  [{ FIRESTORE_EMULATOR_HOST: '127.0.0.1:8080', GCLOUD_PROJECT: 'demo-rouse' }, true], [{ FIRESTORE_EMULATOR_HOST: 'localhost:9', GCLOUD_PROJECT: 'demo-x' }, true],
  [{ GCLOUD_PROJECT: 'demo-rouse' }, false], [{ FIRESTORE_EMULATOR_HOST: '127.0.0.1:8080' }, false], [{ FIRESTORE_EMULATOR_HOST: '127.0.0.1:8080', GCLOUD_PROJECT: 'rouse-production' }, false],
  [{ FIRESTORE_EMULATOR_HOST: 'firestore.example.com:443', GCLOUD_PROJECT: 'demo-rouse' }, false], [{}, false],
])('writes to %j: %s', (environment, allowed) => {
  expect(refusalOf(environment) === null).toBe(allowed);
});
