import { z } from 'zod';
import { Target } from '#domain/escalation/policy';
import { IncidentType } from '#domain/incident/incident';
import { Severity } from '#domain/incident/severity';
import { PlanStep, type ResponsePlan } from '#domain/plan/plan';
import { IncidentRole } from '#domain/role/roleNames';
import type { Issue } from '../../commands/send';

/** A step as it is typed: every field of every kind, so that switching back loses nothing. `''`: none chosen. */
export const StepDraft = z.object({
  key: z.string(), kind: z.enum(['classify', 'openChannel', 'page', 'makeWarRoom', 'postUpdate', 'draftStatusUpdate', 'startCadence', 'callWebhook']),
  incidentType: IncidentType.or(z.literal('')), tags: z.string(), by: z.enum(['createSlack', 'post']), destinationId: z.string(), backupId: z.string(),
  targets: z.array(Target), role: IncidentRole.or(z.literal('')), minutes: z.string(), name: z.string(),
});
export type StepDraft = z.infer<typeof StepDraft>;

export const PlanDraft = z.object({ name: z.string(), enabled: z.boolean(), severities: z.array(Severity), serviceIds: z.array(z.string()), steps: z.array(StepDraft) });
export type PlanDraft = z.infer<typeof PlanDraft>;

/** The schema's longest plan. */
export const mostSteps = 12;
/** The cadences that are offered, in minutes. */
export const cadences = [15, 30, 45, 60, 120, 240] as const;

/** A step of a kind as it is first shown. */
export const newStep = (key: string, kind: StepDraft['kind'], fields: Partial<StepDraft> = {}): StepDraft => ({
  key, kind, incidentType: '', tags: '', by: 'createSlack', destinationId: '', backupId: '', targets: [], role: '', minutes: '30', name: '', ...fields,
});

export const emptyPlan: PlanDraft = { name: '', enabled: true, severities: [], serviceIds: [], steps: [] };

export function planDraftOf({ id, name, enabled, severities, serviceIds, steps }: ResponsePlan): PlanDraft {
  return { name, enabled, severities, serviceIds, steps: steps.map((step, index) => draftOfStep(`${id}-${index}`, step)) };
}

function draftOfStep(key: string, step: PlanStep): StepDraft {
  switch (step.kind) {
    case 'classify': return newStep(key, step.kind, { incidentType: step.incidentType ?? '', tags: step.tags.join(', ') });
    case 'openChannel': return newStep(key, step.kind, { by: step.how.by, destinationId: step.how.by === 'post' ? step.how.destinationId : '', backupId: step.backupId ?? '' });
    case 'page': return newStep(key, step.kind, { targets: step.targets, role: step.role ?? '' });
    case 'startCadence': return newStep(key, step.kind, { minutes: String(step.minutes) });
    case 'callWebhook': return newStep(key, step.kind, { destinationId: step.destinationId, name: step.name });
    case 'makeWarRoom': case 'postUpdate': case 'draftStatusUpdate': return newStep(key, step.kind);
    default: return step satisfies never;
  }
}

/** The step that was typed, not yet held against the schema. */
function typedStep({ kind, incidentType, tags, by, destinationId, backupId, targets, role, minutes, name }: StepDraft): unknown {
  switch (kind) {
    case 'classify': return { kind, incidentType: incidentType === '' ? null : incidentType, tags: [...new Set(tags.split(',').map((tag) => tag.trim()).filter((tag) => tag !== ''))] };
    case 'openChannel': return { kind, how: by === 'createSlack' ? { by } : { by, destinationId }, backupId: backupId === '' ? null : backupId };
    case 'page': return { kind, targets, role: role === '' ? null : role };
    case 'startCadence': return { kind, minutes: Number(minutes) };
    case 'callWebhook': return { kind, destinationId, name };
    case 'makeWarRoom': case 'postUpdate': case 'draftStatusUpdate': return { kind };
    default: return kind satisfies never;
  }
}

/** The steps that were typed, or what is wrong with them: `steps.2.destinationId`. */
export function stepsOf(drafts: readonly StepDraft[]): { steps: PlanStep[] } | { issues: Issue[] } {
  const parsed = drafts.map((draft) => PlanStep.safeParse(typedStep(draft)));
  const issues = parsed.flatMap(({ error }, index) => (error?.issues ?? []).map(({ path, message }) => ({ path: ['steps', index, ...path].join('.'), message: plainly(path.join('.'), message) })));
  return issues.length > 0 ? { issues } : { steps: parsed.flatMap(({ data }) => data ?? []) };
}

/** What was not chosen, in words; the schema's own would speak of characters. */
function plainly(path: string, message: string): string {
  if (path === 'how.destinationId' || path === 'destinationId') return 'Choose one.';
  return path.startsWith('tags') ? 'have at most 40 characters each, and are at most five' : message;
}

/** The plan that was typed, or what is wrong with it: the same paths as the server's. */
export function planOf(draft: PlanDraft): { plan: Omit<ResponsePlan, 'id'> } | { issues: Issue[] } {
  const steps = stepsOf(draft.steps);
  const issues: Issue[] = [
    ...(draft.name.trim() === '' ? [{ path: 'name', message: 'is needed' }] : []), ...(draft.severities.length === 0 ? [{ path: 'severities', message: 'Choose at least one severity.' }] : []),
    ...(draft.steps.length === 0 ? [{ path: 'steps', message: 'Add a step: it says what is done first.' }] : []), ...('issues' in steps ? steps.issues : []),
  ];
  if (issues.length > 0 || 'issues' in steps) return { issues };
  return { plan: { name: draft.name.trim(), enabled: draft.enabled, severities: Severity.options.filter((each) => draft.severities.includes(each)), serviceIds: draft.serviceIds, steps: steps.steps } };
}

/** The list with one item at another place. */
export function movedTo<T>(all: readonly T[], from: number, to: number): T[] {
  const rest = all.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...all.slice(from, from + 1), ...rest.slice(to)];
}
