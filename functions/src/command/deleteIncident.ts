import { FieldValue } from 'firebase-admin/firestore';
import type { z } from 'zod';
import type { CommandAnswer } from '#domain/command/answer';
import type { DeleteIncident } from '#domain/command/command';
import { Incident } from '#domain/incident/incident';
import { monthOf } from '#domain/metrics/row';
import type { Person } from '#domain/people/person';
import { transact } from '../commit/transact';
import { idOf } from '../identity/identity';
import { recordAudit } from '../store/audit';
import { at, read } from '../store/documents';
import { deleteParts } from './deletion/parts';
import { refusal } from './refusal';

type Sent = z.infer<typeof DeleteIncident>;

/**
 * Deletes an incident that has ended, with everything of it; other incidents go on naming it in words. The incident itself goes first, in the commit that takes its row out of the metrics and writes the
 * audit's entry: nobody can open it again while its parts go. The note that this commit leaves has the sweep delete what a crash left behind.
 */
export async function deleteIncident(sent: Sent, sender: Person): Promise<CommandAnswer> {
  const { incidentId, commandId } = sent;
  await transact(async (transaction) => {
    const [found, audit] = await transaction.getAll(at.incident(incidentId), auditOf(sent, sender));
    const incident = found === undefined ? undefined : read(Incident, found);
    if (incident === undefined && audit?.exists === true) return;
    const { title, severity, serviceName, clocks } = refuseUnless(incident, sent);
    const month = monthOf(clocks.triggeredAt);
    transaction.delete(at.incident(incidentId));
    transaction.set(at.afterwards(incidentId), { month, dueAt: FieldValue.serverTimestamp(), isSecond: true });
    transaction.delete(at.automation(incidentId));
    transaction.delete(at.tally(incidentId));
    transaction.set(at.metricsMonth(month), { month, rows: { [incidentId]: FieldValue.delete() } }, { merge: true });
    recordAudit(transaction, {
      sender, commandId, what: at.incident(incidentId).path, before: { id: incidentId, title, severity, serviceName, triggeredAt: clocks.triggeredAt, resolvedAt: clocks.resolvedAt, deletedBecause: sent.reason }, after: null,
    });
  });
  await deleteParts(incidentId);
  await at.afterwards(incidentId).delete();
  return { outcome: 'done', code: 'deleteIncident', message: `${incidentId} is deleted, with everything of it.` };
}

const auditOf = ({ incidentId, commandId }: Sent, sender: Person) => at.audit(idOf('audit', sender.id, commandId, at.incident(incidentId).path));

/** The incident, where it may be deleted: it has ended, and its title was typed as it is. */
function refuseUnless(incident: Incident | undefined, { title }: Sent): Incident {
  if (incident === undefined) throw refusal('no-such-incident');
  if (incident.status !== 'resolved') throw refusal('not-resolved', [], 'It is still open. Resolve it first, then it can be deleted.');
  if (incident.title !== title) throw refusal('title-differs', [{ path: 'title', message: 'This is not its title. Type it as it is.' }]);
  return incident;
}
