import type { CommandAnswer } from '#domain/command/answer';
import type { LearningCommand } from '#domain/command/learning';
import { Incident } from '#domain/incident/incident';
import type { Person } from '#domain/people/person';
import { draftOf } from '#domain/postMortem/draft';
import { transact } from '../../commit/transact';
import { recordAudit } from '../../store/audit';
import { configuration } from '../../store/configuration';
import { at, read } from '../../store/documents';
import { refusal } from '../refusal';
import { inBrief, putDraft } from './changePostMortem';

/** Begins the post-mortem of an incident of which none was drafted by itself. Where there is one already, that is the one. */
export async function draftPostMortem({ incidentId, commandId }: Extract<LearningCommand, { type: 'draftPostMortem' }>, sender: Person): Promise<CommandAnswer> {
  const { severities } = await configuration();
  const isNew = await transact(async (transaction) => {
    const [found, existing] = await transaction.getAll(at.incident(incidentId), at.postMortem(incidentId));
    const incident = found === undefined ? undefined : read(Incident, found);
    if (found === undefined || incident === undefined) throw refusal('no-such-incident');
    if (existing?.exists === true) return false;
    if (incident.status !== 'resolved') throw refusal('not-resolved', [], 'This incident still goes on. Its post-mortem can be written once it is resolved.');
    if (incident.mergedInto !== null) throw refusal('not-resolved', [], `This incident went on in ${incident.mergedInto}: the post-mortem belongs there.`);
    const drafted = { ...draftOf(incident, severities, found.readTime.toMillis()), ownerId: sender.id };
    putDraft(transaction, drafted);
    recordAudit(transaction, { sender, commandId, what: at.postMortem(incidentId).path, before: null, after: inBrief(drafted) });
    return true;
  });
  if (!isNew) return { outcome: 'unchanged', code: 'already-so', message: 'It is there already.', incidentId };
  return { outcome: 'done', code: 'draftPostMortem', message: 'The post-mortem is drafted from what the incident knows.', incidentId };
}
