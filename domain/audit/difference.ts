import { DAY, HOUR, MINUTE, SECOND } from '../time/instant';
import { durationWords, whenWords } from '../time/words';
import type { TimeZone } from '../time/zone';
import type { AuditEntry } from './auditEntry';
import { inWords } from './kinds';
import { isSecret } from './secrets';

/**
 * One thing that is another than before. `path` in words, from the whole to the part. `text`: more than fits a line, told by its lines only. `secret`: told to have changed,
 * never what it is.
 */
export type AuditLine = { path: readonly string[] } & (
  | { is: 'changed'; from: string; to: string } | { is: 'added'; to: string } | { is: 'removed'; from: string }
  | { is: 'text'; lines: number; were: number } | { is: 'secret' }
);
/** How values are told: the names of people and things by their paths (`users/priya`), and the reader's time. */
export type Telling = { names: Readonly<Record<string, string>>; now: number; timeZone: TimeZone };

type Tree = Readonly<Record<string, unknown>>;
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0) || (isTree(value) && Object.keys(value).length === 0);

/** What a change of configuration changed, in the order of the document. Of what was made or removed, all that is in it and says something. */
export function differenceOf({ what, before, after }: Pick<AuditEntry, 'what' | 'before' | 'after'>, telling: Telling): AuditLine[] {
  return compared(before ?? undefined, after ?? undefined, [], { what, key: '', telling });
}

type Place = { what: string; key: string; telling: Telling };

function compared(before: unknown, after: unknown, path: readonly string[], place: Place): AuditLine[] {
  if (isSame(before, after) || (isEmpty(before) && isEmpty(after) && (before === undefined || after === undefined))) return [];
  if (isSecret(place.key, place.what)) return [{ path, is: 'secret' }];
  const inside = partsOf(before, after, place.key);
  if (inside !== null) return inside.flatMap((part) => (part.called === undefined || (part.was !== undefined && part.is !== undefined) ? within(part, path, place) : cameOrWent(part.called, part, path, place)));
  if (isLong(before) || isLong(after)) return [{ path, is: 'text', lines: linesIn(after), were: linesIn(before) }];
  if (isEmpty(before) && before !== false) return [{ path, is: 'added', to: told(after, place) }];
  if (isEmpty(after) && after !== false) return [{ path, is: 'removed', from: told(before, place) }];
  return [{ path, is: 'changed', from: told(before, place), to: told(after, place) }];
}

const within = ({ key, word, was, is }: Part, path: readonly string[], place: Place): AuditLine[] => compared(was, is, [...path, word], { ...place, key });

/** A thing of a list that is new or gone: its name first, then what else is in it. */
function cameOrWent(called: string, part: Part, path: readonly string[], place: Place): AuditLine[] {
  const rest = within(part, path, place).filter((line) => line.path.length !== path.length + 2 || !/^(?:Name|Title)$/.test(line.path.at(-1) ?? ''));
  return [part.was === undefined ? { path, is: 'added', to: called } : { path, is: 'removed', from: called }, ...rest];
}

/** `called`: the own name of a list's thing, where it has one. */
type Part = { key: string; word: string; called?: string; was: unknown; is: unknown };
/** What two values are made of, part beside part: fields by their names, a list's things by their ids, else by their places. Null: they are told as they are. */
function partsOf(before: unknown, after: unknown, key: string): Part[] | null {
  const [was, is] = [before ?? {}, after ?? {}];
  if (isTree(was) && isTree(is) && (isTree(before) || isTree(after))) {
    return [...new Set([...Object.keys(is), ...Object.keys(was)])].filter((name) => name !== 'id').map((name) => ({ key: name, word: inWords(name), was: was[name], is: is[name] }));
  }
  const [list, others] = [before ?? [], after ?? []];
  if (!isList(list) || !isList(others) || ![...list, ...others].some(isTree)) return null;
  const [old, young] = [named(list), named(others)];
  const parts = [...new Set([...young.keys(), ...old.keys()])].map((name) => {
    const thing = young.get(name) ?? old.get(name);
    const called = ownName(thing);
    return { key, word: called ?? name, ...(called === undefined ? {} : { called }), was: old.get(name), is: young.get(name) };
  });
  const order = (all: ReadonlyMap<string, unknown>) => [...all].filter(([name]) => young.has(name) && old.has(name)).map(([name, each]) => ownName(each) ?? name).join(', ');
  // The same things in another order: of rules and steps it decides.
  return order(old) === order(young) ? parts : [...parts, { key: 'order', word: 'Order', was: order(old), is: order(young) }];
}

/** A list's things by their ids; those without one by their places, from 1. */
const named = (list: readonly unknown[]): Map<string, unknown> =>
  new Map(list.map((each, index) => [isTree(each) && typeof each['id'] === 'string' ? each['id'] : String(index + 1), each]));

function ownName(value: unknown): string | undefined {
  const own = isTree(value) ? [value['name'], value['title']].find((each) => typeof each === 'string' && each !== '') : undefined;
  return typeof own === 'string' ? own : undefined;
}

const isSame = (a: unknown, b: unknown): boolean => sorted(a) === sorted(b);
/** One text for one value, whatever the order of its fields. */
const sorted = (value: unknown): string => JSON.stringify(value, (_, inner: unknown) => (isTree(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner)) ?? '';

const longest = 160;
const isLong = (value: unknown): value is string => typeof value === 'string' && (value.length > longest || value.includes('\n'));
const linesIn = (value: unknown): number => (typeof value === 'string' && value !== '' ? value.split('\n').length : 0);

/** A value as a person reads it. Numbers carry the unit that their key names. */
function told(value: unknown, place: Place): string {
  const { key, telling } = place;
  if (typeof value === 'string') return (namesSomething(key) ? telling.names[`${collectionOf(key)}/${value}`] : undefined) ?? value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return numberWords(value, place);
  if (isList(value)) return value.map((each) => told(each, place)).join(', ');
  return 'none';
}

const namesSomething = (key: string): boolean => /Ids?$|^(?:by|participants|members|services|people)$/.test(key);
const collections: readonly (readonly [RegExp, string])[] = [[/service/i, 'services'], [/polic/i, 'escalationPolicies'], [/schedule/i, 'schedules'], [/team/i, 'teams'], [/integration/i, 'integrations']];
/** Whose id stands under a key: people's, unless it says otherwise. */
const collectionOf = (key: string): string => collections.find(([pattern]) => pattern.test(key))?.[1] ?? 'users';

const units: readonly (readonly [RegExp, number])[] = [[/milliseconds$/i, 1], [/seconds$/i, SECOND], [/minutes$/i, MINUTE], [/hours$/i, HOUR], [/days$/i, DAY]];
/** Earlier than 2001 a number is no moment of this pager. */
const firstMoment = 1_000_000_000_000;

function numberWords(value: number, { key, telling: { now, timeZone } }: Place): string {
  if (value >= firstMoment && /(?:At|Until)$|^at$/.test(key)) return whenWords(value, now, timeZone);
  const unit = units.find(([pattern]) => pattern.test(key))?.[1];
  return unit === undefined || value < 0 ? String(value) : durationWords(value * unit);
}

/** A line in words: `SEV1 › Respond within minutes: 15 min → 10 min`. */
export function lineWords(line: AuditLine): string {
  const where = line.path.join(' › ');
  switch (line.is) {
    case 'changed': return `${where}: ${line.from} → ${line.to}`;
    case 'added': return `${where}: ${line.to}, new`;
    case 'removed': return `${where}: ${line.from}, gone`;
    case 'text': return `${where}: ${textWords(line)}`;
    case 'secret': return `${where}: not shown, it is a secret`;
    default: return line satisfies never;
  }
}

/** What became of a text that is too long for a line. */
export function textWords({ lines, were }: Pick<Extract<AuditLine, { is: 'text' }>, 'lines' | 'were'>): string {
  const count = (many: number) => `${many} ${many === 1 ? 'line' : 'lines'}`;
  if (were === 0) return `new, ${count(lines)}`;
  if (lines === 0) return `gone, ${count(were)}`;
  return `changed, ${count(lines)}${lines === were ? '' : ` (before: ${were})`}`;
}
