import { describe, expect, it } from 'vitest';
import { sampleArrival, sampleFacts, sampleIncident, samplePerson } from '../samples';
import { sampleInbox } from '../sampleInbox';
import { HOUR } from '../time/instant';
import { advance } from './advance';
import { afterQuiet } from './urgency';
import { recipientOf } from '../notification/notification';

const at = (iso: string) => Date.parse(iso);

describe('when a quiet page may arrive', () => {
  it.each([
    { zone: 'UTC', now: '2026-11-21T12:00:00Z', morning: '2026-11-21T12:00:00Z', what: 'by day at once' },
    { zone: 'UTC', now: '2026-11-21T07:00:00Z', morning: '2026-11-21T07:00:00Z', what: 'from 07:00 on at once' },
    { zone: 'UTC', now: '2026-11-21T21:59:59Z', morning: '2026-11-21T21:59:59Z', what: 'until 22:00 at once' },
    { zone: 'UTC', now: '2026-11-21T22:00:00Z', morning: '2026-11-22T07:00:00Z', what: 'from 22:00 on the next morning' },
    { zone: 'UTC', now: '2026-11-21T06:59:59Z', morning: '2026-11-21T07:00:00Z', what: 'before 07:00 the same morning' },
    { zone: 'Europe/Berlin', now: '2026-11-21T21:30:00Z', morning: '2026-11-22T06:00:00Z', what: "in the person's zone: 22:30 in Berlin" },
    { zone: 'America/New_York', now: '2026-11-21T12:00:00Z', morning: '2026-11-21T12:00:00Z', what: "in the person's zone: 07:00 in New York" },
    { zone: 'America/New_York', now: '2026-11-21T03:30:00Z', morning: '2026-11-21T12:00:00Z', what: "in the person's zone: 22:30 the day before in New York" },
    { zone: 'Europe/Berlin', now: '2026-10-24T21:00:00Z', morning: '2026-10-25T06:00:00Z', what: 'over the end of summer time: ten hours of night' },
    { zone: 'Europe/Berlin', now: '2026-03-28T22:00:00Z', morning: '2026-03-29T05:00:00Z', what: 'over its beginning: eight' },
  ])('$what ($zone, $now)', ({ zone, now, morning }) => {
    expect(new Date(afterQuiet(at(now), zone)).toISOString()).toBe(new Date(morning).toISOString());
  });
});

describe('low urgency', () => {
  const night = at('2026-11-21T02:00:00Z');
  const base = sampleFacts();
  const facts = sampleFacts({
    people: { ...base.people, priya: samplePerson('priya', { timeZone: 'Europe/Berlin' }), sam: samplePerson('sam', { timeZone: 'Asia/Tokyo' }) },
    policy: { ...base.policy, steps: [{ targets: [{ kind: 'person', userId: 'priya' }, { kind: 'person', userId: 'sam' }], delaySeconds: 60 }] },
  });

  it('never escalates', () => {
    const incident = sampleIncident({ severity: 'SEV4' }, facts, night);
    expect(incident).toMatchObject({ urgency: 'low', wakeAt: null, escalation: { nextAt: null } });
    expect(advance(incident, facts, night + 100 * HOUR).changes).toEqual([]);
  });

  it('waits for the morning of each person where that person is, and still counts as fresh then', () => {
    // 03:00 in Berlin, 11:00 in Tokyo.
    const requests = sampleInbox(facts).receive(sampleArrival({ severityWord: 'info' }, night), night).turns['INC-000001']?.requests ?? [];
    expect(requests.map((request) => [recipientOf(request), new Date(request.dueAt).toISOString()])).toEqual([
      ['priya', '2026-11-21T06:00:00.000Z'], ['sam', '2026-11-21T02:00:00.000Z'],
    ]);
    expect(requests.every(({ dueAt, expiresAt }) => expiresAt > dueAt)).toBe(true);
  });

  it('a loud page waits for nobody', () => {
    const requests = sampleInbox(facts).receive(sampleArrival({ severityWord: 'critical' }, night), night).turns['INC-000001']?.requests ?? [];
    expect(requests.map(({ dueAt }) => dueAt)).toEqual([night, night]);
  });
});
