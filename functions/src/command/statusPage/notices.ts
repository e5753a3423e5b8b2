import type { CommandAnswer } from '#domain/command/answer';
import type { StatusPageCommand } from '#domain/command/statusPage';
import { phaseOf } from '#domain/incident/phase';
import type { Person } from '#domain/people/person';
import { type IncidentNotice, Notice } from '#domain/statusPage/notice';
import { publishUpdate, summarised } from '#domain/statusPage/publish';
import { shownNotice } from '#domain/statusPage/shown';
import { phaseTold } from '#domain/update/phaseTold';
import { transact } from '../../commit/transact';
import { idOf } from '../../identity/identity';
import { changeNotice, type NoticeDecision } from '../../statusPage/changeNotice';
import { proposal } from '../../statusPage/draftNoticeFor';
import { noticeIdOf } from '../../statusPage/places';
import { publicly, readPublicSide } from '../../statusPage/publicSide';
import { recordAudit } from '../../store/audit';
import { at, read } from '../../store/documents';
import { toStored } from '../../store/instants';
import { refusal } from '../refusal';

type Sent<T extends StatusPageCommand['type']> = Extract<StatusPageCommand, { type: T }>;
const actorOf = ({ id, name }: Person) => ({ kind: 'person', userId: id, name }) as const;

/** Drafts what could be told now; nobody outside sees it. */
export async function draftNotice({ incidentId, commandId }: Sent<'draftNotice'>, sender: Person): Promise<CommandAnswer> {
  const noticeId = noticeIdOf(incidentId);
  const decision = await changeNotice({
    noticeId, incidentId, actor: actorOf(sender), entryId: commandId,
    decide: ({ incident, notice, side, facts }): NoticeDecision => {
      if (incident === undefined) return { kind: 'refused', code: 'no-such-incident' };
      if (incident.drillId !== null) return { kind: 'refused', code: 'drill-not-public' };
      const last = notice?.updates.at(-1)?.phase ?? null;
      const phase = last === null ? phaseOf(incident) : phaseTold(incident, last);
      const proposed = proposal(notice, incident, phase, { side, facts }, noticeId, sender.name);
      if (proposed === null) return { kind: 'refused', code: 'no-such-component', message: `${incident.serviceName} touches no component of the status page. An admin says which one, under Status page.` };
      return { kind: 'write', notice: proposed, update: null, change: { type: 'noticeDrafted', phase } };
    },
  });
  refusedOf(decision);
  return { outcome: 'done', code: 'draftNotice', message: 'A draft is ready. Nobody outside sees it before it is published.', savedId: noticeId, incidentId };
}

/** Publishes an update of a notice, or a new one; the public sees it within half a minute, and those who subscribed are mailed. */
export async function publishNotice(sent: Sent<'publishNotice'>, sender: Person): Promise<CommandAnswer> {
  const { title, components, phase, text, seen, commandId } = sent;
  const noticeId = sent.noticeId ?? (sent.incidentId === null ? idOf('notice', sender.id, commandId) : noticeIdOf(sent.incidentId));
  const decision = await changeNotice({
    // An existing notice knows its incident itself.
    noticeId, incidentId: sent.noticeId === null ? sent.incidentId : null, actor: actorOf(sender), entryId: commandId,
    decide: ({ incident, notice, side }): NoticeDecision => {
      if (notice === undefined && sent.noticeId !== null) return { kind: 'refused', code: 'no-such-notice' };
      if (notice === undefined && sent.incidentId !== null && incident === undefined) return { kind: 'refused', code: 'no-such-incident' };
      if (incident !== undefined && incident.drillId !== null) return { kind: 'refused', code: 'drill-not-public' };
      if (components.some(({ componentId }) => !side.components.some(({ id }) => id === componentId))) return { kind: 'refused', code: 'no-such-component' };
      const about = incident === undefined ? null : { id: incident.id, severity: incident.severity, startedAt: incident.clocks.startedAt };
      const published = publishUpdate(notice, { noticeId, updateId: idOf('update', noticeId, sender.id, commandId), incident: about, title, components, phase, text, seen }, side.now);
      switch (published.kind) {
        case 'repeated': return { kind: 'leave', code: 'repeated' };
        case 'refused': return { kind: 'refused', code: published.code };
        case 'done': return { kind: 'write', notice: published.notice, update: published.update, change: { type: 'noticePublished', phase, text, automatic: false } };
        default: return published satisfies never;
      }
    },
  });
  refusedOf(decision);
  return { outcome: 'done', code: 'publishNotice', message: decision.kind === 'leave' ? 'Published already.' : 'Published. The status page shows it within half a minute.', savedId: noticeId };
}

/** Throws what was refused. */
function refusedOf(decision: NoticeDecision): void {
  if (decision.kind === 'refused') throw refusal(decision.code, [], decision.message);
}

/** Takes the waiting words away; a notice of which nothing is public goes with them. */
export function discardNoticeDraft({ noticeId }: Sent<'discardNoticeDraft'>): Promise<CommandAnswer> {
  return transact(async (transaction) => {
    const found = await transaction.get(at.notice(noticeId));
    const notice = read(Notice, found);
    const answer: CommandAnswer = { outcome: 'done', code: 'discardNoticeDraft', message: 'The draft is gone. Nothing public has changed.', savedId: noticeId };
    // Also for a retry: a notice that was a draft alone is gone with it.
    if (notice?.kind !== 'incident' || notice.draft === null) return { ...answer, outcome: 'unchanged', code: 'already-so' };
    if (notice.publishedAt === null) transaction.delete(found.ref);
    else transaction.set(found.ref, toStored({ ...notice, draft: null }));
    return answer;
  });
}

/** Tells what it did, why it was and what was done, once it is over. */
export function publishSummary({ noticeId, impact, rootCause, resolution, commandId }: Sent<'publishSummary'>, sender: Person): Promise<CommandAnswer> {
  return transact(async (transaction) => {
    const found = await transaction.get(at.notice(noticeId));
    const notice = read(Notice, found);
    if (notice?.kind !== 'incident') throw refusal('no-such-notice');
    const side = await readPublicSide(transaction);
    const after = summarised(notice, { impact, rootCause, resolution }, side.now);
    const whole = after === undefined ? null : shownNotice(after, side.components);
    if (after === undefined || whole === null) throw refusal('invalid', [], 'It is not over for the public yet. Publish that it is resolved first.');
    const write = await publicly(transaction, side, { whole });
    transaction.set(found.ref, toStored(after));
    recordAudit(transaction, { sender, commandId, what: found.ref.path, before: summaryOf(notice), after: summaryOf(after) });
    write();
    return { outcome: 'done', code: 'publishSummary', message: 'Published with the past incidents.', savedId: noticeId };
  });
}

const summaryOf = ({ title, summary }: IncidentNotice) => ({ title, summary });
