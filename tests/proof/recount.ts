import type { Incident } from '#domain/incident/incident';
import type { Notification } from '#domain/notification/notification';

// The metrics counted once more, from the documents themselves and by other means than the product's: nothing of domain/metrics or domain/time is used here.

type Raw = { incident: Incident; messages: readonly Notification[] };
type Middle = { count: number; median: number; p90: number; mean: number } | null;

/** The value at a place between the smallest (0) and the largest (1), by the definition of type 7: the one-based rank is 1 + (n - 1) p. */
function atPart(values: readonly number[], part: number): number {
  const ascending = Array.from(values).sort((left, right) => (left < right ? -1 : 1));
  const rank = 1 + (ascending.length - 1) * part;
  const whole = Math.trunc(rank);
  const [lower, upper] = [ascending[whole - 1] ?? NaN, ascending[Math.min(whole, ascending.length - 1)] ?? NaN];
  return (1 - (rank - whole)) * lower + (rank - whole) * upper;
}

function middle(values: readonly number[]): Middle {
  let total = 0;
  for (const value of values) total += value;
  return values.length === 0 ? null : { count: values.length, median: atPart(values, 0.5), p90: atPart(values, 0.9), mean: total / values.length };
}
const level = (values: readonly number[]) => (values.length === 0 ? null : { count: values.length, p50: atPart(values, 0.5), p95: atPart(values, 0.95), p99: atPart(values, 0.99) });
const atLeastNothing = (ms: number) => (ms > 0 ? ms : 0);

/** The hour that a clock on the wall shows. */
const hourIn = (zone: string, at: number) => Number(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(new Date(at)));

/** Every figure of a dashboard, from all incidents with all their messages. `zones`: of each person. */
export function recounted(all: readonly Raw[], zones: Readonly<Record<string, string>>) {
  const counting = all.filter(({ incident }) => incident.status === 'resolved' && !incident.mergedInto);
  const clocksOf = ({ incident: { clocks } }: Raw) => ({ ...clocks, overAt: clocks.mitigatedAt ?? clocks.resolvedAt ?? NaN });
  let [pages, nightPages, second] = [0, 0, 0];
  const [sent, received, answered]: number[][] = [[], [], []];
  for (const one of counting) {
    const { detectedAt, acknowledgedAt } = clocksOf(one);
    const asked = one.messages.filter((message) => message.kind === 'page' && message.userId);
    const steps = [...new Set(asked.map(({ cause }) => cause))];
    const { was } = one.incident.escalation as { was: string }; // What has ended is paused.
    if (steps.length >= 2 || steps.some((cause) => cause.includes('last-resort')) || was === 'lastResort') second += 1;
    // The first message of each page, by whoever it was for, its episode and its step.
    const firsts: Record<string, { at: number; userId: string }> = {};
    for (const { userId, episode, cause, sentAt } of asked) {
      if (sentAt === null || userId === null) continue;
      const key = [userId, episode, cause].join('|');
      const before = firsts[key];
      if (before === undefined || sentAt < before.at) firsts[key] = { at: sentAt, userId };
    }
    for (const { at, userId } of Object.values(firsts)) {
      pages += 1;
      const hour = hourIn(zones[userId] ?? 'UTC', at);
      if (hour >= 22 || hour < 7) nightPages += 1;
    }
    const out = asked.filter(({ sentAt }) => sentAt !== null);
    if (out.length === 0) continue;
    const firstSent = Math.min(...out.map(({ sentAt }) => sentAt ?? Infinity));
    const heard = Math.min(...out.map(({ deliveredAt, seenAt }) => deliveredAt ?? seenAt ?? Infinity));
    sent?.push(atLeastNothing(firstSent - detectedAt));
    if (heard === Infinity) continue;
    received?.push(atLeastNothing(heard - firstSent));
    if (acknowledgedAt !== null) answered?.push(atLeastNothing(acknowledgedAt - heard));
  }

  // For every incident but the first of its service: how long before it the last of all earlier ones was over.
  const gaps = counting.flatMap((one) => {
    const { triggeredAt } = clocksOf(one);
    const place = counting.indexOf(one);
    const earlier = counting.filter((other, index) => other.incident.serviceId === one.incident.serviceId
      && (clocksOf(other).triggeredAt < triggeredAt || (clocksOf(other).triggeredAt === triggeredAt && index < place)));
    return earlier.length === 0 ? [] : [atLeastNothing(triggeredAt - Math.max(...earlier.map((other) => clocksOf(other).overAt)))];
  });
  // What nobody touched: no person's name stands anywhere in it but in its verdict and as one who was paged.
  const untouched = ({ clocks: { acknowledgedAt }, declaredBy, tasks, ticks, decided, exitChecks, impact, isRenamed, ...rest }: Incident) =>
    acknowledgedAt === null && !declaredBy && !impact && !isRenamed && tasks.length + ticks.length + decided.length + exitChecks.length === 0
    && !('owner' in rest && rest.owner?.userId) && !('resolvedBy' in rest && rest.resolvedBy?.userId);
  const wasted = counting.filter(({ incident }) => incident.verdict?.kind === 'falsePositive' || (!incident.verdict && untouched(incident)));
  const perName: Record<string, number> = {};
  for (const { incident: { alertNames, title, serviceId } } of wasted) {
    const called = `${serviceId} ${(alertNames[0] ?? title).substring(0, 60)}`;
    perName[called] = (perName[called] ?? 0) + 1;
  }

  const howMany = (is: (incident: Incident) => boolean) => counting.reduce((sum, { incident }) => sum + (is(incident) ? 1 : 0), 0);
  const judged = howMany(({ verdict }) => verdict !== null);
  const ofKind = (kind: string) => howMany(({ verdict }) => verdict?.kind === kind);
  const ofSeverity = (name: string) => howMany(({ severity }) => severity === name);
  return {
    incidents: counting.length, pages, nightPages, reopened: howMany(({ reopenedCount }) => reopenedCount >= 1),
    detect: middle(counting.map((one) => { const { startedAt, detectedAt } = clocksOf(one); return atLeastNothing(detectedAt - startedAt); })),
    acknowledge: middle(counting.filter((one) => clocksOf(one).acknowledgedAt !== null).map((one) => { const { triggeredAt, acknowledgedAt } = clocksOf(one); return atLeastNothing((acknowledgedAt ?? 0) - triggeredAt); })),
    restore: middle(counting.map((one) => { const { triggeredAt, overAt } = clocksOf(one); return atLeastNothing(overAt - triggeredAt); })),
    between: middle(gaps),
    falsePositive: { count: ofKind('falsePositive'), of: judged }, rated: { count: judged, of: counting.length },
    repeated: { count: howMany(({ repeatOf, clocks: { triggeredAt } }) => repeatOf !== null && triggeredAt - repeatOf.resolvedAt <= 2_592_000_000), of: counting.length },
    secondLevel: { count: second, of: counting.length },
    bySeverity: { SEV1: ofSeverity('SEV1'), SEV2: ofSeverity('SEV2'), SEV3: ofSeverity('SEV3'), SEV4: ofSeverity('SEV4') },
    byVerdict: { real: ofKind('real'), falsePositive: ofKind('falsePositive'), duplicate: ofKind('duplicate'), known: ofKind('known') },
    noise: perName,
    accepted: level(sent ?? []), received: level(received ?? []), answered: level(answered ?? []),
  };
}
