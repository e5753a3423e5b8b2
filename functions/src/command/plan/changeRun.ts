import { Incident } from '#domain/incident/incident';
import type { Change } from '#domain/incident/timeline';
import type { Person } from '#domain/people/person';
import { PlanRun } from '#domain/plan/planRun';
import { transact } from '../../commit/transact';
import { tell, writeRun } from '../../plan/claim';
import { at, read } from '../../store/documents';
import { refusal } from '../refusal';

/** `commandId` and `sender`: the change is told in the timeline under the command's id, which makes its retry harmless. `alsoOver`: of an incident that has ended too. */
type Changing = { incidentId: string; commandId?: string; sender?: Person; alsoOver?: true };
type Decide = (run: PlanRun | null, incident: Incident, now: number) => { run: PlanRun; change?: Change } | 'unchanged';

/** Changes the run of an incident's plan, by a person's command. Throws what refuses. */
export async function changeRun({ incidentId, commandId, sender, alsoOver }: Changing, decide: Decide): Promise<'done' | 'unchanged'> {
  return transact(async (transaction) => {
    const [found, stored, earlier] = await transaction.getAll(at.incident(incidentId), at.planRun(incidentId), at.timelineEntry(incidentId, commandId ?? 'none'));
    const incident = found === undefined ? undefined : read(Incident, found);
    if (found === undefined || incident === undefined) throw refusal('no-such-incident');
    if (commandId !== undefined && earlier?.exists === true) return 'done';
    if (incident.status === 'resolved' && alsoOver !== true) throw refusal('incident-resolved');
    const before = (stored === undefined ? undefined : read(PlanRun, stored)) ?? null;
    const now = found.readTime.toMillis();
    const decided = decide(before, incident, now);
    if (decided === 'unchanged') return 'unchanged';
    writeRun(transaction, incidentId, before, decided.run);
    if (decided.change !== undefined && commandId !== undefined && sender !== undefined) {
      tell(transaction, incidentId, commandId, { kind: 'person', userId: sender.id, name: sender.name }, decided.change, now);
    }
    return 'done';
  });
}
