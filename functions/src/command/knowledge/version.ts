import type { Person } from '#domain/people/person';
import { type Problem, readRunbook } from '#domain/runbook/frontMatter';
import { resolved } from '#domain/runbook/resolved';
import type { AboutRunbook, Runbook } from '#domain/runbook/runbook';
import type { Configuration } from '../../store/configuration';
import type { RunbookChange } from './changeRunbook';

/** What a text would be as a runbook: its front matter with ids, and what is wrong with it. */
export function readSource(markdown: string, fallbackTitle: string | null, { services, destinations }: Configuration): { about: AboutRunbook; problems: Problem[] } {
  const { about, problems } = readRunbook(markdown, fallbackTitle);
  const known = resolved(about, { services: Object.values(services), destinations: Object.values(destinations) });
  return { about: known.about, problems: [...problems, ...known.problems] };
}

/** Whether a text and its front matter are what is stored already. A service or webhook of another id under the same name makes another runbook. */
export function isAsStored({ markdown, about }: Runbook, text: string, read: AboutRunbook): boolean {
  return markdown === text && JSON.stringify(inOrder(about)) === JSON.stringify(inOrder(read));
}

/** Firestore gives fields back in an order of its own. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, inOrder(field)]));
}

type Next = { runbookId: string; markdown: string; about: AboutRunbook; ownerId: string | null; note: string; sender: Person };

/** The next version of a runbook, or its first: a draft until somebody stands behind it again. Only another owner makes no new version. */
export function nextVersion(before: Runbook | undefined, { runbookId, markdown, about, ownerId, note, sender }: Next, now: number): Exclude<RunbookChange, null> {
  const by = { userId: sender.id, name: sender.name };
  if (before !== undefined && isAsStored(before, markdown, about)) return before.ownerId === ownerId ? 'unchanged' : { runbook: { ...before, ownerId } };
  const version = (before?.version ?? 0) + 1;
  return {
    runbook: { id: runbookId, title: about.title, serviceIds: about.services, markdown, about, version, ownerId, review: { state: 'draft', by: null, at: now }, changedAt: now, changedBy: by },
    keptVersion: { version, markdown, title: about.title, note, by, at: now },
  };
}
