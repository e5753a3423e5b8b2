import type { Transaction } from 'firebase-admin/firestore';
import { Incident } from '#domain/incident/incident';
import type { Actor, Change, TimelineEntry } from '#domain/incident/timeline';
import { PlanRun, type RunStep } from '#domain/plan/planRun';
import { attend } from '#domain/plan/run';
import { stepName } from '#domain/plan/stepName';
import { claimed, ended, type StepOutcome } from '#domain/plan/turns';
import { transact } from '../commit/transact';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';
import type { PlanConfiguration } from './facts';

/** A step in this process' hands. `isDefault`: of the severity's own plan, of which the timeline tells what was done, and not what was not. */
export type Doing = { incident: Incident; step: RunStep; facts: PlanConfiguration; isDefault: boolean };

/** Begins an incident's plan where it has to begin, and takes its next step into hand; undefined: nothing is due, or somebody else has it. */
export async function claimNext(incidentId: string, facts: PlanConfiguration): Promise<Doing | undefined> {
  return transact(async (transaction) => {
    const [found, stored] = await transaction.getAll(at.incident(incidentId), at.planRun(incidentId));
    const incident = found === undefined ? undefined : read(Incident, found);
    const before = (stored === undefined ? undefined : read(PlanRun, stored)) ?? null;
    if (found === undefined || incident === undefined) {
      if (before !== null) transaction.delete(at.planRun(incidentId));
      return undefined;
    }
    const now = found.readTime.toMillis();
    const { run, began } = attend(before, incident, facts, now);
    const next = run === null ? null : claimed(run, now);
    writeRun(transaction, incidentId, before, next?.run ?? run);
    if (began !== null) tell(transaction, incidentId, `plan.started.${incident.severity}`, { kind: 'rouse' }, { type: 'planStarted', plan: began }, now);
    if (run === null || next === null) return undefined;
    return { incident, step: next.step, facts, isDefault: run.planId === null && next.step.by === null };
  });
}

/** Writes down what came of a step, in the run and, where it is news, in the timeline: once, however often it is said. `isTold`: the timeline has it already. */
export async function endStep({ incident: { id }, step, isDefault }: Doing, outcome: StepOutcome & { words?: string }, isTold: boolean): Promise<void> {
  await transact(async (transaction) => {
    const stored = await transaction.get(at.planRun(id));
    const before = read(PlanRun, stored);
    if (before === undefined) return;
    const now = stored.readTime.toMillis();
    const after = ended(before, step, outcome, now);
    if (after === null) return;
    const { state } = after.step;
    const isNews = state === 'failed' || outcome.kind === 'done' || !isDefault;
    if (!isTold && isNews && (state === 'done' || state === 'failed' || state === 'skipped')) {
      const entryId = entryIdOf(after.step);
      const told = await transaction.get(at.timelineEntry(id, entryId));
      if (!told.exists) tell(transaction, id, entryId, actorOf(step), stepChange(step, state, outcome.words ?? outcome.result), now);
    }
    transaction.set(stored.ref, toStored(after.run));
  });
}

/** The entry of a step's outcome; a command's id has no dot, so no command can be it. Each failure after its tries has one of its own. */
export const entryIdOf = ({ id, state, attempts }: Pick<RunStep, 'id' | 'state' | 'attempts'>): string => (state === 'failed' ? `plan.${id}.failed.${attempts}` : `plan.${id}.${state}`);

/** Who did it: a person who asked for it by hand, else Rouse. */
export const actorOf = ({ by }: RunStep): Actor => (by === null ? { kind: 'rouse' } : { kind: 'person', ...by });

/** A step's outcome as the timeline has it. */
export const stepChange = ({ step }: RunStep, state: 'done' | 'failed' | 'skipped', result: string): Change => ({ type: 'planStep', step: stepName(step), state, result });

/** Writes a timeline entry that changes nothing of the incident itself. */
export function tell(transaction: Transaction, incidentId: string, id: string, actor: Actor, change: Change, now: number): void {
  transaction.create(at.timelineEntry(incidentId, id), toStored({ id, at: now, actor, changes: [change] } satisfies TimelineEntry));
}

/** Writes a run where it has changed. */
export function writeRun(transaction: Transaction, incidentId: string, before: PlanRun | null, after: PlanRun | null): void {
  if (after === null) {
    if (before !== null) transaction.delete(at.planRun(incidentId));
  } else if (JSON.stringify(before) !== JSON.stringify(after)) transaction.set(at.planRun(incidentId), toStored(after));
}
