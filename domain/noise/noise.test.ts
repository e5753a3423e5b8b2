import { describe, expect, it } from 'vitest';
import { sampleRow } from '../metrics/sampleRow';
import { noon } from '../samples';
import { DAY, MINUTE } from '../time/instant';
import { type EndedIncident, noiseByAlert, noiseByRule, ofKind, wasteOf } from './noise';

let made = 0;
const row = (fields: Partial<EndedIncident> = {}): EndedIncident => ({ ...sampleRow(fields), id: fields.id ?? `INC-${String(made += 1).padStart(6, '0')}` });
const idle = (fields: Partial<EndedIncident> = {}) => row({ acted: false, acknowledgedAt: null, ownerId: null, ...fields });
const falsePositive = (fields: Partial<EndedIncident> = {}) => row({ verdict: 'falsePositive', ...fields });

describe('noise by alert', () => {
  it('counts what was wasted beside all there was, each with its sample', () => {
    const rows = [
      falsePositive({ id: 'INC-000001', triggeredAt: noon, pages: { priya: { all: 2, night: 1 } } }), idle({ id: 'INC-000002', triggeredAt: noon + DAY, pages: { sam: { all: 3, night: 3 } } }),
      row({ verdict: 'real', triggeredAt: noon - DAY }), row({ triggeredAt: noon - 2 * DAY }),
    ];
    expect(noiseByAlert(rows)).toEqual([expect.objectContaining({
      serviceId: 'checkout', name: 'HighErrorRate', titled: false, incidents: 4, pages: 7, nightPages: 4, rated: 2, idle: 1, verdicts: { real: 1, falsePositive: 1, duplicate: 0, known: 0 },
      wasted: { incidents: 2, pages: 5, nightPages: 4 }, lastAt: noon + DAY, examples: ['INC-000002', 'INC-000001'],
    })]);
    expect(wasteOf(rows)).toEqual({ all: { incidents: 4, pages: 7, nightPages: 4 }, wasted: { incidents: 2, pages: 5, nightPages: 4 } });
  });

  it.each<[string, EndedIncident, boolean]>([
    ['judged to be false, though somebody took it', falsePositive(), true],
    ['nobody acted and nobody judged', idle(), true],
    ['nobody acted, and it was right', idle({ verdict: 'real' }), false],
    ['nobody acted, and it was known', idle({ verdict: 'known' }), false],
    ['acted on and not judged', row(), false],
  ])('%s', (_, one, isNoise) => expect(noiseByAlert([one])).toHaveLength(isNoise ? 1 : 0));

  it('puts the most wasted pages first, then the nights, then the count', () => {
    const pages = (all: number, night = 0) => ({ pages: { priya: { all, night } } });
    const rows = [idle({ name: 'Few', ...pages(1) }), idle({ name: 'Many', ...pages(9) }), idle({ name: 'Night', ...pages(1, 1) }), row({ name: 'Right', ...pages(50), verdict: 'real' }), idle({ name: 'Twice', ...pages(1) }), idle({ name: 'Twice', ...pages(0) })];
    expect(noiseByAlert(rows).map(({ name }) => name)).toEqual(['Many', 'Night', 'Twice', 'Few']);
  });

  it('keeps the same name of two services apart, and a title from a name', () => {
    expect(noiseByAlert([idle(), idle({ serviceId: 'login' }), idle({ titled: true })])).toHaveLength(3);
  });

  it('leaves out rows from before names were counted', () => expect(noiseByAlert([idle({ name: '' })])).toEqual([]));

  it('has the severity that most of them had, of two the graver', () => {
    const of = (...severities: ('SEV1' | 'SEV2' | 'SEV3')[]) => noiseByAlert(severities.map((severity) => idle({ severity })))[0]?.severity;
    expect([of('SEV1', 'SEV3', 'SEV3'), of('SEV2', 'SEV3'), of('SEV3', 'SEV2')]).toEqual(['SEV3', 'SEV2', 'SEV2']);
  });

  it('knows how long what nobody acted on went on', () => {
    const [noise] = noiseByAlert([idle({ resolvedAt: noon + 4 * MINUTE }), idle({ resolvedAt: noon + 2 * MINUTE }), row({ resolvedAt: noon + 99 * MINUTE })]);
    expect(noise?.idleLasted).toMatchObject({ count: 2, median: 3 * MINUTE });
  });
});

describe('noise by rule', () => {
  it('puts the most false positives first, and leaves out what no rule routed', () => {
    const rows = [idle({ rule: 'quiet', pages: { priya: { all: 40, night: 0 } } }), falsePositive({ rule: 'loud' }), falsePositive({ rule: 'loud' }), falsePositive({ rule: 'quiet' }), falsePositive(), row({ rule: 'right', verdict: 'real' })];
    expect(noiseByRule(rows).map(({ ruleId, verdicts }) => [ruleId, verdicts.falsePositive])).toEqual([['loud', 2], ['quiet', 1]]);
  });
});

it('what is looked for comes first, and what has none of it goes', () => {
  const all = noiseByAlert([
    ...[1, 2, 3].map(() => idle({ name: 'Idle', pages: { priya: { all: 9, night: 0 } } })), falsePositive({ name: 'False', pages: { priya: { all: 1, night: 1 } } }),
    idle({ name: 'Both', pages: { priya: { all: 1, night: 0 } } }), falsePositive({ name: 'Both' }), falsePositive({ name: 'Both' }),
  ]);
  const names = (kind: Parameters<typeof ofKind>[1]) => ofKind(all, kind).map(({ name }) => name);
  expect([names('all'), names('falsePositives'), names('neverActedOn'), names('atNight')]).toEqual([['Idle', 'Both', 'False'], ['Both', 'False'], ['Idle', 'Both'], ['False']]);
});
