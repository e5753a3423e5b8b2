import { isMember, type Person, type Team } from '../people/person';
import type { Telling } from '../readiness/telling';
import { DAY, type Instant } from '../time/instant';
import { durationWords } from '../time/words';
import type { ActionItem, PostMortem } from './postMortem';
import { isOverdue } from './edit';

type Facts = { people: Readonly<Record<string, Person>>; teams: Readonly<Record<string, Team>> };

/** Who is asked for an item: its owner, or the members of its team. Where none of them is there (any more), whoever has the post-mortem; at last the admins. */
export function askedFor({ owner }: Pick<ActionItem, 'owner'>, { ownerId }: Pick<PostMortem, 'ownerId'>, { people, teams }: Facts): string[] {
  const there = (ids: readonly string[]) => ids.filter((id) => { const person = people[id]; return person !== undefined && isMember(person); });
  const own = owner === null ? [] : there(owner.kind === 'person' ? [owner.id] : (teams[owner.id]?.memberIds ?? []));
  if (own.length > 0) return own;
  const fallback = there(ownerId === null ? [] : [ownerId]);
  return fallback.length > 0 ? fallback : there(Object.values(people).filter(({ role }) => role === 'admin').map(({ id }) => id).sort());
}

/** What is said of an item that is asked for; `forAt` (ms since epoch) is the time for which it is, so that the same asking is told once. */
export function itemTellings(postMortem: PostMortem, item: ActionItem, forAt: Instant, facts: Facts, now: Instant): Telling[] {
  const { dueAt, owner } = item;
  if (dueAt === null) return [];
  const whose = owner === null ? ' It has no owner yet.' : owner.kind === 'team' ? ` It is ${owner.name}'s.` : '';
  const names = askedFor(item, postMortem, facts);
  const title = isOverdue(item, now) ? `Overdue: ${item.title}` : dueAt > now ? `Due tomorrow: ${item.title}` : `Due today: ${item.title}`;
  const late = isOverdue(item, now) ? ` It was due ${durationWords(Math.max(DAY, Math.floor((now - dueAt) / DAY) * DAY))} ago.` : '';
  return names.map((userId): Telling => ({
    userId, cause: `actionItem.${postMortem.incidentId}.${item.id}.${forAt}`, title: title.slice(0, 160),
    body: `From the post-mortem of ${postMortem.incidentId}, ${postMortem.title}.${late}${whose}`.slice(0, 600), url: `/post-mortems/${postMortem.incidentId}#action-items`, channel: 'push', loud: false,
  }));
}

/** Every item that is overdue, the oldest day first, with the post-mortem that it is of. */
export function overdueItems(postMortems: readonly PostMortem[], now: Instant): { postMortem: PostMortem; item: ActionItem }[] {
  return postMortems.flatMap((postMortem) => postMortem.actionItems.filter((item) => isOverdue(item, now)).map((item) => ({ postMortem, item })))
    .sort((a, b) => (a.item.dueAt ?? 0) - (b.item.dueAt ?? 0));
}

/** `Ada`, `team Payments`, `nobody yet`. */
export const ownerWords = (owner: ActionItem['owner']): string => (owner === null ? 'nobody yet' : owner.kind === 'team' ? `team ${owner.name}` : owner.name);
