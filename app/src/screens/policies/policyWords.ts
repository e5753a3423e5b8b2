import type { EscalationPolicy, Step, Target } from '#domain/escalation/policy';
import { onCallOf } from '#domain/escalation/targets';
import type { PagingFacts } from '#domain/escalation/targets';
import { durationWords } from '#domain/time/words';
import { hoursWords } from '../services/hours';

/** A piece of a sentence; `strong` is a name that somebody looks for. */
export type Part = { text: string; strong?: true };

/** The parts as one text. */
export const textOf = (parts: readonly Part[]): string => parts.map(({ text }) => text).join('');

const plain = (text: string): Part => ({ text });
const name = (text: string): Part => ({ text, strong: true });

/** `a`, `a and b`, `a, b and c`, of anything. */
function listed(items: readonly Part[][]): Part[] {
  return items.flatMap((item, index) => (index === 0 ? item : [plain(index === items.length - 1 ? ' and ' : ', '), ...item]));
}

/**
 * A policy as it is spoken, at `now` (ms since epoch): "Page Priya (Checkout weekly). If nobody acknowledges within 1 min, page Sam. …". One list of parts
 * per sentence.
 */
export function policySentences(policy: EscalationPolicy, facts: PagingFacts, now: number): Part[][] {
  const steps = policy.steps.map((step, index): Part[] => {
    const before = policy.steps[index - 1];
    const unless = before === undefined ? [] : [plain(`If nobody acknowledges within ${durationWords(before.delaySeconds * 1_000)}, `)];
    const sentence = [...unless, ...branchParts(step), ...stepParts(step, facts, now), plain('.')];
    return sentence.map((part, at) => (at === 0 ? { ...part, text: part.text.charAt(0).toUpperCase() + part.text.slice(1) } : part));
  });
  return [...steps, afterwardsParts(policy, facts)];
}

/** `inside Mon to Fri 09:00 to 17:00 in Berlin, `; nothing for a step that counts at all times. */
function branchParts({ branch }: Step): Part[] {
  return branch === undefined ? [] : [plain(`only ${branch.when} ${hoursWords(branch)}, `)];
}

/** What a step does: `page Priya (Checkout weekly) and Sam, and tell #incidents`. */
export function stepParts(step: Step, facts: PagingFacts, now: number): Part[] {
  const paged = step.targets.filter(({ kind }) => kind !== 'destination');
  const told = step.targets.filter(({ kind }) => kind === 'destination');
  const page = paged.length === 0 ? [] : [plain('page '), ...listed(paged.map((target) => targetParts(target, facts, now)))];
  const tell = told.length === 0 ? [] : [plain('tell '), ...listed(told.map((target) => targetParts(target, facts, now)))];
  if (page.length === 0 && tell.length === 0) return [plain('page nobody')];
  return page.length > 0 && tell.length > 0 ? [...page, plain(', and '), ...tell] : [...page, ...tell];
}

/** Whom a target means now: a person, who is on call by a schedule, a team, a place that is told. */
export function targetParts(target: Target, facts: PagingFacts, now: number): Part[] {
  switch (target.kind) {
    case 'person': {
      const person = facts.people[target.userId];
      return [name(person?.name ?? 'somebody who was removed'), ...(person?.active === false ? [plain(' (not active)')] : [])];
    }
    case 'schedule': {
      const schedule = facts.schedules[target.scheduleId];
      if (schedule === undefined) return [name('a schedule that was removed')];
      const names = onCallOf(schedule, facts, now).map((userId) => facts.people[userId]?.name ?? userId);
      if (names.length === 0) return [plain('whoever is on call for '), name(schedule.name), plain(' (nobody now)')];
      return [...listed(names.map((each) => [name(each)])), plain(` (on call for ${schedule.name})`)];
    }
    case 'team': {
      const team = facts.teams?.[target.teamId];
      return team === undefined ? [name('a team that was removed')] : [plain('everybody in '), name(team.name), plain(` (${team.memberIds.length})`)];
    }
    case 'destination': {
      const destination = facts.destinations?.[target.destinationId];
      return [name(destination?.name ?? 'a destination that was removed'), ...(destination?.enabled === false ? [plain(' (switched off)')] : [])];
    }
    default: return target satisfies never;
  }
}

/** A target by its own name, with what it means now: `Checkout weekly (now Priya)`, `Shop (4)`. */
export function targetChip(target: Target, facts: PagingFacts, now: number): string {
  const schedule = target.kind === 'schedule' ? facts.schedules[target.scheduleId] : undefined;
  if (schedule !== undefined) {
    const names = onCallOf(schedule, facts, now).map((userId) => facts.people[userId]?.name ?? userId);
    return `${schedule.name} (${names.length === 0 ? 'nobody now' : `now ${names.join(', ')}`})`;
  }
  const team = target.kind === 'team' ? facts.teams?.[target.teamId] : undefined;
  return team === undefined ? textOf(targetParts(target, facts, now)) : `${team.name} (${team.memberIds.length})`;
}

/** What follows the last step: the rounds, the hand-off, the admins. */
export function afterwardsParts({ steps, rounds, handOffTo }: EscalationPolicy, facts: PagingFacts): Part[] {
  const wait = durationWords((steps.at(-1)?.delaySeconds ?? 0) * 1_000);
  const handed: Part[] = handOffTo === undefined
    ? [plain('page the admins, every 10 min until somebody takes it.')]
    : [plain('hand off to '), name(facts.policies?.[handOffTo]?.name ?? 'a policy that was removed'), plain('; then the admins.')];
  if (rounds === 1) return [plain(`If nobody acknowledges within ${wait}, `), ...handed];
  return [plain(`If nobody acknowledges within ${wait}, start again. Go round ${rounds} times, then `), ...handed];
}
