import { EscalationPolicy, Target } from '#domain/escalation/policy';
import type { Branch, Step } from '#domain/escalation/policy';
import { z } from 'zod';
import type { Issue } from '../../commands/send';
import { HoursDraft, hoursIssues, inWeekOrder, workingWeek } from '../services/hours';

/** A step as it is typed. `wait`: minutes, as text; `always` keeps the hours for those who switch back to them. */
export const StepDraft = z.object({ key: z.string(), targets: z.array(Target), wait: z.string(), when: z.enum(['always', 'inside', 'outside']), hours: HoursDraft });
export type StepDraft = z.infer<typeof StepDraft>;

/** A policy as it is typed. `handOffTo` empty: to the admins. */
export const PolicyDraft = z.object({ id: z.string(), name: z.string(), steps: z.array(StepDraft), rounds: z.string(), handOffTo: z.string() });
export type PolicyDraft = z.infer<typeof PolicyDraft>;

/** The waits that are offered, in minutes; others are typed. */
export const waits = ['0.5', '1', '2', '3', '5', '10', '15', '20', '30', '60'] as const;
/** How often the steps may be gone through. */
export const roundChoices = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20] as const;

/** The schema's longest policy. */
export const mostSteps = 10;

/** A step without anybody in it. */
export const newStep = (key: string, timeZone: string): StepDraft => ({ key, targets: [], wait: '5', when: 'always', hours: workingWeek(timeZone) });

/** What the form starts with for a new policy: one step to fill in, three rounds. */
export const newPolicyDraft = (id: string, timeZone: string): PolicyDraft => ({ id, name: '', steps: [newStep(`${id}-0`, timeZone)], rounds: '3', handOffTo: '' });

/** What the form starts with for a policy; `timeZone` is for hours that somebody adds. */
export function policyDraftOf({ id, name, steps, rounds, handOffTo }: EscalationPolicy, timeZone: string): PolicyDraft {
  return {
    id, name, rounds: String(rounds), handOffTo: handOffTo ?? '',
    steps: steps.map(({ targets, delaySeconds, branch }, index) => ({
      key: `${id}-${index}`, targets, wait: String(Math.round((delaySeconds / 60) * 10_000) / 10_000), when: branch?.when ?? 'always',
      hours: branch === undefined ? workingWeek(timeZone) : { timeZone: branch.timeZone, windows: branch.windows },
    })),
  };
}

/** The seconds of a wait that was typed in minutes, to the whole second; null where it is none, or more than a day. */
export function waitSeconds(minutes: string): number | null {
  const typed = minutes.trim().replace(',', '.');
  const seconds = typed === '' ? NaN : Math.round(Number(typed) * 60);
  return Number.isInteger(seconds) && seconds >= 1 && seconds <= 86_400 ? seconds : null;
}

/** The policy that was typed, or what is wrong with it: the same paths as the server's. */
export function policyOf({ id, name, steps, rounds, handOffTo }: PolicyDraft): { policy: EscalationPolicy } | { issues: Issue[] } {
  const issues: Issue[] = [
    ...(name.trim() === '' ? [{ path: 'policy.name', message: 'is needed' }] : []),
    ...(steps.length === 0 ? [{ path: 'policy.steps', message: 'Add a step: it says whom to page first.' }] : []),
    ...steps.flatMap(stepIssues),
  ];
  if (issues.length > 0) return { issues };
  const policy = EscalationPolicy.safeParse({ id, name: name.trim(), steps: steps.map(stepOf), rounds: Number(rounds), ...(handOffTo === '' ? {} : { handOffTo }) });
  if (policy.success) return { policy: policy.data };
  return { issues: policy.error.issues.map(({ path, message }) => ({ path: ['policy', ...path].join('.'), message })) };
}

function stepIssues({ targets, wait, when, hours }: StepDraft, index: number): Issue[] {
  const path = `policy.steps.${index}`;
  return [
    ...(targets.length === 0 ? [{ path: `${path}.targets`, message: 'Add whom this step pages.' }] : []),
    ...(waitSeconds(wait) === null ? [{ path: `${path}.delaySeconds`, message: 'must be from 1 second to a day' }] : []),
    ...(when === 'always' ? [] : hoursIssues(hours, `${path}.branch`)),
  ];
}

function stepOf({ targets, wait, when, hours }: StepDraft): Step {
  const branch: Branch | undefined = when === 'always' ? undefined : { when, timeZone: hours.timeZone, windows: inWeekOrder(hours.windows) };
  return { targets, delaySeconds: waitSeconds(wait) ?? 0, ...(branch === undefined ? {} : { branch }) };
}

/** As much of what was typed as can page: for words and previews while the rest is being filled in. Null: nobody is named yet. */
export function pagingPart(draft: PolicyDraft): EscalationPolicy | null {
  const steps = draft.steps.filter((step, index) => stepIssues(step, index).length === 0);
  const typed = policyOf({ ...draft, name: draft.name.trim() === '' ? 'This policy' : draft.name, steps });
  return 'policy' in typed ? typed.policy : null;
}

/** The list with one of its members moved; the same list where it can't be. */
export function movedTo<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  if (to < 0 || to >= next.length) return next;
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** One text for a target, to compare by. */
export function targetKey(target: Target): string {
  switch (target.kind) {
    case 'person': return `person ${target.userId}`;
    case 'schedule': return `schedule ${target.scheduleId}`;
    case 'team': return `team ${target.teamId}`;
    case 'destination': return `destination ${target.destinationId}`;
    default: return target satisfies never;
  }
}
