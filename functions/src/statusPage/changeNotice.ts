import type { Transaction } from 'firebase-admin/firestore';
import { Incident } from '#domain/incident/incident';
import { phaseNames } from '#domain/incident/phase';
import { renewed } from '#domain/incident/snooze';
import type { Actor, Change } from '#domain/incident/timeline';
import { andThen, turnOf } from '#domain/incident/turn';
import type { RefusalCode } from '#domain/command/answer';
import { type IncidentNotice, Notice, type NoticeUpdate } from '#domain/statusPage/notice';
import { shownNotice } from '#domain/statusPage/shown';
import { afterCommit } from '../commit/afterCommit';
import { transact } from '../commit/transact';
import { type Committed, writeTurn } from '../commit/writeTurn';
import { idOf } from '../identity/identity';
import { configuration, type Configuration } from '../store/configuration';
import { at, read } from '../store/documents';
import { toStored } from '../store/instants';
import { putMailToAll } from './mailToAll';
import { type PublicSide, publicly, readPublicSide } from './publicSide';

/** What a decision is made from, all of it read in the transaction that commits it. */
export type NoticeFacts = { incident: Incident | undefined; notice: IncidentNotice | undefined; side: PublicSide; facts: Configuration };
/** `update`: what is public from now on, null: nothing. `change`: what the incident's timeline says of it. */
export type NoticeDecision =
  | { kind: 'write'; notice: IncidentNotice; update: NoticeUpdate | null; change: Change | null }
  | { kind: 'leave'; code: string }
  | { kind: 'refused'; code: RefusalCode; message?: string };

type Changing = {
  noticeId: string; incidentId: string | null; actor: Actor;
  /** The timeline entry's id: a command's own, which makes its retry harmless. */
  entryId: string;
  decide: (found: NoticeFacts) => NoticeDecision;
};

/**
 * Changes an incident's notice: the notice, what the public sees of it, the incident that says so in its timeline, and the mail to those who subscribed are one commit. Of two who publish at
 * once one is told that there is something new. The incident of an old notice may be gone; its notice stays.
 */
export async function changeNotice({ noticeId, incidentId, actor, entryId, decide }: Changing): Promise<NoticeDecision> {
  const facts = await configuration();
  const { decision, committed } = await transact<{ decision: NoticeDecision; committed: Committed[] }>(async (transaction) => {
    const found = await transaction.get(at.notice(noticeId));
    const stored = read(Notice, found);
    const notice = stored?.kind === 'incident' ? stored : undefined;
    const ofIncident = incidentId ?? notice?.incidentId ?? null;
    const incident = ofIncident === null ? undefined : read(Incident, await transaction.get(at.incident(ofIncident)));
    const wasSaid = ofIncident !== null && (await transaction.get(at.timelineEntry(ofIncident, entryId))).exists;
    const side = await readPublicSide(transaction);
    const decision = decide({ incident, notice, side, facts });
    if (decision.kind !== 'write') return { decision, committed: [] };
    const write = decision.update === null ? () => undefined : await told(transaction, side, decision.notice, decision.update);
    const { severities } = facts;
    const committed: Committed[] = [];
    if (incident !== undefined && decision.change !== null && !wasSaid) {
      const turn = andThen(turnOf(incident), { ...incident, publicNotice: incident.publicNotice || decision.update !== null }, [decision.change]);
      const kept = actor.kind === 'person' ? renewed(turn, severities, side.now) : turn;
      committed.push(writeTurn(transaction, { turn: kept, before: incident, entryId, actor, facts, now: side.now }));
    }
    transaction.set(at.notice(noticeId), toStored(decision.notice));
    write();
    return { decision, committed };
  });
  await afterCommit(committed);
  return decision;
}

async function told(transaction: Transaction, side: PublicSide, notice: IncidentNotice, update: NoticeUpdate): Promise<() => void> {
  const whole = shownNotice(notice, side.components);
  if (whole === null) return () => undefined;
  const write = await publicly(transaction, side, { whole });
  return () => {
    write();
    putMailToAll(transaction, { id: idOf('statusMail', notice.id, update.id), noticeId: notice.id, title: notice.title, head: phaseNames[update.phase], text: update.text }, side.now);
  };
}
