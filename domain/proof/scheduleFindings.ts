import { holidaysOf } from '../escalation/targets';
import { handoffAdvice } from '../oncall/care';
import { oddities, oddityWords } from '../oncall/oddities';
import type { Schedule } from '../oncall/schedule';
import { mergedSpans, overlapOf } from '../oncall/steps';
import { shiftsToCover } from '../oncall/timeOff';
import type { Span } from '../time/weeklyWindow';
import { type Ground, nobodySpans } from './ground';
import { andMore, type Occurrence, timesMore } from './occurrence';
import { spanWords } from './spanWords';

/** What is wrong with a schedule that a policy names. */
export function scheduleFindings(schedule: Schedule, ground: Ground): Occurrence[] {
  return [...gaps(schedule, ground), ...awayOnCall(schedule, ground), ...clockChanges(schedule, ground), ...handoffDays(schedule)];
}

/**
 * The times at which nobody is on call, or nobody who can be paged, while a step that asks the schedule counts. A problem where a policy then reaches nobody at all;
 * a warning where another step takes over, as it is meant to where a schedule is for office hours.
 */
function gaps(schedule: Schedule, ground: Ground): Occurrence[] {
  const stretches = ground.stretches.get(schedule.id) ?? [];
  const asked = askedSpans(schedule, ground);
  const nobody = mergedSpans(Object.values(ground.facts.policies).filter(({ steps }) => steps.some(({ targets }) => namesSchedule(targets, schedule))).flatMap((policy) => nobodySpans(policy, ground)));
  const read = ground.readIn(schedule.timeZone);
  const empty = stretches.filter(({ userIds }) => !userIds.some(ground.isActive));
  return overlapOf(mergedSpans(empty), asked).map((span) => {
    const isNamed = empty.some(({ startAt, endAt, userIds }) => userIds.length > 0 && startAt < span.endAt && endAt > span.startAt);
    const who = isNamed ? 'nobody who can be paged' : 'nobody';
    return {
      kind: 'gap', level: overlapOf([span], nobody).length > 0 ? 'problem' : 'warning', ...span, about: { kind: 'schedule', id: schedule.id }, key: '',
      text: (more) => `${schedule.name}: ${who} is on call ${spanWords(span, read)}${timesMore(more)}.`,
    };
  });
}

/** When a step that asks this schedule counts, in any policy. */
function askedSpans(schedule: Schedule, { facts, policies }: Ground): Span[] {
  return mergedSpans(Object.values(facts.policies).flatMap(({ id, steps }) => {
    const asking = steps.flatMap(({ targets }, index) => (namesSchedule(targets, schedule) ? [index] : []));
    return asking.length === 0 ? [] : (policies.get(id) ?? []).filter((stretch) => asking.some((index) => stretch.steps[index] !== null));
  }));
}

const namesSchedule = (targets: Ground['facts']['policies'][string]['steps'][number]['targets'], { id }: Schedule) =>
  targets.some((target) => target.kind === 'schedule' && target.scheduleId === id);

function awayOnCall(schedule: Schedule, { facts, now, until, isActive, nameOf, readIn }: Ground): Occurrence[] {
  const away = Object.fromEntries(Object.values(facts.people).filter(({ id, timeOff }) => timeOff.length > 0 && isActive(id)).map(({ id, timeOff }) => [id, timeOff]));
  if (Object.keys(away).length === 0) return [];
  const read = readIn(schedule.timeZone);
  return shiftsToCover(schedule, away, now, until, holidaysOf(schedule, facts)).map(({ userId, ...span }) => ({
    kind: 'awayOnCall', level: 'problem', ...span, about: { kind: 'schedule', id: schedule.id }, key: userId,
    text: (more) => `${schedule.name}: ${nameOf(userId)} is away and on call ${spanWords(span, read)}${timesMore(more)}. Somebody has to cover.`,
  }));
}

function clockChanges(schedule: Schedule, { now, until }: Ground): Occurrence[] {
  return oddities(schedule, now, until).map((oddity) => ({
    kind: 'clockChange', level: 'isDropped' in oddity && oddity.isDropped ? 'warning' : 'hint', startAt: oddity.at, endAt: oddity.at, about: { kind: 'schedule', id: schedule.id }, key: oddity.layerId,
    text: (more) => `${schedule.name}: ${oddityWords(oddity)}${andMore(more)}`,
  }));
}

function handoffDays(schedule: Schedule): Occurrence[] {
  return handoffAdvice(schedule).map(({ layerId, weekday, advice }) => {
    const layer = schedule.layers.find(({ id }) => id === layerId)?.name ?? layerId;
    return {
      kind: 'handoffDay', level: 'hint', startAt: null, endAt: null, about: { kind: 'schedule', id: schedule.id }, key: layerId,
      text: () => `${schedule.name}: ${layer} hands over on a ${weekday === 'MO' ? 'Monday' : 'Friday'}. ${advice}`,
    };
  });
}
