import { z } from 'zod';
import { overridesOf } from '#domain/oncall/cover';
import { LocalDate } from '#domain/oncall/holidays';
import { onCallAt, shiftsBetween } from '#domain/oncall/oncall';
import { turnsFrom } from '#domain/oncall/rotation';
import type { Temporary } from '#domain/oncall/schedule';
import { DAY, HOUR, MINUTE } from '#domain/time/instant';
import { resolveWall, wallOf } from '#domain/time/wallClock';
import { spanAt, TimeOfDay, Weekday } from '#domain/time/weeklyWindow';
import { TimeZone } from '#domain/time/zone';
import {
  At, FixedShift, layerOf, Local, overrideOf, OverrideInput, RotationInput, rotationLayer, rotationOf, RuleInput, scheduleOf, TargetedRule, TemporaryInput,
  User, windowOf,
} from './schedulesInput';

// A kind of case: the forms of its input and expectation, and what the engine makes of them. Each compares what was expected with what came as lines
// of text in one order, so that a difference can be read.

/** What was expected and what came, a line per fact. */
export type Compared = { expected: string[]; came: string[] };
/** Why a case's parts are not of its kind's form; else the comparison. */
export type Kind = (input: unknown, expect: unknown) => Compared;

const kind = <I, E>(inputForm: z.ZodType<I>, expectForm: z.ZodType<E>, compare: (input: I, expect: E) => Compared): Kind =>
  (input, expect) => compare(read('input', inputForm, input), read('expect', expectForm, expect));

/** Throws with the first things that are wrong. */
function read<T>(part: string, form: z.ZodType<T>, value: unknown): T {
  const result = form.safeParse(value);
  if (result.success) return result.data;
  throw new Error(`${part} is not of its kind's form: ${result.error.issues.slice(0, 3).map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`);
}

const said = (at: number | null) => (at === null || !Number.isFinite(at) ? 'never' : new Date(at).toISOString());
const saidShift = (user: string, start: number, end: number) => `${said(start)} to ${said(end)} ${user}`;
const saidSet = (at: number, users: readonly string[]) => `${said(at)} ${[...new Set(users)].sort().join(', ') || 'nobody'}`;
const shiftLines = (shifts: readonly { user: string; start: number; end: number }[]) => shifts.map(({ user, start, end }) => saidShift(user, start, end)).sort();
const engineLines = (...of: Parameters<typeof shiftsBetween>) => shiftsBetween(...of).map(({ userId, startAt, endAt }) => saidShift(userId, startAt, endAt)).sort();

const InstantSets = z.object({ instants: z.array(z.object({ at: At, oncall: z.array(User) })).min(1) });
const Segments = z.object({ segments: z.array(FixedShift) });

const rotationHandoffs = kind(
  z.object({ rotation: RotationInput, windowFromLocal: Local, windowToLocal: Local }), z.object({ handoffs: z.array(At).min(1) }),
  ({ rotation, windowFromLocal, windowToLocal }, { handoffs }) => {
    const [from, to] = [windowFromLocal, windowToLocal].map((local) => resolveWall(wallOf(local), rotation.timeZone, 'first'));
    const came: number[] = [];
    // From the handoff in force at the window's start to the first one after its end.
    for (const { startAt } of turnsFrom(rotationOf(rotation), rotation.timeZone, from ?? 0)) {
      came.push(startAt);
      if (startAt > (to ?? 0)) break;
    }
    return { expected: handoffs.map(said), came: came.map(said) };
  },
);

const Query = z.object({ at: At, shiftStart: At.optional(), shiftEnd: At.optional(), durationHours: z.number().optional() });
const rotationShiftAt = kind(z.object({ rotation: RotationInput }), z.object({ queries: z.array(Query).min(1) }), ({ rotation }, { queries }) => {
  const compared: Compared = { expected: [], came: [] };
  for (const { at, shiftStart, shiftEnd, durationHours } of queries) {
    for (const { startAt, endAt } of turnsFrom(rotationOf(rotation), rotation.timeZone, at)) {
      const line = (start: number, end: number, hours: number) =>
        `${said(at)}: ${shiftStart === undefined ? '' : `from ${said(start)} `}${shiftEnd === undefined ? '' : `to ${said(end)} `}${durationHours === undefined ? '' : `${hours} h`}`;
      compared.expected.push(line(shiftStart ?? 0, shiftEnd ?? 0, durationHours ?? 0));
      compared.came.push(line(startAt, endAt, (endAt - startAt) / HOUR));
      break;
    }
  }
  return compared;
});

const rotationOnCallAt = kind(z.object({ rotation: RotationInput, participants: z.array(User).optional() }), InstantSets, ({ rotation, participants }, { instants }) => {
  const layer = rotationLayer('rotation', rotation, participants ?? rotation.participants ?? []);
  const schedule = scheduleOf(rotation.timeZone, [layer]);
  return {
    expected: instants.map(({ at, oncall }) => saidSet(at, oncall)),
    came: instants.map(({ at }) => saidSet(at, onCallAt(schedule, at))),
  };
});

const clockOfDay = kind(
  z.object({ date: LocalDate, timeZone: TimeZone, resolve: z.enum(['first', 'last']) }),
  z.object({ pairs: z.array(z.object({ clock: TimeOfDay, instant: At })).min(1) }),
  ({ date, timeZone, resolve }, { pairs }) => ({
    expected: pairs.map(({ clock, instant }) => `${clock} ${said(instant)}`),
    came: pairs.map(({ clock }) => `${clock} ${said(resolveWall(wallOf(`${date}T${clock}`), timeZone, resolve))}`),
  }),
);

const ruleActive = kind(
  z.object({ rule: RuleInput }), z.object({ instants: z.array(z.object({ at: At, active: z.boolean() })).min(1) }),
  ({ rule }, { instants }) => {
    const schedule = scheduleOf(rule.timeZone, [layerOf('rule', 'active', { windows: [windowOf(rule)] })]);
    const line = (at: number, active: boolean) => `${said(at)} ${active ? 'active' : 'inactive'}`;
    return {
      expected: instants.map(({ at, active }) => line(at, active)),
      came: instants.map(({ at }) => line(at, onCallAt(schedule, at).length > 0)),
    };
  },
);

const SpanQuery = z.object({ at: At, start: At.nullish(), end: At.nullish() });
const ruleNextSpan = kind(z.object({ rule: RuleInput }), z.object({ queries: z.array(SpanQuery).min(1) }), ({ rule }, { queries }) => {
  // Only what a query names is compared; null is a limit that there is none of.
  const line = (at: number, start: number | null | undefined, end: number | null | undefined) =>
    `${said(at)}:${start === undefined ? '' : ` from ${said(start)}`}${end === undefined ? '' : ` to ${said(end)}`}`;
  return {
    expected: queries.map(({ at, start, end }) => line(at, start, end)),
    came: queries.map(({ at, start, end }) => {
      const span = spanAt([windowOf(rule)], rule.timeZone, at);
      return line(at, start === undefined ? undefined : (span?.startAt ?? null), end === undefined ? undefined : (span?.endAt ?? null));
    }),
  };
});

const FinalSchedule = z.object({
  timeZone: TimeZone, rules: z.array(TargetedRule), overrides: z.array(OverrideInput).default([]), temporarySchedules: z.array(TemporaryInput).default([]), from: At, to: At,
});
const temporaryOf = ({ start, end, shifts }: z.infer<typeof TemporaryInput>, i: number): Temporary => ({
  id: `temporary-${i}`, name: 'Temporary', startAt: start, endAt: end,
  shifts: shifts.map((shift) => ({ userId: shift.user, startAt: shift.start, endAt: shift.end })),
});
const finalSchedule = kind(FinalSchedule, z.object({ shifts: z.array(FixedShift) }), ({ timeZone, rules, overrides, temporarySchedules, from, to }, { shifts }) => {
  const layers = rules.map((rule, i) => {
    const windows = [windowOf(rule)];
    return 'user' in rule.target
      ? layerOf(`rule-${i}`, rule.target.user, { windows })
      : rotationLayer(`rule-${i}`, rule.target.rotation, rule.target.rotation.participants, { windows });
  });
  const schedule = scheduleOf(timeZone, layers, { overrides: overrides.flatMap(overrideOf), temporary: temporarySchedules.map(temporaryOf) });
  return { expected: shiftLines(shifts), came: engineLines(schedule, from, to) };
});

const overrideMap = kind(z.object({ base: z.array(User), overrides: z.array(OverrideInput) }), InstantSets, ({ base, overrides }, { instants }) => {
  const schedule = scheduleOf('UTC', base.map((user) => layerOf(user, user)), { overrides: overrides.flatMap(overrideOf) });
  return {
    expected: instants.map(({ at, oncall }) => saidSet(at, oncall)),
    came: instants.map(({ at }) => saidSet(at, onCallAt(schedule, at))),
  };
});

const Ranked = FixedShift.extend({ priority: z.number() });
const layeredDay = kind(
  z.object({ timeZone: TimeZone, day: LocalDate, shifts: z.array(Ranked), overrides: z.array(Ranked.partial({ priority: true })).default([]) }), Segments,
  ({ timeZone, day, shifts, overrides }, { segments }) => {
    // Only the order of priorities counts, whatever their numbers.
    const ranks = [...new Set(shifts.map(({ priority }) => priority))].sort((a, b) => a - b);
    const layers = shifts.map(({ user, priority, start, end }, i) => layerOf(`shift-${i}`, user, { priority: ranks.indexOf(priority), from: start, until: end }));
    // What takes the place of everybody who is on call, instead of one named person, is a plan for that time.
    const temporary = overrides.map(({ user, start, end }, i) => temporaryOf({ start, end, shifts: [{ user, start, end }] }, i));
    const [from = 0, to = 0] = [0, DAY].map((later) => resolveWall(wallOf(day) + later, timeZone, 'first'));
    return { expected: shiftLines(segments), came: engineLines(scheduleOf(timeZone, layers, { temporary }), from, to) };
  },
);

const Swap = z.object({ beneficiary: User, benefactor: User.nullable(), start: At, end: At, taken: z.boolean() });
const Daily = z.object({ user: User, start: TimeOfDay, hours: z.number().positive().max(24), fromDay: LocalDate });
const shiftSwap = kind(
  z.object({ timeZone: TimeZone, daily: Daily, swap: Swap, from: At, to: At }), Segments,
  ({ timeZone, daily, swap, from, to }, { segments }) => {
    const first = wallOf(`${daily.fromDay}T${daily.start}`);
    const end = new Date(first + daily.hours * 60 * MINUTE).toISOString().slice(11, 16);
    const windows = [{ days: [...Weekday.options], start: daily.start, end }];
    const layer = layerOf('daily', daily.user, { windows, from: resolveWall(first, timeZone, 'first') });
    const overrides = overridesOf({
      id: 'swap', scheduleId: 'case', userId: swap.beneficiary, startAt: swap.start, endAt: swap.end, note: '', state: swap.taken ? 'taken' : 'open',
      takenBy: swap.taken ? swap.benefactor : null, inReturn: null, createdAt: from, answeredAt: null,
    });
    return { expected: shiftLines(segments), came: engineLines(scheduleOf(timeZone, [layer], { overrides }), from, to) };
  },
);

export const kinds: Readonly<Record<string, Kind>> = {
  rotation_handoffs: rotationHandoffs, rotation_shift_at: rotationShiftAt, rotation_oncall_at: rotationOnCallAt, clock_of_day: clockOfDay,
  rule_active: ruleActive, rule_next_span: ruleNextSpan, final_schedule: finalSchedule, override_map: overrideMap, layered_day: layeredDay, shift_swap: shiftSwap,
};
