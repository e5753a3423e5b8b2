import { Mapping } from '#domain/ingest/generic/mapping';
import type { Issue } from '../../commands/send';

/** The fields of a mapping that hold several paths or words, which are typed with commas between them. */
const lists = [
  'title', 'description', 'status', 'resolvedWords', 'acknowledgedWords', 'ignoredWords', 'severity', 'dedupKey', 'groupKey', 'service', 'startedAt', 'links',
] as const;
export type MappingField = (typeof lists)[number] | 'alerts' | 'labels';
/** A mapping as it is typed: every field a line of text. */
export type MappingDraft = Record<MappingField, string>;

/** What the editor starts with. Where nothing was mapped yet, the commonest names. */
export function mappingDraftOf(mapping: Mapping | null): MappingDraft {
  const joined = (field: (typeof lists)[number]) => mapping?.[field].join(', ') ?? '';
  return {
    alerts: mapping?.alerts ?? '', labels: mapping?.labels ?? '',
    title: mapping ? joined('title') : 'title', description: joined('description'), status: mapping ? joined('status') : 'status',
    resolvedWords: joined('resolvedWords'), acknowledgedWords: joined('acknowledgedWords'), ignoredWords: joined('ignoredWords'),
    severity: mapping ? joined('severity') : 'severity', dedupKey: joined('dedupKey'), groupKey: joined('groupKey'),
    service: joined('service'), startedAt: joined('startedAt'), links: joined('links'),
  };
}

/** The mapping that was typed, or what is wrong with it; paths are those of the command. */
export function mappingOf(draft: MappingDraft): { mapping: Mapping } | { issues: Issue[] } {
  const split = (text: string) => text.split(',').map((each) => each.trim()).filter(Boolean);
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  const parsed = Mapping.safeParse({
    ...Object.fromEntries(lists.map((field) => [field, split(draft[field])])), alerts: orNull(draft.alerts), labels: orNull(draft.labels),
  });
  if (parsed.success) return { mapping: parsed.data };
  return { issues: parsed.error.issues.map(({ path, message }) => ({ path: ['mapping', ...path].join('.'), message })) };
}

/** How many paths are offered while one is typed; a body of thousands of alerts has them all over and over. */
const offered = 80;

/**
 * The paths that lead to something in a body, as one may type them, outermost first: for the editor's suggestions. Below a list of alerts
 * (`from`) they start at its first entry, as the mapping's do.
 */
export function pathsIn(body: unknown, from: string): string[] {
  const start = from.trim() === '' ? body : atPath(body, from.trim());
  const first: unknown = from.trim() !== '' && Array.isArray(start) ? start[0] : start;
  const found: string[] = [];
  const waiting: { path: string; value: unknown }[] = [{ path: '', value: first }];
  for (let next = waiting.shift(); next !== undefined && found.length < offered; next = waiting.shift()) {
    const { path, value } = next;
    if (path !== '') found.push(path);
    if (typeof value !== 'object' || value === null) continue;
    // The first of a list stands for the others.
    const inside = Array.isArray(value) ? Object.entries(value).slice(0, 1) : Object.entries(value);
    waiting.push(...inside.slice(0, offered).map(([name, inner]: [string, unknown]) => ({ path: path === '' ? name : `${path}.${name}`, value: inner })));
  }
  return found;
}

function atPath(body: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => {
    if (name === '$') return value;
    // Its own fields alone; a list has them under its indexes.
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
  }, body);
}
