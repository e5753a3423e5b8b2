import { isMember } from '../people/person';
import type { Finding } from '../proof/proof';
import { DAY, type Instant } from '../time/instant';
import type { DutyFacts } from './duty';
import { onCallPage, type Telling } from './telling';

/**
 * Two findings are the same when they are about the same thing at the same time; what runs already is the same however long it has run, and what comes again and again
 * is the same whichever of its times is next.
 */
function keyOf({ kind, about, startAt, text }: Finding, now: Instant): string {
  if (/\bmore times?\b/.test(text)) return [kind, about.kind, about.id, 'again'].join(' ');
  return [kind, about.kind, about.id, startAt === null ? 'always' : startAt <= now ? 'now' : startAt].join(' ');
}

/** What the second check found and the first did not, both read at `now` (ms since epoch). */
export function findingsSince(before: readonly Finding[], after: readonly Finding[], now: Instant): Finding[] {
  const known = new Set(before.map((finding) => keyOf(finding, now)));
  return after.filter((finding) => !known.has(keyOf(finding, now)));
}

/**
 * One notice per admin about the problems (not the warnings and hints) that the daily check found since the one before. The first check of all
 * tells nothing: whoever sets Rouse up sees it on their screen.
 */
export function findingsTelling(before: readonly Finding[] | null, after: readonly Finding[], facts: Pick<DutyFacts, 'people'>, now: Instant): Telling[] {
  const problems = before === null ? [] : findingsSince(before, after, now).filter(({ level }) => level === 'problem');
  if (problems.length === 0) return [];
  const title = problems.length === 1 ? 'The daily check found a problem' : `The daily check found ${problems.length} problems`;
  const more = problems.length > 3 ? ` And ${problems.length - 3} more.` : '';
  const body = `${problems.slice(0, 3).map(({ text }) => text).join(' ')}${more}`.slice(0, 600);
  const admins = Object.values(facts.people).filter((person) => person.role === 'admin' && isMember(person));
  return admins.map(({ id }): Telling => ({ userId: id, cause: `findings.${Math.floor(now / DAY)}`, title, body, url: onCallPage, channel: 'push', loud: false }));
}
