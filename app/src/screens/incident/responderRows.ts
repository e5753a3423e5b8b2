import type { Responder } from '#domain/incident/incident';
import type { Notification } from '#domain/notification/notification';
import { MINUTE } from '#domain/time/instant';
import { durationWords, whenWords } from '#domain/time/words';

/** How many are shown before the rest is folded. */
const FEW = 6;

/** How many minutes one can say at a tap. */
export const onTheWayMinutes = [5, 15, 30] as const;

/** A receipt reaches the notification before the incident is written again: whoever has seen a page is not merely paged. */
export function withReceipts(responder: Responder, notifications: readonly Pick<Notification, 'userId' | 'seenAt'>[]): Responder {
  const seen = notifications.some((each) => each.userId === responder.userId && each.seenAt !== null);
  return responder.state === 'paged' && seen ? { ...responder, state: 'seen' } : responder;
}

/** The first few and the rest, in their own order, so that no row moves under a finger; the reader is always among the first. */
export function fewFirst(responders: readonly Responder[], userId: string): { first: Responder[]; rest: Responder[] } {
  if (responders.length <= FEW + 1) return { first: [...responders], rest: [] };
  const isFirst = (responder: Responder, place: number) => place < FEW || responder.userId === userId;
  return { first: responders.filter(isFirst), rest: responders.filter((responder, place) => !isFirst(responder, place)) };
}

/** "On the way since 03:12, here in about 15 min"; null: they have not said so. Times in ms since epoch, `now` by the whole minute. */
export function onTheWayWords({ onTheWay }: Pick<Responder, 'onTheWay'>, zone: string, now: number): string | null {
  if (onTheWay === undefined) return null;
  const since = `On the way since ${whenWords(onTheWay.at, now, zone)}`;
  if (onTheWay.minutes === 0) return since;
  const left = onTheWay.at + onTheWay.minutes * MINUTE - now;
  if (left >= MINUTE) return `${since}, here in about ${durationWords(left - (left % MINUTE))}`;
  return -left < MINUTE ? `${since}, expected now` : `${since}, expected ${durationWords(-left - (-left % MINUTE))} ago`;
}
