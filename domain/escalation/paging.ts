import type { Incident, Paging, Paused, Responder, Triggered } from '../incident/incident';
import type { Change } from '../incident/timeline';
import { andThen, asTriggered, type Turn, withResponder } from '../incident/turn';
import type { NotificationRequest } from '../notification/notification';
import { HOUR, type Instant, MINUTE, SECOND } from '../time/instant';
import type { Step } from './policy';
import { chainRequests, isInChain } from './chain';
import { countsAt, destinationsOfStep, lastResort, type PagingFacts, peopleOfStep, type Reached, targetNames } from './targets';

/** How often the last-resort policy pages the admins again. */
export const lastResortEvery = 10 * MINUTE;

type Place = { round: number; step: number };

/**
 * Starts paging in a new episode from the first step (a trigger or re-trigger), or from `place` (an escalation of an
 * acknowledged incident).
 */
export function startEpisode(turn: Turn, facts: PagingFacts, now: Instant, place?: Place): Turn {
  const { policy, episode, handedOff } = place === undefined ? ownPolicy(turn.incident, facts) : standing(turn.incident);
  const from = place ?? { round: 0, step: 0 };
  const escalation: Paging = { policy, episode: episode + 1, ...(handedOff === undefined ? {} : { handedOff }), ...from, state: 'paging', nextAt: now, reason: null };
  return pageFrom(andThen(turn, inNewEpisode(turn.incident, escalation)), from, facts, now);
}

/**
 * Nobody is paged before `until` (ms since epoch); what ends before then never pages. The wait has no pages: it is episode 0, or one of its own where an
 * earlier one was acknowledged, whose pages stay stopped.
 */
export function hold(turn: Turn, until: Instant, now: Instant): Turn {
  const { policy, episode } = turn.incident.escalation;
  const wasTaken = turn.incident.status !== 'triggered' && episode > 0;
  const escalation: Paging = { policy, episode: wasTaken ? episode + 1 : episode, round: 0, step: 0, state: 'held', nextAt: until, reason: null };
  return andThen(turn, asTriggered(turn.incident, escalation), [{ type: 'held', milliseconds: until - now }]);
}

/** What waits, waiting no longer than `until` (ms since epoch): the wait of what joins it. */
export function holdAtMost(turn: Turn, until: Instant): Turn {
  const { incident } = turn;
  const nextAt = incident.escalation.state === 'paused' ? null : incident.escalation.nextAt;
  if (!isHeld(incident) || incident.status !== 'triggered' || nextAt === null || nextAt <= until) return turn;
  return andThen(turn, { ...incident, escalation: { ...incident.escalation, nextAt: until } });
}

/** The wait is over: what still fires, or what has joined, pages. */
export function endHold(turn: Turn, reason: 'stillFiring' | 'joined', facts: PagingFacts, now: Instant): Turn {
  return startEpisode(andThen(turn, turn.incident, [{ type: 'holdOver', reason }]), facts, now);
}

/** Whether an incident waits to see if it heals by itself. */
export function isHeld(incident: Incident): boolean {
  return incident.status === 'triggered' && incident.escalation.state === 'held';
}

/**
 * Triggered in a new episode: whom an earlier one paged in vain is not being paged now. What was watched or ended flaps no more, by the word of a person:
 * the quiet of that time must not end what is opened again.
 */
function inNewEpisode(incident: Incident, escalation: Paging): Incident {
  const triggered = asTriggered(incident, escalation);
  const wasOpen = incident.status === 'triggered' || incident.status === 'acknowledged';
  return { ...triggered, flapping: wasOpen ? triggered.flapping : null, responders: triggered.responders.filter(({ state }) => state === 'acknowledged') };
}

/**
 * Goes on paging where a release found it: a new episode (what the acknowledge stopped stays stopped), the same step's people told
 * again, and the time to the next step that was left; the whole of it where the urgency has become high meanwhile.
 */
export function resumeEpisode(turn: Turn, paused: Paused, facts: PagingFacts, now: Instant): Turn {
  const { policy, round, step, was, reason, remainingMilliseconds } = paused;
  // It was taken before it paged anybody; whoever gives it back wants somebody else.
  if (was === 'held') return startEpisode(turn, facts, now);
  const wait = remainingMilliseconds ?? (was === 'lastResort' ? lastResortEvery : (policy.steps[step]?.delaySeconds ?? 0) * SECOND);
  const nextAt = turn.incident.urgency === 'low' ? null : now + wait;
  const escalation: Paging = { policy, episode: paused.episode + 1, round, step, state: was, nextAt, reason, ...(paused.handedOff === undefined ? {} : { handedOff: paused.handedOff }) };
  const resumed = andThen(turn, inNewEpisode(turn.incident, escalation));
  const reached = was === 'lastResort' ? lastResort(facts) : stepPeople(resumed.incident, { round, step }, facts, now);
  if (reached.length === 0 && was === 'lastResort') return pageLastResort(resumed, reason ?? 'nobody', round, facts, now);
  if (reached.length === 0) return pageFrom(resumed, { round, step: step + 1 }, facts, now);
  return page(resumed, escalation, reached, facts, now);
}

/**
 * Pages the first step at or after `place` that reaches somebody. A step whose target is nobody is skipped at once and said; one that does not count at
 * this time is passed over; destinations are told on the way and wait for nobody. A whole round of nobody, or the end of the last round, goes to the policy
 * that this one hands off to, else to the last resort, and says so.
 */
export function pageFrom(turn: Turn, place: Place, facts: PagingFacts, now: Instant): Turn {
  const { policy } = turn.incident.escalation;
  let next = turn;
  for (let { round, step } = place; round < policy.rounds; round += 1, step = 0) {
    const wholeRound = step === 0;
    for (; step < policy.steps.length; step += 1) {
      const current = policy.steps[step];
      if (current === undefined) break;
      const reached = stepPeople(turn.incident, { round, step }, facts, now);
      next = tellDestinations(next, current, { round, step }, facts, now);
      if (reached.length > 0) {
        const nextAt = turn.incident.urgency === 'low' ? null : now + current.delaySeconds * SECOND;
        const escalation: Paging = { ...standing(turn.incident), round, step, state: 'paging', nextAt, reason: null };
        return page(next, escalation, reached, facts, now);
      }
      if (countsAt(current, now) && current.targets.some(({ kind }) => kind !== 'destination')) {
        next = andThen(next, next.incident, [{ type: 'stepSkipped', round, step, targets: targetNames(current, facts) }]);
      }
    }
    if (wholeRound) return handOff(next, 'nobody', facts, now);
  }
  return handOff(next, 'outOfRounds', facts, now);
}

/** As many as an incident keeps. */
const mostHandOffs = 20;

/** Goes on with the policy that this one hands off to, from its first step; a circle, or none, ends at the last resort. */
function handOff(turn: Turn, reason: 'nobody' | 'outOfRounds', facts: PagingFacts, now: Instant): Turn {
  const { policy, episode, handedOff = [] } = turn.incident.escalation;
  const to = policy.handOffTo === undefined ? undefined : facts.policies?.[policy.handOffTo];
  const been = [...handedOff, policy.id];
  if (to === undefined || been.includes(to.id) || been.length > mostHandOffs) return pageLastResort(turn, reason, 0, facts, now);
  const escalation: Paging = { policy: to, episode, round: 0, step: 0, state: 'paging', nextAt: now, reason: null, handedOff: been };
  const handed = andThen(turn, asTriggered(turn.incident, escalation), [{ type: 'handedOff', policy: to.name }]);
  return pageFrom(handed, { round: 0, step: 0 }, facts, now);
}

function tellDestinations(turn: Turn, step: Step, place: Place, facts: PagingFacts, now: Instant): Turn {
  const told = destinationsOfStep(step, facts, now);
  if (told.length === 0) return turn;
  const requests = told.map(({ id, kind }): NotificationRequest => ({
    kind: 'notice', what: 'page', to: { destinationId: id, channel: kind }, cause: causeOf({ ...standing(turn.incident), state: 'paging', ...place }), why: '', dueAt: now, expiresAt: now + HOUR,
  }));
  return andThen(turn, turn.incident, [{ type: 'told', names: told.map(({ name }) => name) }], requests);
}

/** Pages the admins, and again every ten minutes until somebody takes the incident. Nobody there either: said, and tried again. */
export function pageLastResort(turn: Turn, reason: 'nobody' | 'outOfRounds', round: number, facts: PagingFacts, now: Instant): Turn {
  const nextAt = turn.incident.urgency === 'low' ? null : now + lastResortEvery;
  const escalation: Paging = { ...standing(turn.incident), round, step: 0, state: 'lastResort', nextAt, reason };
  const admins = lastResort(facts);
  if (admins.length > 0) return page(turn, escalation, admins, facts, now);
  // Even a low urgency is tried again: an incident that reaches nobody must not rest.
  const waiting = { ...escalation, nextAt: now + lastResortEvery };
  return andThen(turn, asTriggered(turn.incident, waiting), [{ type: 'nobodyAtAll' }]);
}

/** Where a new episode begins: with the policy that the incident was triggered with, where that has handed off meanwhile. */
function ownPolicy({ escalation: { policy, episode, handedOff = [] } }: Incident, { policies }: PagingFacts): Pick<Paging, 'policy' | 'episode' | 'handedOff'> {
  const [first] = handedOff;
  return { policy: (first === undefined ? undefined : policies?.[first]) ?? policy, episode };
}

function standing({ escalation: { policy, episode, handedOff } }: Incident): Pick<Paging, 'policy' | 'episode' | 'handedOff'> {
  return { policy, episode, ...(handedOff === undefined ? {} : { handedOff }) };
}

function stepPeople(incident: Incident, { step }: Place, facts: PagingFacts, now: Instant): Reached[] {
  const current = incident.escalation.policy.steps[step];
  return current === undefined ? [] : peopleOfStep(current, step, facts, now);
}

function page(turn: Turn, escalation: Paging, reached: readonly Reached[], facts: PagingFacts, now: Instant): Turn {
  const { round, step, state, reason, nextAt } = escalation;
  const pages = reached.map(({ userId, name, why }) => {
    const before = turn.incident.responders.find((responder) => responder.userId === userId);
    const page = { kind: 'page', what: 'page', to: { userId }, cause: causeOf(escalation), why, expiresAt: nextAt ?? now + 12 * HOUR } as const;
    // The chain of an earlier page of this episode goes on by itself: another beside it would ring everything twice.
    const again = isInChain(before, now);
    const { requests, endsAt } = chainRequests(page, { urgency: turn.incident.urgency, again, serviceId: turn.incident.serviceId, facts }, now);
    const responder: Responder = { userId, name, state: 'paged', at: now, chainEndsAt: again ? (before?.chainEndsAt ?? endsAt) : endsAt };
    return { requests, responder };
  });
  const people = [...reached];
  const change: Change = state === 'lastResort' && reason !== null
    ? { type: 'lastResort', reason, people }
    : { type: 'paged', round, step, people };
  const responders = pages.reduce((all, { responder }) => withResponder(all, responder), turn.incident.responders);
  const incident = { ...asTriggered(turn.incident, escalation), responders };
  return andThen(turn, incident, [change], pages.flatMap(({ requests }) => requests));
}

function causeOf({ state, round, step, handedOff = [] }: Pick<Paging, 'state' | 'round' | 'step' | 'handedOff'>): string {
  if (state === 'lastResort') return `last-resort.${round}`;
  return handedOff.length === 0 ? `${round}.${step}` : `${round}.${step}.handed-off-${handedOff.length}`;
}

/** Whether something of this incident's paging is due at `now`; not of a flapping one whose quiet is over: a late wake-up would page for what has ended. */
export function isDue(incident: Incident, now: Instant): incident is Triggered {
  const quietUntil = incident.alertCounts.firing === 0 ? (incident.flapping?.quietUntil ?? Infinity) : Infinity;
  return incident.status === 'triggered' && quietUntil > now && incident.escalation.nextAt !== null && incident.escalation.nextAt <= now;
}
