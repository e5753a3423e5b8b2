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
 * Deletes an incident that has ended, with everything of it; other incidents go on naming it in words. The incident itself goes last, in the commit that takes its row out of the metrics and writes the
 * audit's entry: after a crash the same command finishes what it began, and after that it is answered like the first time.
 */
export async function deleteIncident(sent: Sent, sender: Person): Promise<CommandAnswer> {
  const { incidentId, commandId } = sent;
  const [found, done] = await Promise.all([at.incident(incidentId).get(), auditOf(sent, sender).get()]);
  const answer = { outcome: 'done', code: 'deleteIncident', message: `${incidentId} is deleted, with everything of it.` } as const;
  const incident = read(Incident, found);
  const isGone = incident === undefined && done.exists;
  if (!isGone) refuseUnless(incident, sent);
  await deleteParts(incidentId);
  if (isGone) return answer;
  await transact(async (transaction) => {
    const [last, audit] = await transaction.getAll(at.incident(incidentId), auditOf(sent, sender));
    const still = last === undefined ? undefined : read(Incident, last);
    if (still === undefined && audit?.exists === true) return;
    const { title, severity, serviceName, clocks } = refuseUnless(still, sent);
    transaction.delete(at.incident(incidentId));
    transaction.delete(at.afterwards(incidentId));
    transaction.delete(at.automation(incidentId));
    transaction.delete(at.tally(incidentId));
    transaction.set(at.metricsMonth(monthOf(clocks.triggeredAt)), { month: monthOf(clocks.triggeredAt), rows: { [incidentId]: FieldValue.delete() } }, { merge: true });
    recordAudit(transaction, {
      sender, commandId, what: at.incident(incidentId).path, before: { id: incidentId, title, severity, serviceName, triggeredAt: clocks.triggeredAt, resolvedAt: clocks.resolvedAt, deletedBecause: sent.reason }, after: null,
    });
  });
  // What came about while it was deleted: a page's end that was told, a post-mortem that was drafted.
  await deleteParts(incidentId);
  return answer;
}

const auditOf = ({ incidentId, commandId }: Sent, sender: Person) => at.audit(idOf('audit', sender.id, commandId, at.incident(incidentId).path));

/** The incident, where it may be deleted: it has ended, and its title was typed as it is. */
function refuseUnless(incident: Incident | undefined, { title }: Sent): Incident {
  if (incident === undefined) throw refusal('no-such-incident');
  if (incident.status !== 'resolved') throw refusal('not-resolved', [], 'It is still open. Resolve it first, then it can be deleted.');
  if (incident.title !== title) throw refusal('title-differs', [{ path: 'title', message: 'This is not its title. Type it as it is.' }]);
  return incident;
}
