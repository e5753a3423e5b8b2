import { describe, expect, it } from 'vitest';
import { defaultSeverityPolicy } from '../incident/severity';
import { noon } from '../samples';
import { DAY, HOUR, MINUTE, SECOND } from '../time/instant';
import { figuresOf, repeatWithin } from './figures';
import { inTimeOf } from './inTime';
import { sampleRow as row } from './sampleRow';
import { againstTargets, defaultTargets, MetricsTargets } from './targets';

const restoring = (minutes: number, at = noon) => row({ triggeredAt: at, restoredAt: at + minutes * MINUTE, resolvedAt: at + minutes * MINUTE });

describe('figures', () => {
  it('of nothing measure nothing, and count nothing', () => {
    expect(figuresOf([])).toEqual({
      incidents: 0, pages: 0, nightPages: 0, reopened: 0, detect: null, acknowledge: null, restore: null, between: null, falsePositive: { count: 0, of: 0 }, rated: { count: 0, of: 0 },
      repeated: { count: 0, of: 0 }, secondLevel: { count: 0, of: 0 }, bySeverity: { SEV1: 0, SEV2: 0, SEV3: 0, SEV4: 0 }, byVerdict: { real: 0, falsePositive: 0, duplicate: 0, known: 0 },
      accepted: null, received: null, answered: null,
    });
  });

  it('measure from started to detected, from triggered to the first acknowledge, and to restored', () => {
    const { detect, acknowledge, restore } = figuresOf([row()]);
    expect([detect?.median, acknowledge?.median, restore?.median]).toEqual([2 * MINUTE, 3 * MINUTE, 20 * MINUTE]);
  });

  it('leave out of the acknowledging what nobody acknowledged, and say of how many they are', () => {
    const { acknowledge, restore } = figuresOf([row(), row({ acknowledgedAt: null }), row({ acknowledgedAt: noon + 5 * MINUTE })]);
    expect([acknowledge?.count, acknowledge?.mean, restore?.count]).toEqual([2, 4 * MINUTE, 3]);
  });

  it('are never negative, whatever was entered later', () => {
    const { detect, restore } = figuresOf([row({ startedAt: noon + HOUR, restoredAt: noon - HOUR })]);
    expect([detect?.median, restore?.median]).toEqual([0, 0]);
  });

  it('tell false positives of what was rated', () => {
    const { falsePositive, rated, byVerdict } = figuresOf([row({ verdict: 'falsePositive' }), row({ verdict: 'real' }), row({ verdict: 'known' }), row(), row()]);
    expect([falsePositive, rated, byVerdict]).toEqual([{ count: 1, of: 3 }, { count: 3, of: 5 }, { real: 1, falsePositive: 1, duplicate: 0, known: 1 }]);
  });

  it('count a repeat up to 30 days after the end of the earlier one', () => {
    expect(figuresOf([row({ repeatAfter: 0 }), row({ repeatAfter: repeatWithin }), row({ repeatAfter: repeatWithin + 1 }), row()]).repeated).toEqual({ count: 2, of: 4 });
    expect(repeatWithin).toBe(30 * DAY);
  });

  it('add up pages, nights, what was opened again and what went to the second level', () => {
    const rows = [row({ pages: { priya: { all: 3, night: 1 }, sam: { all: 1, night: 1 } }, reopened: 2 }), row({ pages: {}, secondLevel: true, severity: 'SEV3' })];
    expect(figuresOf(rows)).toMatchObject({ incidents: 2, pages: 4, nightPages: 2, reopened: 1, secondLevel: { count: 1, of: 2 }, bySeverity: { SEV1: 1, SEV3: 1 } });
  });

  it('tell the pager’s own way: accepted to sent, sent to received, received to acknowledged', () => {
    const { accepted, received, answered } = figuresOf([
      row(), row({ firstPage: { sentAt: noon + 2 * SECOND, receivedAt: null } }), row({ firstPage: null }), row({ acknowledgedAt: null }), row({ acknowledgedAt: noon + SECOND }),
    ]);
    expect([accepted?.count, accepted?.p50, received?.count, received?.p50, answered?.count]).toEqual([4, 400, 3, SECOND, 2]);
    // Acknowledged before a device said so: no time passed between.
    expect(figuresOf([row({ acknowledgedAt: noon + SECOND })]).answered?.p50).toBe(0);
  });
});

describe('between two incidents of a service', () => {
  it('runs from restored to the next triggered, in whatever order they come', () => {
    expect(figuresOf([restoring(10, noon + 5 * HOUR), restoring(60, noon), restoring(30, noon + 2 * HOUR)]).between).toMatchObject({ count: 2, median: (HOUR + 2.5 * HOUR) / 2 });
  });

  it('is counted for each service by itself', () => {
    const elsewhere = { ...restoring(10, noon + 2 * HOUR), serviceId: 'login' };
    expect(figuresOf([restoring(60, noon), elsewhere]).between).toBeNull();
    expect(figuresOf([restoring(60, noon), elsewhere, restoring(10, noon + 4 * HOUR)]).between).toMatchObject({ count: 1, median: 3 * HOUR });
  });

  it('is nothing where one began before the last was over, and counts from the longest one', () => {
    const long = restoring(10 * 60, noon);
    const within = restoring(5, noon + HOUR);
    expect(figuresOf([long, within]).between).toMatchObject({ count: 1, median: 0 });
    expect(figuresOf([long, within, restoring(5, noon + 12 * HOUR)]).between).toMatchObject({ count: 2, median: HOUR, mean: HOUR });
  });
});

describe('against targets', () => {
  const held = (minutes: number, targets = defaultTargets) => againstTargets(figuresOf([restoring(minutes)]), targets).restore;
  it('a median is below its target or it is not; as long is not below', () => {
    expect([held(29), held(30), held(31)]).toEqual([{ target: 30 * MINUTE, met: true }, { target: 30 * MINUTE, met: false }, { target: 30 * MINUTE, met: false }]);
  });

  it('nothing is said where nothing is aimed at or nothing was measured', () => {
    expect(held(10, { ...defaultTargets, restore: null })).toEqual({ target: null, met: null });
    expect(againstTargets(figuresOf([]), defaultTargets).acknowledge).toEqual({ target: 5 * MINUTE, met: null });
  });

  it('targets are at least a millisecond, for at least one severity', () => {
    expect(MetricsTargets.safeParse(defaultTargets).success).toBe(true);
    for (const wrong of [{ detect: 0 }, { restore: -1 }, { acknowledge: 1.5 }, { severities: [] }, { more: 1 }]) expect(MetricsTargets.safeParse({ ...defaultTargets, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
  });
});

describe('in the time that its severity asks for', () => {
  const of = (rows: Parameters<typeof inTimeOf>[0]) => inTimeOf(rows, defaultSeverityPolicy);
  it('is what a person took in it, to the millisecond', () => {
    expect(of([row({ acknowledgedAt: noon + 15 * MINUTE }), row({ acknowledgedAt: noon + 15 * MINUTE + 1 })]).SEV1).toEqual({ within: 15 * MINUTE, count: 1, of: 2 });
    expect(of([row({ severity: 'SEV2', acknowledgedAt: noon + 20 * MINUTE })])).toMatchObject({ SEV1: { of: 0 }, SEV2: { count: 1, of: 1, within: 30 * MINUTE } });
  });

  it('leaves out what ended before that by itself, not what nobody took in hours', () => {
    const unheard = (minutes: number) => row({ acknowledgedAt: null, resolvedAt: noon + minutes * MINUTE });
    expect(of([unheard(10), unheard(16)]).SEV1).toMatchObject({ count: 0, of: 1 });
  });
});
