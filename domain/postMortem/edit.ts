import type { Who } from '../incident/decision';
import { DAY, HOUR, type Instant } from '../time/instant';
import type { ActionItem, ActionOwner, PostMortem, PostMortemState, SectionName, SectionVersion } from './postMortem';

/** What a command makes of a post-mortem: as it is now and what is kept beside it, or why not. `overtaken`: somebody saved this section meanwhile; theirs comes back, and nothing is lost. */
export type Edited =
  | { kind: 'done'; postMortem: PostMortem; keep?: SectionVersion }
  | { kind: 'unchanged' }
  | { kind: 'overtaken'; theirs: SectionVersion }
  | { kind: 'refused'; code: 'no-such-item' | 'too-many' };

/** Saves a section that was written on `basedOn`. The same words again change nothing; words on an older version are refused with what stands there now. */
export function writeSection(postMortem: PostMortem, section: SectionName, text: string, basedOn: number, who: Who, now: Instant): Edited {
  const before = postMortem.sections[section];
  if (before.text === text) return { kind: 'unchanged' };
  if (before.version !== basedOn) return { kind: 'overtaken', theirs: { section, version: before.version, text: before.text, by: before.by, at: before.at } };
  const version = before.version + 1;
  return {
    kind: 'done', keep: { section, version, text, by: who.name, at: now },
    postMortem: { ...postMortem, sections: { ...postMortem.sections, [section]: { text, version, by: who.name, at: now } } },
  };
}

/** Any state can follow any: what was published too early is taken back to be mended. */
export function moveTo(postMortem: PostMortem, state: PostMortemState, who: Who, now: Instant): Edited {
  if (postMortem.state === state) return { kind: 'unchanged' };
  const published = state === 'published' ? { publishedAt: now, publishedBy: who.name } : { publishedAt: null, publishedBy: null };
  return { kind: 'done', postMortem: { ...postMortem, state, ...published } };
}

/** The meeting in which it is gone through; null: none is set. */
export function setReviewAt(postMortem: PostMortem, reviewAt: Instant | null): Edited {
  return postMortem.reviewAt === reviewAt ? { kind: 'unchanged' } : { kind: 'done', postMortem: { ...postMortem, reviewAt } };
}

const mostItems = 50;

export function addActionItem(postMortem: PostMortem, id: string, { title, owner, dueAt }: Pick<ActionItem, 'title' | 'owner' | 'dueAt'>, now: Instant): Edited {
  if (postMortem.actionItems.some((item) => item.id === id)) return { kind: 'unchanged' };
  if (postMortem.actionItems.length >= mostItems) return { kind: 'refused', code: 'too-many' };
  return withItems(postMortem, [...postMortem.actionItems, { id, title, owner, dueAt, addedAt: now, doneAt: null, doneBy: null, remindedAt: null }]);
}

type ItemChange = { title?: string; owner?: ActionOwner | null; dueAt?: Instant | null; done?: boolean };

/** Changes what is named. Another owner or another day begins its reminders anew. */
export function changeActionItem(postMortem: PostMortem, id: string, { title, owner, dueAt, done }: ItemChange, who: Who, now: Instant): Edited {
  const before = postMortem.actionItems.find((item) => item.id === id);
  if (before === undefined) return { kind: 'refused', code: 'no-such-item' };
  const after: ActionItem = {
    ...before, title: title ?? before.title, owner: owner === undefined ? before.owner : owner, dueAt: dueAt === undefined ? before.dueAt : dueAt,
    ...(done === undefined || done === (before.doneAt !== null) ? {} : { doneAt: done ? now : null, doneBy: done ? who.name : null }),
  };
  const isSame = after.title === before.title && after.dueAt === before.dueAt && after.doneAt === before.doneAt && after.owner?.kind === before.owner?.kind && after.owner?.id === before.owner?.id;
  if (isSame) return { kind: 'unchanged' };
  const asksAnew = after.dueAt !== before.dueAt || after.owner?.id !== before.owner?.id;
  return withItems(postMortem, postMortem.actionItems.map((item) => (item === before ? { ...after, remindedAt: asksAnew ? null : after.remindedAt } : item)));
}

export function removeActionItem(postMortem: PostMortem, id: string): Edited {
  if (!postMortem.actionItems.some((item) => item.id === id)) return { kind: 'refused', code: 'no-such-item' };
  return withItems(postMortem, postMortem.actionItems.filter((item) => item.id !== id));
}

/** A day is kept as 09:00 of it by the clock of whoever chose it: its owner is asked in the morning, of the day before first. It is overdue once the day is over. */
export const [askedBefore, askedAgainEvery, overdueAfter] = [DAY, 3 * DAY, 15 * HOUR];

/** When this item is asked for next (ms since epoch): the day before, on its day, and from then on every three days. null: it is done, or has no day. */
export function askedAt({ dueAt, doneAt, remindedAt }: ActionItem): Instant | null {
  if (dueAt === null || doneAt !== null) return null;
  if (remindedAt === null) return dueAt - askedBefore;
  return remindedAt < dueAt ? dueAt : remindedAt + askedAgainEvery;
}

/** Whether its day is over and it is not done. */
export function isOverdue({ dueAt, doneAt }: Pick<ActionItem, 'dueAt' | 'doneAt'>, now: Instant): boolean {
  return dueAt !== null && doneAt === null && now >= dueAt + overdueAfter;
}

/** The items whose owners are to be asked now, each with the time (ms since epoch) for which it is. */
export function itemsToAsk(postMortem: PostMortem, now: Instant): { item: ActionItem; forAt: Instant }[] {
  return postMortem.actionItems.flatMap((item) => {
    const forAt = askedAt(item);
    return forAt === null || forAt > now ? [] : [{ item, forAt }];
  });
}

/** The post-mortem once owners were asked (`asked`: for which time, by item): one that was changed meanwhile is still asked for. */
export function withAsked(postMortem: PostMortem, asked: ReadonlyMap<string, Instant>, now: Instant): PostMortem {
  const actionItems = postMortem.actionItems.map((item) => (asked.has(item.id) && asked.get(item.id) === askedAt(item) ? { ...item, remindedAt: now } : item));
  return { ...postMortem, actionItems, remindAt: remindAtOf(actionItems) };
}

function withItems(postMortem: PostMortem, actionItems: ActionItem[]): Edited {
  return { kind: 'done', postMortem: { ...postMortem, actionItems, remindAt: remindAtOf(actionItems) } };
}

function remindAtOf(items: readonly ActionItem[]): Instant | null {
  const times = items.flatMap((item) => askedAt(item) ?? []);
  return times.length === 0 ? null : Math.min(...times);
}
