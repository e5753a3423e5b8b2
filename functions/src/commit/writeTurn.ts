import type { Transaction } from 'firebase-admin/firestore';
import { announcementsOf } from '#domain/destination/announcement';
import type { PagingFacts } from '#domain/escalation/targets';
import type { Incident } from '#domain/incident/incident';
import type { Actor, TimelineEntry } from '#domain/incident/timeline';
import type { Turn } from '#domain/incident/turn';
import { noteAfterwards } from '../afterwards/note';
import { noteAutomation } from '../automation/note';
import { notificationOf, type Outgoing, putOut } from '../send/outbox';
import { at } from '../store/documents';
import { toStored } from '../store/instants';

/** What must follow a commit: the messages, the wake-up to enqueue (only when `wakeAt` changed), and pages that have ended to be replaced. */
export type Committed = Outgoing & { incident: Incident; wakeChanged: boolean; pagesEnded: boolean };

type Writing = { turn: Turn; before: Incident | null; entryId: string; actor: Actor; facts: PagingFacts; now: number; tappedAt?: number };

/** A tap that arrives within so long (ms) was sent at once. */
const atOnce = 20_000;

/** Writes a turn into the transaction: incident, one timeline entry, and the outbox with what is due at once already claimed. */
export function writeTurn(transaction: Transaction, { turn, before, entryId, actor, facts, now, tappedAt }: Writing): Committed {
  const { incident, changes, requests } = turn;
  // A new one is created, so that an id drawn twice fails the commit and is drawn again.
  if (before === null) transaction.create(at.incident(incident.id), toStored(incident));
  else transaction.set(at.incident(incident.id), toStored(incident));
  if (changes.length > 0) {
    const late = tappedAt !== undefined && tappedAt < now - atOnce && tappedAt >= (before?.clocks.triggeredAt ?? now);
    const entry: TimelineEntry = { id: entryId, at: now, actor, changes, ...(late ? { tappedAt } : {}) };
    transaction.create(at.timelineEntry(incident.id, entryId), toStored(entry));
  }
  noteAfterwards(transaction, before, incident);
  noteAutomation(transaction, before, incident);
  const out = [...requests, ...announcementsOf(before, incident, facts, now)].map((request) => {
    const isPrivate = 'userId' in request.to && (facts.people[request.to.userId]?.privateLockScreen ?? false);
    return putOut(transaction, notificationOf(incident, request, facts, now), { incident, isPrivate }, now);
  });
  return {
    incident, toSend: out.flatMap(({ toSend }) => toSend), toClaim: out.flatMap(({ toClaim }) => toClaim),
    wakeChanged: incident.wakeAt !== null && incident.wakeAt !== before?.wakeAt,
    pagesEnded: (before?.status === 'triggered' && incident.status !== 'triggered') || (incident.status === 'resolved' && before !== null && before.status !== 'resolved' && before.requests.some(({ state }) => state === 'asked')),
  };
}
