import { describe, expect, it } from 'vitest';
import type { Incident } from '#domain/incident/incident';
import type { Notification } from '#domain/notification/notification';
import { tagOf } from '#domain/notification/tag';
import { endedWords, NEWS, oldNews, toShow } from './arrivals';
import { wantedOf } from './messages';

const now = 1_700_000_000_000;
const page: Notification = {
  id: 'n1', incidentId: 'INC-K7Q2MD', episode: 0, cause: '0.0', rule: '0', kind: 'page', channel: 'push', methodId: null, userId: 'ada', destinationId: null, subject: 'page', why: 'primary', url: null, chainAt: null,
  followAt: null, providerId: null, bundleId: null, userName: 'Ada', urgency: 'high',
  title: 'SEV1 Checkout', body: 'Answering 503.', status: 'sent', createdAt: now - 2_000, dueAt: now - 2_000, expiresAt: now + 60_000,
  sendingAt: now - 2_000, leaseUntil: null, sentAt: now - 1_900, deliveredAt: null, seenAt: null, failedAt: null, cancelledAt: null,
  attempts: 1, reason: null, provider: 'local', tokenHashes: [], tokenExpiresAt: null,
};
const policy = { id: 'p', name: 'Checkout', rounds: 3, steps: [{ targets: [{ kind: 'person' as const, userId: 'ada' }], delaySeconds: 60 }] };
const base: Omit<Extract<Incident, { status: 'triggered' }>, 'status' | 'escalation'> = {
  id: 'INC-K7Q2MD', title: 'Checkout is answering 503', description: '', isRenamed: false, severity: 'SEV1', type: 'outage', urgency: 'high',
  serviceId: 'checkout', serviceName: 'Checkout', alertServices: [], alertNames: [], declaredBy: null, responders: [], roles: [],
  clocks: {
    startedAt: now, detectedAt: now, triggeredAt: now, notifiedAt: null, acknowledgedAt: null, rootCauseIdentifiedAt: null, fixDeployedAt: null,
    mitigatedAt: null, resolvedAt: null,
  },
  updateCount: 0, publicNotice: false, wakeAt: null, alertCounts: { firing: 1, total: 1, events: 1 }, links: [], runbookId: null, linkedTo: null, reopenedCount: 0,
  requests: [], mergedInto: null, tags: [], routedBy: null, flapping: null,
  impact: null, tasks: [], decided: [], warRoom: null, ticks: [], exitChecks: [], verdict: null, repeatOf: null, drillId: null, cadenceMinutes: null, lastUpdateAt: null, finalUpdateAt: null, updateRemindedAt: null, commanderAskedAt: null,
};
const triggered: Incident = { ...base, status: 'triggered', escalation: { policy, episode: 0, round: 0, step: 0, state: 'paging', nextAt: now + 60_000, reason: null } };
const paused = { policy, episode: 0, round: 0, step: 0, state: 'paused' as const, was: 'paging' as const, reason: null, remainingMilliseconds: 1 };
const takenBy = (userId: string, name: string): Incident =>
  ({ ...base, status: 'acknowledged', owner: { userId, name, at: Date.UTC(2023, 10, 14, 2, 12) }, leaseUntil: null, toldAt: null, nudgedAt: null, snoozedUntil: null, escalation: paused });
const ids = (pages: Notification[]) => pages.map(({ id }) => id);

describe('what the open app shows', () => {
  it('is a page that has left the outbox, once', () => {
    expect(ids(toShow([page], [triggered], new Set(), now))).toEqual(['n1']);
    expect(toShow([page], [triggered], new Set(['n1']), now)).toEqual([]);
    expect(toShow([{ ...page, status: 'pending' }], [triggered], new Set(), now)).toEqual([]);
  });

  it('is also a page whose push failed: this is the other way to the person', () => {
    expect(ids(toShow([{ ...page, status: 'failed', failedAt: now }], [triggered], new Set(), now))).toEqual(['n1']);
  });

  it('is nothing that has ended, or was seen, or belongs to another episode', () => {
    expect(toShow([page], [takenBy('sam', 'Sam')], new Set(), now)).toEqual([]);
    expect(toShow([{ ...page, status: 'seen', seenAt: now }], [triggered], new Set(), now)).toEqual([]);
    expect(toShow([{ ...page, episode: 1 }], [triggered], new Set(), now)).toEqual([]);
  });

  it('waits for the incident of a page that arrived before it', () => {
    expect(toShow([page], [], new Set(), now)).toEqual([]);
  });

  it('is a test without an incident, and a fresh notice', () => {
    expect(ids(toShow([{ ...page, kind: 'test', incidentId: null }], [], new Set(), now))).toEqual(['n1']);
    expect(ids(toShow([{ ...page, kind: 'notice' }], [], new Set(), now))).toEqual(['n1']);
    expect(toShow([{ ...page, kind: 'notice', createdAt: now - 3_600_000 }], [], new Set(), now)).toEqual([]);
  });

  it('does not begin with what was there before', () => {
    expect(oldNews([page, { ...page, id: 'old', createdAt: now - NEWS - 1 }], now)).toEqual(['old']);
  });
});

it('the tag is the incident, so that push and listener show one notification', () => {
  expect(tagOf(page)).toBe('INC-K7Q2MD');
  expect(tagOf({ incidentId: null, id: '0123456789abcdef0123456789abcdef' })).toBe('test-0123456789abcdef0123');
});

describe('what takes the place of a page that ended', () => {
  it('names who has it', () => {
    expect(endedWords(takenBy('sam', 'Sam'), 'ada', 'Europe/Berlin', Date.UTC(2023, 10, 14, 3))).toBe('Acknowledged by Sam at 03:12. Nobody else will be paged.');
  });
  it('is nothing when the reader took it', () => {
    expect(endedWords(takenBy('ada', 'Ada'), 'ada', 'UTC', now)).toBeNull();
  });
  it('says that it is over when it is resolved', () => {
    expect(endedWords(undefined, 'ada', 'UTC', now)).toBe('This has ended meanwhile. Nothing to do.');
  });
});

describe('a tap that opened the app', () => {
  it('is read out of the address', () => {
    expect(wantedOf('/incidents/INC-K7Q2MD', '?acknowledge=n1')).toEqual({ type: 'acknowledge', incidentId: 'INC-K7Q2MD', notificationId: 'n1' });
    expect(wantedOf('/devices', '?seen=n1')).toEqual({ type: 'seen', notificationId: 'n1', url: null });
  });
  it('is nothing without an incident or a notification', () => {
    for (const [path, search] of [['/incidents', '?acknowledge=n1'], ['/incidents/INC-K7Q2MD', ''], ['/incidents/INC-K7Q2MD', '?acknowledge=']]) {
      expect(wantedOf(path ?? '', search ?? '')).toBeNull();
    }
  });
});
