import type { Span } from '../time/weeklyWindow';

/** What holds until `endAt` (ms since epoch), from where the step before it ended. A line of steps has no holes; its last one ends at Infinity. */
export type Step<T> = { endAt: number; value: T };

/** Several lines that begin at the same time as one: a step wherever one of them has one, with what holds in each. Lazy. */
export function* together<T>(lines: readonly Iterator<Step<T>, void>[]): Generator<Step<T[]>, void> {
  const heads = lines.map((line) => following(line));
  for (;;) {
    let endAt = Infinity;
    const value: T[] = [];
    for (const head of heads) {
      if (head === undefined) return;
      endAt = Math.min(endAt, head.endAt);
      value.push(head.value);
    }
    yield { endAt, value };
    if (endAt === Infinity) return;
    heads.forEach((head, i) => {
      const line = lines[i];
      if (line !== undefined && head !== undefined && head.endAt <= endAt) heads[i] = following(line);
    });
  }
}

/** Sorted spans that do not meet, as a line from `from` (ms since epoch): `inside` within them, `outside` between. */
export function* stepsOf<T>(spans: Iterable<Span>, from: number, inside: T, outside: T): Generator<Step<T>, void> {
  for (const { startAt, endAt } of spans) {
    if (endAt <= from || endAt <= startAt) continue;
    if (startAt > from) yield { endAt: startAt, value: outside };
    yield { endAt, value: inside };
    if (endAt === Infinity) return;
  }
  yield { endAt: Infinity, value: outside };
}

/** Spans in any order as sorted ones that do not meet. */
export function mergedSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const { startAt, endAt } of [...spans].sort((a, b) => a.startAt - b.startAt)) {
    const last = merged.at(-1);
    if (last !== undefined && startAt <= last.endAt) last.endAt = Math.max(last.endAt, endAt);
    else merged.push({ startAt, endAt });
  }
  return merged;
}

/** What lies in both, of sorted spans that do not meet. */
export function overlapOf(some: readonly Span[], others: readonly Span[]): Span[] {
  const overlaps: Span[] = [];
  for (let i = 0, j = 0; ; ) {
    const [one, other] = [some[i], others[j]];
    if (one === undefined || other === undefined) return overlaps;
    const span = { startAt: Math.max(one.startAt, other.startAt), endAt: Math.min(one.endAt, other.endAt) };
    if (span.endAt > span.startAt) overlaps.push(span);
    if (one.endAt < other.endAt) i += 1;
    else j += 1;
  }
}

function following<T>(line: Iterator<Step<T>, void>): Step<T> | undefined {
  const result = line.next();
  return result.done === true ? undefined : result.value;
}
