import type { AuditEntry } from '#domain/audit/auditEntry';
import { type AuditLine, differenceOf, lineWords, type Telling } from '#domain/audit/difference';
import { happenedTo, kindOf, subjectOf } from '#domain/audit/kinds';
import type { Live } from '../../live/live';

/** What is looked for; empty: anything. */
export type Filter = { userId: string; kind: string; text: string };

export const filterOf = (search: URLSearchParams): Filter => ({ userId: search.get('person') ?? '', kind: search.get('kind') ?? '', text: search.get('text') ?? '' });
export const searchOf = ({ userId, kind, text }: Filter): Record<string, string> =>
  Object.fromEntries(Object.entries({ person: userId, kind, text }).filter(([, value]) => value !== ''));

/** Whether there may be older ones than those that were read, where `most` were asked for. This device's copy of them says nothing about the end. */
export function mayHaveOlder(live: Live<readonly AuditEntry[]>, most: number): boolean {
  return live.state === 'cached' || (live.state === 'live' && live.value.length + live.unreadable >= most);
}

/** One change as it is shown. `key`: nobody changes one document twice within a millisecond. */
export type Shown = { key: string; entry: AuditEntry; kind: string; subject: string; happened: ReturnType<typeof happenedTo>; lines: AuditLine[] };

/** The changes with what is told of each, in their order. */
export function shownOf(entries: readonly AuditEntry[], telling: Telling): Shown[] {
  return entries.map((entry) => ({
    key: `${entry.at} ${entry.userId} ${entry.what}`, entry, kind: kindOf(entry.what), subject: subjectOf(entry, telling.names), happened: happenedTo(entry), lines: differenceOf(entry, telling),
  }));
}

/** Those that fit: by who, by what kind of document, and by words that stand in what is told of them. */
export function fitting(all: readonly Shown[], { userId, kind, text }: Filter): Shown[] {
  const sought = text.trim().toLowerCase().split(/\s+/).filter((word) => word !== '');
  return all.filter((each) => {
    if ((userId !== '' && each.entry.userId !== userId) || (kind !== '' && each.kind !== kind)) return false;
    const told = sought.length === 0 ? '' : [each.subject, each.entry.name, each.happened, ...each.lines.map(lineWords)].join(' ').toLowerCase();
    return sought.every((word) => told.includes(word));
  });
}

/** A path without what it shares with the line before it, where that is more than its first part: `… › When › Match`. */
export function shortPath(path: readonly string[], before: readonly string[] | undefined): string[] {
  const first = path.findIndex((part, index) => part !== before?.[index]);
  const shared = first === -1 ? path.length - 1 : Math.min(first, path.length - 1);
  return shared < 2 ? [...path] : ['…', ...path.slice(shared)];
}

/** What to choose from, by name: who changed anything, and of what kinds. */
export function choicesOf(all: readonly Shown[]): { people: { id: string; name: string }[]; kinds: string[] } {
  const people = new Map(all.map(({ entry }) => [entry.userId, entry.name]));
  return {
    people: [...people].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name)), kinds: [...new Set(all.map(({ kind }) => kind))].sort((a, b) => a.localeCompare(b)),
  };
}
