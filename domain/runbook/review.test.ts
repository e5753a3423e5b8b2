import { describe, expect, it } from 'vitest';
import { DAY } from '../time/instant';
import { reviewHolds, servicesWithout, standingOf } from './review';
import { Runbook } from './runbook';

const runbook = (id: string, fields: { services?: string[]; state?: 'draft' | 'verified' | 'approved'; at?: number }): Runbook => Runbook.parse({
  id, title: id, serviceIds: fields.services ?? [], markdown: '', review: { state: fields.state ?? 'draft', by: null, at: fields.at ?? 0 },
});

describe('a review', () => {
  const at = 1_000 * DAY;
  it('holds for half a year, and then the runbook is stale', () => {
    expect(standingOf(runbook('x', { state: 'approved', at }), at + reviewHolds)).toMatchObject({ kind: 'approved', until: at + reviewHolds });
    expect(standingOf(runbook('x', { state: 'verified', at }), at + reviewHolds + 1)).toMatchObject({ kind: 'stale', was: 'verified', since: at + reviewHolds });
    expect(standingOf(runbook('x', { at }), at + 1_000 * DAY)).toEqual({ kind: 'draft' });
  });

  it('names the services without an approved runbook that holds', () => {
    const services = ['by-runbook', 'by-service', 'stale', 'verified', 'none'].map((id) => ({ id, runbookId: id === 'by-service' ? 'b' : null }));
    const runbooks = [
      runbook('a', { services: ['by-runbook'], state: 'approved', at }), runbook('b', { state: 'approved', at }),
      runbook('c', { services: ['stale'], state: 'approved', at: at - reviewHolds - DAY }), runbook('d', { services: ['verified'], state: 'verified', at }),
    ];
    expect(servicesWithout(services, runbooks, at).map(({ id }) => id)).toEqual(['stale', 'verified', 'none']);
  });
});
