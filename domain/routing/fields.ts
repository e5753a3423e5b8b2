import type { Severity } from '../incident/severity';
import type { ParsedAlert } from '../ingest/parsed';
import { clipped, keyOf } from '../ingest/text';
import { FieldName, type FieldTest } from './rule';

/** What rules, maintenance windows and groupings look at: an alert, its severity under the policy, and where it came from. */
export type Subject = { alert: ParsedAlert; severity: Severity; source: string; integrationName: string };

/** The longest key that an alert may have, as `ParsedAlert.dedupKey` says. */
const longestKey = 1000;

/** What the alert says in a field (`title`, `label.env`, see `FieldName`). Null: no such field, or nothing in it. */
export function valueOf(field: string, subject: Subject): string | null {
  const value = field.startsWith('label.') ? labelOf(field.slice('label.'.length), subject.alert.labels) : plainValueOf(field, subject);
  return value === null || value.trim() === '' ? null : value;
}

function plainValueOf(field: string, { alert, severity, source, integrationName }: Subject): string | null {
  switch (field) {
    case 'title': return alert.title;
    case 'description': return alert.description;
    case 'status': return alert.status;
    case 'severity': return severity;
    case 'severityWord': return alert.severityWord;
    case 'name': return alert.name;
    case 'service': return alert.service;
    case 'dedupKey': return alert.dedupKey;
    case 'groupKey': return alert.groupKey;
    case 'source': return source;
    case 'integration': return integrationName;
    default: return null;
  }
}

/** By its exact name, else by one that differs in case only: nobody remembers whether a tool says `Env` or `env`. */
function labelOf(name: string, labels: Readonly<Record<string, string>>): string | null {
  if (Object.hasOwn(labels, name)) return labels[name] ?? null;
  const sought = name.toLowerCase();
  return Object.entries(labels).find(([key]) => key.toLowerCase() === sought)?.[1] ?? null;
}

/**
 * Whether the alert passes a test. Case plays no part. Without the field nothing is in it: `is not` and `does not contain` pass, all others
 * but `absent` fail. A test whose operator lacks its value fails, so that a half-written rule leaves the alert as it would be without it.
 */
export function passes(test: FieldTest, subject: Subject): boolean {
  const value = valueOf(test.field, subject)?.toLowerCase() ?? null;
  if (test.operator === 'present') return value !== null;
  if (test.operator === 'absent') return value === null;
  const wanted = test.values.map((each) => each.toLowerCase()).filter((each) => each.trim() !== '');
  if (wanted.length === 0) return false;
  const some = (fits: (one: string, text: string) => boolean) => value !== null && wanted.some((one) => fits(one, value));
  switch (test.operator) {
    case 'is': case 'oneOf': return some(isSame);
    case 'isNot': return !some(isSame);
    case 'contains': return some((one, text) => text.includes(one));
    case 'notContains': return !some((one, text) => text.includes(one));
    case 'startsWith': return some((one, text) => text.startsWith(one));
    case 'endsWith': return some((one, text) => text.endsWith(one));
    case 'like': return some((one, text) => isLike(text.trim(), one.trim()));
    default: return test.operator satisfies never;
  }
}

/** A phone's keyboard adds a space behind a word that it completed: such a rule must not be one that never matches. */
const isSame = (one: string, text: string) => one.trim() === text.trim();

/**
 * Whether the whole text fits a pattern in which `*` stands for anything. Each piece between two stars is sought once, from where the
 * one before it ended: the leftmost place leaves most for the rest, so nothing is ever tried twice.
 */
function isLike(text: string, pattern: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const piece of others) {
    const at = text.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}

const asks: Readonly<Record<FieldTest['operator'], string>> = {
  is: 'is', oneOf: 'is', isNot: 'is not', contains: 'contains', notContains: 'does not contain', startsWith: 'starts with', endsWith: 'ends with',
  like: 'is like', present: 'is present', absent: 'is absent',
};

/** A test that this alert passes, with the alert's own value: `label.env is staging`, `title contains “disk” (“Disk full on db-1”)`. */
export function explain(test: FieldTest, subject: Subject): string {
  const value = valueOf(test.field, subject);
  const own = value === null ? 'absent' : `“${short(value)}”`;
  const start = `${test.field} ${asks[test.operator]}`;
  const wanted = test.values.map((each) => `“${short(each)}”`).join(' or ');
  switch (test.operator) {
    case 'absent': return start;
    case 'present': return `${start} (${own})`;
    case 'is': case 'oneOf': {
      if (!passes(test, subject)) return `${start} ${wanted} (${own})`;
      return `${start} ${short(value ?? '')}${test.values.length > 1 ? ` (one of ${test.values.length})` : ''}`;
    }
    case 'isNot': return `${start} ${test.values.map(short).join(' or ')} (${own})`;
    case 'contains': case 'notContains': case 'startsWith': case 'endsWith': case 'like': return `${start} ${wanted} (${own})`;
    default: return test.operator satisfies never;
  }
}

/** One line, short enough to stand among others. */
const short = (text: string) => clipped(text.slice(0, 400).replace(/\s+/g, ' '), 80);

/** One piece of a key template: text as it stands, or a field to be filled in. What is in braces but is no field is text. */
type Piece = { text: string; field: string | null };

function piecesOf(template: string): Piece[] {
  const pieces: Piece[] = [];
  let rest = template;
  for (;;) {
    const opens = rest.indexOf('{');
    const closes = opens < 0 ? -1 : rest.indexOf('}', opens);
    if (closes < 0) return [...pieces, { text: rest, field: null }];
    const named = rest.slice(opens + 1, closes).trim();
    const isField = FieldName.safeParse(named).success;
    pieces.push({ text: rest.slice(0, opens), field: null }, { text: rest.slice(opens, closes + 1), field: isField ? named : null });
    rest = rest.slice(closes + 1);
  }
}

/** The fields that a key template names, and what stands in its braces without being a field. */
export function fieldsOf(template: string): { fields: string[]; unknown: string[] } {
  const pieces = piecesOf(template);
  return {
    fields: pieces.flatMap(({ field }) => field ?? []),
    unknown: pieces.filter(({ text, field }) => field === null && text.startsWith('{') && text.endsWith('}')).map(({ text }) => text),
  };
}

/** A key template with the alert's own values in it: `{label.cluster}`. What the alert lacks is empty; at most 1,000 characters, still distinct. */
export function filled(template: string, subject: Subject): string {
  return keyOf(piecesOf(template).map(({ text, field }) => (field === null ? text : (valueOf(field, subject) ?? ''))).join(''), longestKey);
}

/**
 * The group of an alert where a service groups by fields: `label.cluster="eu-1" label.env="prod"`. An alert that has none of them would share
 * a group with everything else that has none: it takes its name and service instead, as for a source's group that names nothing.
 */
export function groupKeyOf(fields: readonly string[], subject: Subject): string {
  const written = (names: readonly string[]) =>
    names.flatMap((name) => { const value = valueOf(name, subject); return value === null ? [] : `${name}=${JSON.stringify(value)}`; }).join(' ');
  const ownName = subject.alert.name === null ? ['dedupKey'] : ['name', 'service'];
  return keyOf(written(fields) || written(ownName), longestKey);
}
