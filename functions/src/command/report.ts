import type { z } from 'zod';
import type { CommandAnswer } from '#domain/command/answer';
import type { ReportIncident } from '#domain/command/command';
import { Incident, type IncidentId } from '#domain/incident/incident';
import { open } from '#domain/incident/open';
import { andThen } from '#domain/incident/turn';
import { isMember, type Person } from '#domain/people/person';
import { afterCommit } from '../commit/afterCommit';
import { transact } from '../commit/transact';
import { writeTurn } from '../commit/writeTurn';
import { incidentIdOf } from '../identity/identity';
import { configuration } from '../store/configuration';
import { at, read } from '../store/documents';
import { answerOf } from './incident';
import { refusal } from './refusal';

/**
 * Opens an incident by hand. A stakeholder's report pages as SEV3 until a responder has looked. The id follows from the command's id, so a retry finds the
 * incident of the first try.
 */
export async function reportIncident(sent: z.infer<typeof ReportIncident>, sender: Person): Promise<CommandAnswer> {
  const remembered = await configuration();
  const facts = remembered.services[sent.serviceId] === undefined ? await configuration(true) : remembered;
  const service = facts.services[sent.serviceId];
  const policy = service === undefined ? undefined : facts.policies[service.policyId];
  if (service === undefined || policy === undefined) throw refusal('no-such-service', [{ path: 'serviceId', message: 'There is no such service.' }]);
  const severity = isMember(sender) ? (sent.severity ?? 'SEV2') : 'SEV3';

  const { incident, committed } = await transact(async (transaction) => {
    for (let draw = 0; ; draw += 1) {
      const id: IncidentId = incidentIdOf(sender.id, sent.commandId, draw);
      const [found, entry] = await transaction.getAll(at.incident(id), at.timelineEntry(id, sent.commandId));
      const existing = found === undefined ? undefined : read(Incident, found);
      if (existing !== undefined && entry?.exists === true) return { incident: existing, committed: [] };
      if (existing !== undefined || found === undefined) continue; // Another incident has drawn this id.
      const now = found.readTime.toMillis();
      const turn = open({
        id, title: sent.title, description: sent.description ?? '', severity, type: sent.incidentType ?? 'other', links: sent.links ?? [],
        startedAt: sent.startedAt ?? null, detectedAt: now, linkedTo: null, declaredBy: { userId: sender.id, name: sender.name },
      }, { ...facts, service, policy }, now);
      const logs = sent.logs === undefined || sent.logs.trim() === '' ? [] : [{ type: 'logs', text: sent.logs } as const];
      const reported = andThen(turn, turn.incident, [{ type: 'reported', description: sent.description ?? '' }, ...logs]);
      const actor = { kind: 'person', userId: sender.id, name: sender.name } as const;
      const written = writeTurn(transaction, { turn: reported, before: null, entryId: sent.commandId, actor, facts, now });
      return { incident: reported.incident, committed: [written] };
    }
  });
  await afterCommit(committed);
  return { ...(await answerOf(incident, sender)), outcome: 'done', code: 'reportIncident' };
}
