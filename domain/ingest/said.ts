import { z } from 'zod';
import { clipped, safeLabels } from './text';

/** A field as text, trimmed: tools send numbers and booleans as they are or in quotes. '' for nothing, and for what is no single value. */
export function said(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value.trim() : '';
}

/** As `said`, in a body that a template makes: '' too for a placeholder that was left as it is, and for the words that stand for nothing. */
export function filled(value: unknown): string {
  const text = said(value);
  return text.length <= 200 && placeholders.some((placeholder) => placeholder.test(text)) ? '' : text;
}

/**
 * UptimeRobot's `*monitorURL*` and Zabbix' `*UNKNOWN*`; Zabbix' `{EVENT.TAGSJSON}` and `{$ZABBIX.URL}`; Healthchecks' `$CODE`, Nagios' `$HOSTNAME$`;
 * Checkly's and Kibana's `{{ALERT_TITLE}}`; Go's `<no value>`.
 */
const placeholders = [
  /^\*[A-Za-z]+\*$/, /^\{[$#?]?[A-Z][A-Z0-9._]*\}$/, /^\$[A-Z][A-Z0-9_]*\$?$/, /^\{\{[^{}]*\}\}$/, /^<no value>$/, /^(?:null|undefined)$/,
];

/** The first of these that says something. */
export const firstSaid = (...texts: readonly string[]): string => texts.find((text) => text !== '') ?? '';

/** A field that may be missing, null, a number or text: '' where it says nothing. */
export const Said = z.unknown().optional().transform(said);
export const Filled = z.unknown().optional().transform(filled);

/** A field without which the body can't be read; `message` says so, and how to mend it. */
export const needed = (message: string) => Said.refine((text) => text !== '', message);
export const neededFilled = (message: string) => Filled.refine((text) => text !== '', message);

/** The value that a text holds as JSON; any other value as it is. Null for text that is none. */
export function jsonIn(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return null;
  }
}

/** Whether this is an object with fields, and no list. */
export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list in which others are left out: null, a single value, or an object mean no list. */
export const List = z.array(z.unknown()).catch([]);

/** An object, or the JSON of one in a text; one without fields for anything else. */
export const Fields = z.unknown().optional().transform((value): Record<string, unknown> => {
  const read = jsonIn(value);
  return isObject(read) ? read : {};
});

/** Fields as labels: single values as text, those that say nothing left out, lists and objects as the beginning of their JSON. */
export function labelsOf(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const entries = Object.entries(fields).map(([name, value]) => [name, typeof value === 'object' && value !== null ? shortJson(value) : filled(value)] as const);
  return safeLabels(Object.fromEntries(entries.filter(([, text]) => text !== '')));
}

/** As `labelsOf`, of the single values alone. */
export function scalarLabels(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  return labelsOf(Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value !== 'object')));
}

function shortJson(value: object): string {
  if (Object.keys(value).length === 0) return '';
  try {
    return clipped(JSON.stringify(value), 512);
  } catch {
    // A stranger may nest deeper than the stack reaches.
    return '';
  }
}

/** Tags as labels: all of them as `tags`, and each `name:value` or `name=value` under its own name, so that a rule can ask for it. */
export function tagLabels(tags: readonly unknown[]): Record<string, string> {
  const words = tags.map((tag) => filled(isObject(tag) ? tag.name : tag)).filter((tag) => tag !== '');
  const named = words.flatMap((word) => {
    const [, name, value] = /^([A-Za-z][\w.-]{0,60})[:=](?!\/\/)(.+)$/s.exec(word) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value.trim()] as const];
  });
  return words.length === 0 ? {} : { ...Object.fromEntries(named), tags: words.join(', ') };
}

/** What a list of tags is in one text: separated by commas, or by blanks where there are none. */
export const tagsIn = (text: string): string[] => text.split(text.includes(',') ? ',' : /\s+/).map((tag) => tag.trim()).filter(Boolean);

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/**
 * A body whose fields people name themselves: found whatever their case and separators, and by the path to where they are nested:
 * `ruleId`, `rule_id`, `RULE_ID`, `rule.id` and, at `depth` 2, `{rule: {id}}` are one field. `prefix` may stand before any name. Of several
 * the one that says something wins, and of those the exact name.
 */
export function looseFields<S extends z.ZodRawShape>(shape: S, { prefix = '', depth = 1 }: { prefix?: string; depth?: number } = {}) {
  const names = new Map(Object.keys(shape).map((name) => [plain(name), name]));
  const nameOf = (given: string) => names.get(plain(given)) ?? (plain(given).startsWith(prefix) ? names.get(plain(given).slice(prefix.length)) : undefined);
  const read = (body: Readonly<Record<string, unknown>>) => {
    const found = flat(body, depth).flatMap(([given, value]) => {
      const name = nameOf(given);
      return name === undefined ? [] : [{ name, value, worth: (saysSomething(value) ? 2 : 0) + (name === given ? 1 : 0) }];
    });
    return Object.fromEntries(found.sort((a, b) => a.worth - b.worth).map(({ name, value }) => [name, value]));
  };
  return z.preprocess((body) => (isObject(body) ? read(body) : body), z.object(shape));
}

const saysSomething = (value: unknown) => (typeof value === 'object' ? value !== null : filled(value) !== '');

/** Every field with its path, objects both as they are and field by field, down to `depth`. */
function flat(fields: Readonly<Record<string, unknown>>, depth: number, path = ''): [string, unknown][] {
  return Object.entries(fields).flatMap(([name, value]): [string, unknown][] => [
    [path + name, value], ...(depth > 1 && isObject(value) ? flat(value, depth - 1, `${path}${name}.`) : []),
  ]);
}
