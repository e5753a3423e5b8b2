import { FieldValue } from 'firebase-admin/firestore';
import { z } from 'zod';
import { Incident } from '#domain/incident/incident';
import { Month } from '#domain/metrics/row';
import { rowOf } from '#domain/metrics/rowOf';
import { Notification } from '#domain/notification/notification';
import { draftOf, isDrafted } from '#domain/postMortem/draft';
import { HOUR, Instant } from '#domain/time/instant';
import { deleteParts } from '../command/deletion/parts';
import { putDraft } from '../command/learning/changePostMortem';
import { transact } from '../commit/transact';
import { tellDrill } from '../drill/tell';
import { configuration } from '../store/configuration';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';
import { ask } from '../store/queries';

/** `isSecond`: it was done once, and is done again when what was under way at the end has arrived. */
const Noted = z.strictObject({ month: Month, dueAt: Instant, isSecond: z.boolean() });
/** A page that was being sent when the incident ended has been sent by then, and a device that had no network has said that it has it. */
const settled = HOUR;
/** Messages of one incident that are looked at: far more than any has. */
const mostMessages = 500;

/**
 * Does what follows an incident's end, at once and an hour later, and takes the note of it away: in one transaction that reads the incident, so that a change between the two is done again. Its row
 * is one field of the month's document: of several that end in the same instant none overwrites another. Nothing to do where there is no note.
 */
export async function carryOutAfterwards(incidentId: string): Promise<void> {
  // Deleted: what a crash left of it goes before the note does.
  if (!(await at.incident(incidentId).get()).exists) await deleteParts(incidentId);
  const { people, severities } = await configuration();
  const isDrill = await transact(async (transaction) => {
    const [note, found, drafted] = await transaction.getAll(at.afterwards(incidentId), at.incident(incidentId), at.postMortem(incidentId));
    const noted = note === undefined ? undefined : read(Noted, note);
    if (noted === undefined) return false;
    const incident = found === undefined ? undefined : read(Incident, found);
    const { docs } = await transaction.get(ask('notificationsOfIncident', [incidentId]).limit(mostMessages));
    const row = incident === undefined ? null : rowOf(incident, docs.flatMap((snapshot) => read(Notification, snapshot) ?? []), people);
    // Once: what people made of it is theirs, also when the incident is opened again and ends anew.
    if (incident !== undefined && isDrafted(incident, severities) && drafted?.exists === false) putDraft(transaction, draftOf(incident, severities, drafted.readTime.toMillis()));
    // Merged into the month: messages are never taken away, so nobody who was paged has to vanish from a row that is made anew.
    transaction.set(at.metricsMonth(noted.month), { month: noted.month, rows: { [incidentId]: row === null ? FieldValue.delete() : toStored(row) } }, { merge: true });
    if (noted.isSecond || note === undefined) transaction.delete(at.afterwards(incidentId));
    else transaction.set(at.afterwards(incidentId), toStored({ ...noted, dueAt: note.readTime.toMillis() + settled, isSecond: true }));
    return incident !== undefined && incident.drillId !== null;
  });
  if (isDrill) await tellDrill(incidentId);
}
