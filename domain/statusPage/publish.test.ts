import { describe, expect, it } from 'vitest';
import { noon, sampleFacts, sampleIncident } from '../samples';
import { HOUR, MINUTE } from '../time/instant';
import { component, components, openNotice, publishing, shown } from './forTests';
import { drafted, touchedBy } from './draft';
import type { IncidentNotice } from './notice';
import { publishUpdate, summarised } from './publish';
import { PublicNotice } from './publicStatus';
import { pastOf, shownNotice } from './shown';

describe('publishing an update', () => {
  it('is refused to whoever has not seen the newest one, and harmless twice', () => {
    const notice = openNotice();
    expect(publishUpdate(notice, publishing({ updateId: 'u2' }), noon)).toEqual({ kind: 'refused', code: 'changed-meanwhile' });
    expect(publishUpdate(notice, publishing({ seen: 1 }), noon)).toEqual({ kind: 'repeated', notice });
    expect(publishUpdate(undefined, publishing({ seen: 1 }), noon)).toEqual({ kind: 'refused', code: 'changed-meanwhile' });
  });

  it('ends with the last phase, and goes on with another one', () => {
    const over = publishUpdate(openNotice(), publishing({ updateId: 'u2', phase: 'resolved', seen: 1 }), noon + HOUR);
    if (over.kind !== 'done') throw new Error(over.kind);
    expect(over.notice).toMatchObject({ resolvedAt: noon + HOUR, publishedAt: noon });
    expect(pastOf(shown(over.notice), noon + HOUR)).toMatchObject({ startedAt: noon, endedAt: noon + HOUR, last: 'We look for the cause.' });
    const again = publishUpdate(over.notice, publishing({ updateId: 'u3', phase: 'identified', seen: 2 }), noon + 2 * HOUR);
    expect(again).toMatchObject({ kind: 'done', notice: { resolvedAt: null, publishedAt: noon } });
    if (again.kind === 'done') expect(pastOf(shown(again.notice), noon + 2 * HOUR)).toBeNull();
  });

  it('is summed up only once it is over', () => {
    const summary = { impact: 'Nobody could pay.', rootCause: '', resolution: '' };
    expect(summarised(openNotice(), summary, noon)).toBeUndefined();
    expect(summarised(openNotice({ phase: 'resolved' }), summary, noon)?.summary).toEqual({ ...summary, at: noon });
  });
});

describe('what the public sees of a notice', () => {
  const canary = 'CANARY';
  const incident = { id: 'INC-000001' as const, severity: 'SEV1' as const, startedAt: noon - HOUR };

  it('is nothing before it is published, and never its draft, its incident or its severity', () => {
    const open = openNotice({ incident });
    const notice: IncidentNotice = { ...open, draft: { phase: 'identified', text: canary, by: canary, at: noon } };
    expect(shownNotice({ ...notice, publishedAt: null }, components)).toBeNull();
    const seen = shown(notice);
    expect(PublicNotice.parse(seen)).toEqual(seen);
    expect(JSON.stringify(seen)).not.toMatch(/CANARY|INC-|SEV|incidentId|severity|draft|publishedAt/);
  });

  it('leaves out a field that somebody adds later', () => {
    const notice = { ...openNotice(), updates: [{ ...openNotice().updates[0], secret: canary }], secret: canary } as unknown as IncidentNotice; // What a newer schema might hold.
    expect(JSON.stringify(shownNotice(notice, components))).not.toContain(canary);
  });
});

describe('a draft', () => {
  const facts = sampleFacts();
  const incident = { ...sampleIncident({ title: 'CANARY-title', description: 'CANARY-words', severity: 'SEV2', type: 'outage' }), serviceName: 'CANARY-service' };
  const one = component('checkout', { name: 'Payments' });
  const draftIt = (fields: Partial<Pick<typeof incident, 'severity' | 'type' | 'impact'>> = {}) => drafted(undefined, { ...incident, ...fields }, [one], 'investigating', { noticeId: 'notice-0001', by: null }, facts, noon + MINUTE);

  it('says what is known outside, by the component’s own name', () => {
    const notice = draftIt({ impact: { answers: { affected: 'many', money: 'some' }, people: 12, note: 'CANARY-note', by: 'CANARY-name', at: noon } });
    expect(notice).toMatchObject({ title: 'Payments is not working', publishedAt: null, updates: [], components: [{ componentId: 'checkout', state: 'partialOutage' }] });
    expect(notice.draft?.text).toContain('Payments has not been working since');
    expect(notice.draft?.text).toContain('UTC');
    expect(JSON.stringify(notice)).not.toContain('CANARY');
  });

  it.each([['SEV1', 'outage', 'majorOutage'], ['SEV2', 'outage', 'partialOutage'], ['SEV3', 'outage', 'degraded'], ['SEV1', 'degradation', 'degraded']] as const)('proposes for %s %s: %s', (severity, type, state) => {
    expect(draftIt({ severity, type }).components).toEqual([{ componentId: 'checkout', state }]);
  });

  it('keeps the words and components that are public, and touches what its service names', () => {
    const before = openNotice({ title: 'As published' });
    expect(drafted(before, incident, [one], 'identified', { noticeId: before.id, by: 'Ada' }, facts, noon)).toMatchObject({ title: 'As published', components: before.components, updates: before.updates, draft: { phase: 'identified', by: 'Ada' } });
    expect(touchedBy({ statusComponentId: 'web' }, components).map(({ id }) => id)).toEqual(['web']);
    expect([touchedBy({ statusComponentId: null }, components), touchedBy(undefined, components)]).toEqual([[], []]);
  });
});
