import { describe, expect, it } from 'vitest';
import type { ServiceChange } from '#domain/change/change';
import { DAY, HOUR } from '#domain/time/instant';
import { anIncident } from '../../incidentForTests';
import { changesAbout } from './changes';

const now = 10 * DAY;
const change = (title: string, changedAt: number, receivedAt = changedAt): ServiceChange => ({
  id: title, serviceId: 'checkout', integrationId: 'i', source: 'github', title, description: '', changedAt, receivedAt, links: [], labels: {}, expireAt: 100 * DAY,
});
const incident = (triggeredAt: number, resolvedAt: number | null = null) => ({ clocks: { ...anIncident().clocks, triggeredAt, resolvedAt } });
const titles = (of: { shown: ServiceChange[] }) => of.shown.map(({ title }) => title);

describe('what changed about an incident', () => {
  const all = [change('old', now - 30 * HOUR), change('morning', now - 20 * HOUR), change('just now', now - HOUR)];

  it('is the last 24 h of an open one, the newest first', () => {
    const about = changesAbout(incident(now - 2 * HOUR), all, now);
    expect(about.title).toBe('Changed in the last 24 h');
    expect(titles(about)).toEqual(['just now', 'morning']);
  });

  it('is the day before an older one, and since', () => {
    const about = changesAbout(incident(now - 26 * HOUR), [...all, change('too old', now - 51 * HOUR)], now);
    expect(about.title).toBe('Changed in the 24 h before, and since');
    expect(titles(about)).toEqual(['just now', 'morning', 'old']);
  });

  it('leaves out what came after the end of a resolved one', () => {
    expect(titles(changesAbout(incident(now - 21 * HOUR, now - 10 * HOUR), all, now))).toEqual(['morning', 'old']);
  });

  it('takes what has arrived as happened, whatever its clock says', () => {
    expect(titles(changesAbout(incident(now - HOUR), [change('ahead', now + 3 * HOUR, now - 60_000)], now))).toEqual(['ahead']);
  });
});
