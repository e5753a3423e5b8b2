import type { Incident } from '#domain/incident/incident';
import { type Phase, phaseOf } from '#domain/incident/phase';
import { drafted, touchedBy } from '#domain/statusPage/draft';
import type { IncidentNotice } from '#domain/statusPage/notice';
import { publishUpdate } from '#domain/statusPage/publish';
import { idOf } from '../identity/identity';
import { changeNotice, type NoticeDecision, type NoticeFacts } from './changeNotice';
import { noticeIdOf } from './places';

export type DraftedNotice = { outcome: 'drafted' | 'published' | 'exists' | 'nothing'; sentence: string };

/** Drafts an incident's public notice, or publishes it where the page's rule says so; once, however often it is asked. `sentence`: what came of it, for the timeline. */
export async function draftNoticeFor(incidentId: string): Promise<DraftedNotice> {
  const noticeId = noticeIdOf(incidentId);
  const decision = await changeNotice({
    noticeId, incidentId, actor: { kind: 'rouse' }, entryId: idOf('noticeDrafted', noticeId, 0),
    decide: (found) => {
      const { incident, notice } = found;
      if (incident === undefined) return { kind: 'leave', code: 'There is no such incident.' };
      if (incident.drillId !== null) return { kind: 'leave', code: 'A drill is never told to the public.' };
      if (notice !== undefined) return { kind: 'leave', code: 'exists' };
      if (incident.status === 'resolved') return { kind: 'leave', code: 'It is over, and nothing of it was told to the public.' };
      return draftedByItself(found, incident, phaseOf(incident), noticeId);
    },
  });
  if (decision.kind === 'leave') return decision.code === 'exists' ? { outcome: 'exists', sentence: 'Its public notice is there already.' } : { outcome: 'nothing', sentence: decision.code };
  if (decision.kind === 'refused') return { outcome: 'nothing', sentence: decision.message ?? 'It could not be drafted.' };
  return decision.update === null
    ? { outcome: 'drafted', sentence: 'A public notice waits for somebody to publish it.' } : { outcome: 'published', sentence: 'A public notice is on the status page, by its rule for this severity.' };
}

/** The words that Rouse itself proposes for a phase: a draft, or public at once where the settings say so of the severity. */
export function draftedByItself({ notice, side, facts }: NoticeFacts, incident: Incident, phase: Phase, noticeId: string): NoticeDecision {
  const proposed = proposal(notice, incident, phase, { side, facts }, noticeId, null);
  if (proposed === null) return { kind: 'leave', code: `${incident.serviceName} touches no component of the status page.` };
  // What is said outside about broken security is worded by whoever answers for it.
  if (!side.settings.automatic.includes(incident.severity) || incident.type === 'security') return { kind: 'write', notice: proposed, update: null, change: { type: 'noticeDrafted', phase } };
  const seen = proposed.updates.length;
  const published = publishUpdate(notice, {
    noticeId, updateId: idOf('automatic', noticeId, seen), incident: { id: incident.id, severity: incident.severity, startedAt: incident.clocks.startedAt },
    title: proposed.title, components: proposed.components, phase, text: proposed.draft?.text ?? '', seen,
  }, side.now);
  if (published.kind !== 'done') return { kind: 'leave', code: published.kind };
  return { kind: 'write', notice: published.notice, update: published.update, change: { type: 'noticePublished', phase, text: published.update.text, automatic: true } };
}

/** The notice with a draft for a phase; null where its service touches no component. `by` null: Rouse. */
export function proposal(notice: IncidentNotice | undefined, incident: Incident, phase: Phase, { side, facts }: Pick<NoticeFacts, 'side' | 'facts'>, noticeId: string, by: string | null): IncidentNotice | null {
  const named = notice === undefined ? touchedBy(facts.services[incident.serviceId], side.components) : side.components.filter(({ id }) => notice.components.some(({ componentId }) => componentId === id));
  const [first, ...more] = named;
  return first === undefined ? null : drafted(notice, incident, [first, ...more], phase, { noticeId, by }, facts, side.now);
}
