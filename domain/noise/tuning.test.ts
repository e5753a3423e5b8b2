import { describe, expect, it } from 'vitest';
import { sampleRow } from '../metrics/sampleRow';
import { RoutingRule } from '../routing/rule';
import { noon } from '../samples';
import { MINUTE, SECOND } from '../time/instant';
import { type EndedIncident, noiseByAlert } from './noise';
import { type Tuning, tuningFor } from './tuning';

type Fields = Partial<EndedIncident>;
const times = (count: number, fields: Fields): EndedIncident[] => Array.from({ length: count }, (_, index) => ({ ...sampleRow({ acted: true, ...fields }), id: `INC-${index}` }));
const idle = (count: number, lasted: number, fields: Fields = {}) => times(count, { acted: false, resolvedAt: noon + lasted, ...fields });
const falsePositive = (count: number, fields: Fields = {}) => times(count, { verdict: 'falsePositive', ...fields });
const real = (count: number, fields: Fields = {}) => times(count, { verdict: 'real', ...fields });
const tuned = (...rows: EndedIncident[][]): Tuning | null => {
  const [noise] = noiseByAlert(rows.flat());
  return noise === undefined ? null : tuningFor(noise);
};

describe('a proposed rule', () => {
  it.each<[string, EndedIncident[][], Tuning['kind'] | null]>([
    ['every one judged to be false', [falsePositive(5)], 'suppress'],
    ['some judged to be false, on the rest nobody acted', [falsePositive(3), idle(9, 90 * MINUTE)], 'suppress'],
    ['one among many was right', [falsePositive(30), real(1)], 'lower'],
    ['one among many was acted on and not judged', [falsePositive(30), times(1, {})], 'lower'],
    ['nobody judged them, and they last long', [idle(30, 90 * MINUTE)], 'lower'],
    ['too few of them were judged', [falsePositive(2), idle(8, 90 * MINUTE)], 'lower'],
    ['they end by themselves soon', [idle(8, 90 * SECOND)], 'hold'],
    ['they end by themselves soon, though one was right', [idle(8, 90 * SECOND), real(1)], 'hold'],
    ['most of them were right', [idle(3, 90 * SECOND), real(9)], null],
    ['too few to say', [falsePositive(2)], null],
    ['the lowest severity, and long', [idle(9, 90 * MINUTE, { severity: 'SEV4' })], null],
  ])('where %s', (_, rows, kind) => expect(tuned(...rows)?.kind ?? null).toBe(kind));

  it('asks for the alert by its name, and is a rule that can be saved', () => {
    const tuning = tuned(idle(8, 90 * SECOND));
    expect(RoutingRule.parse({ id: 'new', ...tuning?.rule })).toMatchObject({
      name: 'Hold HighErrorRate for 2 min', enabled: true, when: { match: 'all', tests: [{ field: 'name', operator: 'is', values: ['HighErrorRate'] }] }, then: { kind: 'route', holdOffSeconds: 120, severity: null },
    });
    expect(tuning?.because).toBe('On 8 of 8 nobody acted; nine in ten of those were over within 2 min.');
  });

  it('asks for what has no name by its title, and for a name that was cut off by how it begins', () => {
    expect(tuned(idle(8, SECOND, { titled: true, name: 'Disk is full' }))?.rule.when.tests).toEqual([{ field: 'title', operator: 'is', values: ['Disk is full'] }]);
    const long = tuned(falsePositive(5, { name: 'x'.repeat(60) }));
    expect(long?.rule.when.tests).toEqual([{ field: 'name', operator: 'startsWith', values: ['x'.repeat(60)] }]);
    expect(RoutingRule.safeParse({ id: 'new', ...long?.rule }).success).toBe(true);
  });

  it('holds no longer than the severity bears: then it is rated one lower', () => {
    const of = (lasted: number, severity: 'SEV1' | 'SEV2' | 'SEV3') => tuned(idle(8, lasted, { severity }))?.rule.then;
    expect([of(2 * MINUTE, 'SEV1'), of(3 * MINUTE, 'SEV1'), of(5 * MINUTE, 'SEV2'), of(6 * MINUTE, 'SEV2'), of(15 * MINUTE, 'SEV3')]).toEqual([
      expect.objectContaining({ holdOffSeconds: 120 }), expect.objectContaining({ severity: 'SEV2', holdOffSeconds: null }), expect.objectContaining({ holdOffSeconds: 300 }),
      expect.objectContaining({ severity: 'SEV3' }), expect.objectContaining({ holdOffSeconds: 900 }),
    ]);
  });
});
