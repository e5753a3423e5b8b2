import { VerdictKind } from '../incident/parts';
import { Severity } from '../incident/severity';
import { DAY } from '../time/instant';
import type { MetricsRow } from './row';
import { type Level, levelOf, type Spread, spreadOf } from './statistics';

/** A part of a whole, told as both: "41 of 52". */
export type Share = { count: number; of: number };

/** What a set of ended incidents comes to. Times in ms; null where there is nothing to measure. */
export type Figures = {
  incidents: number; pages: number; nightPages: number; reopened: number;
  /** Started to detected, triggered to the first human acknowledge, triggered to restored (DESIGN: clocks). Between two incidents of a service: restored to the next triggered. */
  detect: Spread | null; acknowledge: Spread | null; restore: Spread | null; between: Spread | null;
  /** Of those that somebody judged. */
  falsePositive: Share; rated: Share; repeated: Share; secondLevel: Share;
  bySeverity: Record<Severity, number>; byVerdict: Record<VerdictKind, number>;
  /** The pager's own way: detected to sent, sent to received by a device, received to acknowledged. */
  accepted: Level | null; received: Level | null; answered: Level | null;
};

/** A repeat counts as one when it came within so long of the end of what it repeats. */
export const repeatWithin = 30 * DAY;

/** What these incidents come to. */
export function figuresOf(rows: readonly MetricsRow[]): Figures {
  const judged = rows.filter(({ verdict }) => verdict !== null);
  const pages = rows.flatMap((row) => Object.values(row.pages));
  const firsts = rows.flatMap((row) => (row.firstPage === null ? [] : { row, ...row.firstPage }));
  const count = (is: (row: MetricsRow) => boolean): number => rows.filter(is).length;
  return {
    incidents: rows.length, pages: sum(pages.map(({ all }) => all)), nightPages: sum(pages.map(({ night }) => night)), reopened: count(({ reopened }) => reopened > 0),
    detect: spreadOf(rows.map(({ startedAt, detectedAt }) => Math.max(0, detectedAt - startedAt))),
    acknowledge: spreadOf(rows.flatMap(({ triggeredAt, acknowledgedAt }) => (acknowledgedAt === null ? [] : Math.max(0, acknowledgedAt - triggeredAt)))),
    restore: spreadOf(rows.map(({ triggeredAt, restoredAt }) => Math.max(0, restoredAt - triggeredAt))),
    between: spreadOf(betweenOf(rows)),
    falsePositive: { count: judged.filter(({ verdict }) => verdict === 'falsePositive').length, of: judged.length },
    rated: { count: judged.length, of: rows.length },
    repeated: { count: count(({ repeatAfter }) => repeatAfter !== null && repeatAfter <= repeatWithin), of: rows.length },
    secondLevel: { count: count(({ secondLevel }) => secondLevel), of: rows.length },
    bySeverity: tally(Severity.options, (severity) => count((row) => row.severity === severity)),
    byVerdict: tally(VerdictKind.options, (verdict) => count((row) => row.verdict === verdict)),
    accepted: levelOf(firsts.map(({ row, sentAt }) => Math.max(0, sentAt - row.detectedAt))),
    received: levelOf(firsts.flatMap(({ sentAt, receivedAt }) => (receivedAt === null ? [] : Math.max(0, receivedAt - sentAt)))),
    answered: levelOf(firsts.flatMap(({ row: { acknowledgedAt }, receivedAt }) => (receivedAt === null || acknowledgedAt === null ? [] : Math.max(0, acknowledgedAt - receivedAt)))),
  };
}

/** How long a service went without an incident: from the latest restoration so far to the next trigger, where there is a next. One that began before all before it were over leaves no time between. */
function betweenOf(rows: readonly MetricsRow[]): number[] {
  const restoredBy = new Map<string, number>();
  return [...rows].sort((a, b) => a.triggeredAt - b.triggeredAt).flatMap(({ serviceId, triggeredAt, restoredAt }) => {
    const before = restoredBy.get(serviceId);
    restoredBy.set(serviceId, Math.max(before ?? restoredAt, restoredAt));
    return before === undefined ? [] : Math.max(0, triggeredAt - before);
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** A number for each key; every key has one. */
function tally<K extends string>(keys: readonly K[], of: (key: K) => number): Record<K, number> {
  // Each key is there: Object.fromEntries knows only that some are.
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, number>;
}
