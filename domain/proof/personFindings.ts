import { load, noRest } from '../oncall/care';
import type { Shift } from '../oncall/rotation';
import { mergedSpans } from '../oncall/steps';
import { DAY } from '../time/instant';
import { durationWords } from '../time/words';
import type { Span } from '../time/weeklyWindow';
import { checkAhead, type Ground } from './ground';
import { type Occurrence, timesMore } from './occurrence';
import { pagedBy } from './policyFindings';
import { waysTo } from './reached';
import { momentWords, spanWords } from './spanWords';

/** What is wrong with the people who can be paged, by a policy or as the last resort: how they are reached, and what their time on call asks of them. */
export function personFindings(ground: Ground): Occurrence[] {
  return [...oneAdmin(ground), ...waysOfPeople(ground), ...timesOfPeople(ground)];
}

const organisation = { kind: 'organisation', id: 'organisation' } as const;
const noTime = { startAt: null, endAt: null };

function adminsOf({ facts, isActive }: Ground): string[] {
  return Object.values(facts.people).filter(({ id, role }) => role === 'admin' && isActive(id)).map(({ id }) => id);
}

function oneAdmin(ground: Ground): Occurrence[] {
  const admins = adminsOf(ground);
  const [only] = admins;
  if (admins.length > 1) return [];
  const text = only === undefined ? 'There is no active admin: a page that reaches nobody goes nowhere.'
    : `${ground.nameOf(only)} is the only admin: a page that reaches nobody goes to nobody else, and nobody else can mend what is set up.`;
  return [{ kind: 'oneAdmin', level: only === undefined ? 'problem' : 'warning', ...noTime, about: organisation, key: '', text: () => text }];
}

function waysOfPeople(ground: Ground): Occurrence[] {
  const { facts } = ground;
  if (facts.reach === undefined) return [];
  const paged = [...new Set([...pagedBy(Object.values(facts.policies), ground.policies), ...adminsOf(ground)])].sort();
  // Where nothing but push is set up, every person's hint would be the same one.
  const sets = Object.values(facts.reach).map(({ channels }) => channels);
  const pushAlone = sets.length > 0 && !sets.some(({ sms, voice, email }) => sms || voice || email);
  const own = paged.flatMap((userId) => wayOf(userId, ground, pushAlone));
  const byPush = paged.some((userId) => (facts.reach?.[userId]?.pushDevices ?? 0) > 0);
  return pushAlone && byPush ? [...own, {
    kind: 'noVerifiedMethod', level: 'hint', ...noTime, about: organisation, key: 'pushAlone', text: () => 'Pages go out by push alone. An SMS or a call gets through where a push does not: set up a provider.',
  }] : own;
}

function wayOf(userId: string, { facts, nameOf }: Ground, pushAlone: boolean): Occurrence[] {
  const ways = waysTo(userId, facts) ?? [];
  const reach = facts.reach?.[userId];
  const name = nameOf(userId);
  const about = { kind: 'person', id: userId } as const;
  if (ways.length === 0) {
    const isVerified = reach?.methods.some(({ verified }) => verified) ?? false;
    const why = isVerified ? 'no device takes pushes, and nothing in the notification rules reaches a verified number or address' : 'no device takes pushes, and no phone number or e-mail address is verified';
    return [{ kind: 'noVerifiedMethod', level: 'problem', ...noTime, about, key: 'none', text: () => `${name} can't be reached: ${why}.` }];
  }
  if (ways.some(({ channel }) => channel !== 'push')) return [];
  if (reach?.iosWebOnly === true) {
    return [{ kind: 'iosOnly', level: 'problem', ...noTime, about, key: '', text: () => `${name} is reached only by the web app on an iPhone or iPad: it rings once, shortly, and is silent when the phone is. Verify a phone number.` }];
  }
  return pushAlone ? [] : [{ kind: 'noVerifiedMethod', level: 'hint', ...noTime, about, key: 'pushOnly', text: () => `${name} is reached by push alone. A verified phone number gets through where a push does not.` }];
}

/**
 * Three fifths of all time. Google's SRE book (chapter 11, "Being On-Call") takes a quarter as the most, which a team of three can't keep; two who take turns share it
 * by halves, and whoever begins has a little more of 60 days.
 */
const mostHoursPerWeek = 100;
/** Directive 2003/88/EC, articles 5 and 16: a day off in each week, or two in a fortnight. Being on call at home is not always work by it; it wears all the same. */
const dayOff = DAY;
const mostWithoutDayOff = 14 * DAY;

function timesOfPeople(ground: Ground): Occurrence[] {
  const { stretches, isActive, facts } = ground;
  const shifts = [...stretches.values()].flatMap((all) => all.flatMap(({ startAt, endAt, userIds }) => userIds.filter(isActive).map((userId): Shift => ({ userId, startAt, endAt }))));
  const zoneOf = (userId: string) => facts.people[userId]?.timeZone ?? 'UTC';
  const tired = noRest(shifts, zoneOf).map(({ userId, endedAt, nextStartAt, rest }): Occurrence => {
    const read = ground.readIn(zoneOf(userId));
    return {
      kind: 'noRest', level: 'warning', startAt: endedAt, endAt: nextStartAt, about: { kind: 'person', id: userId }, key: '',
      text: (more) => `${ground.nameOf(userId)} has ${durationWords(rest)} of rest between a night on call until ${momentWords(endedAt, read)} and the next shift at ${momentWords(nextStartAt, read)} (${read.zone})${timesMore(more)}.`,
    };
  });
  const busy = new Map<string, Span[]>();
  for (const { userId, startAt, endAt } of shifts) {
    const own = busy.get(userId);
    if (own === undefined) busy.set(userId, [{ startAt, endAt }]);
    else own.push({ startAt, endAt });
  }
  const long = [...busy].flatMap(([userId, spans]) => withoutDayOff(userId, spans, ground));
  const known = new Set(long.map(({ about }) => about.id));
  const weeks = checkAhead / (7 * DAY);
  const much = load(shifts, zoneOf).filter(({ userId, hours }) => hours / weeks > mostHoursPerWeek && !known.has(userId)).map(({ userId, hours, nightHours }): Occurrence => ({
    kind: 'longLoad', level: 'hint', ...noTime, about: { kind: 'person', id: userId }, key: 'share',
    text: () => `${ground.nameOf(userId)} is on call ${Math.round(hours / weeks)} h a week, ${Math.round(nightHours / weeks)} h of it at night, over the next 60 days. Share it with somebody.`,
  }));
  return [...tired, ...long, ...much];
}

/** The stretches of more than a fortnight in which a person has no 24 hours off. */
function withoutDayOff(userId: string, spans: readonly Span[], ground: Ground): Occurrence[] {
  const runs: Span[] = [];
  for (const { startAt, endAt } of mergedSpans(spans)) {
    const last = runs.at(-1);
    if (last !== undefined && startAt - last.endAt < dayOff) last.endAt = endAt;
    else runs.push({ startAt, endAt });
  }
  const read = ground.readIn(ground.facts.people[userId]?.timeZone ?? 'UTC');
  return runs.filter(({ startAt, endAt }) => endAt - startAt > mostWithoutDayOff).map((span) => ({
    kind: 'longLoad', level: 'warning', ...span, about: { kind: 'person', id: userId }, key: 'dayOff',
    text: (more) => `${ground.nameOf(userId)} is on call without a day off ${spanWords(span, read)}${timesMore(more)}.`,
  }));
}
