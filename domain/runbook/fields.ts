import { z } from 'zod';
import { Severity } from '../incident/severity';
import type { Problem } from './frontMatter';
import type { AboutRunbook } from './runbook';

/** How a runbook without a title is shown. */
export const untitled = 'Untitled runbook';

/** Control characters and half an emoji, which no front matter means to have, are left out. */
function asText(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value.replace(/(?![\n\t])[\p{Cc}\p{Cs}]/gu, '') : value;
}
/** On one line. */
const asName = (value: unknown) => { const text = asText(value); return typeof text === 'string' ? text.replace(/\s+/g, ' ') : text; };
const asList = (value: unknown) => (value === undefined || Array.isArray(value) ? value : [value]);
const text = (max: number) => z.preprocess(asText, z.string('is a text').trim().max(max, `has ${max} characters at most`));
const needed = (max: number) => z.preprocess(asName, z.string('is needed').trim().min(1, 'is needed').max(max, `has ${max} characters at most`));
const list = <T extends z.ZodType>(item: T, max: number) => z.preprocess(asList, z.array(item).max(max, `has ${max} at most`));

const Contact = z.strictObject({ severities: list(z.preprocess((value) => (typeof value === 'string' ? value.toUpperCase() : value), Severity), 4), name: needed(120), how: text(300).default('') }, 'has severities, a name, and how to reach them');
const Action = z.strictObject({ name: needed(60).pipe(z.string().regex(/^[a-z0-9][a-z0-9-]{0,58}$/, 'has small letters, digits and - only')), title: text(120).default(''), webhook: needed(120) }, 'has a name, a title and a webhook');

/** The fields as people write them: one text stands for a list of one, a number for its digits. */
const Fields = {
  title: needed(120), services: list(needed(120), 50),
  labels: z.preprocess((value) => (isRecord(value) ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, asText(one)])) : value), z.record(z.string().max(100), z.string('is a text').trim().max(200), 'names labels and their values: { alertname: CheckoutDown }')
    // Firestore keeps no field of such a name.
    .refine((labels) => !Object.keys(labels).some((name) => name === '' || /^__.*__$/.test(name)), 'has a label without a name, or one that begins and ends with __')),
  symptoms: list(text(300), 20), diagnosis: text(2000), resolution: text(2000), contacts: list(Contact, 20), actions: list(Action, 20),
};
const names = Object.keys(Fields) as (keyof typeof Fields)[]; // An object's own literal keys.

export type ReadFields = { about: Omit<AboutRunbook, 'title'> & { title: string | undefined }; problems: Problem[] };

/** What the fields of a front matter say. A field that is wrong is named with what it should be, and is as if it were not there; so is one that is empty. */
export function fieldsOf(fields: Readonly<Record<string, unknown>>): ReadFields {
  const problems: Problem[] = [];
  const one = <T>(name: keyof typeof Fields, schema: z.ZodType<T>): T | undefined => {
    const value = fields[name];
    if (value === undefined || value === null) return undefined;
    const parsed = schema.safeParse(value);
    if (!parsed.success) problems.push(...parsed.error.issues.slice(0, 10).map((issue) => ({ path: [name, ...issue.path].join('.'), message: sentenceOf(issue), refuses: true })));
    return parsed.data;
  };
  const actions = one('actions', Fields.actions) ?? [];
  const about = {
    title: one('title', Fields.title), services: one('services', Fields.services) ?? [], labels: one('labels', Fields.labels) ?? {},
    symptoms: one('symptoms', Fields.symptoms) ?? [], diagnosis: one('diagnosis', Fields.diagnosis) ?? '', resolution: one('resolution', Fields.resolution) ?? '',
    contacts: one('contacts', Fields.contacts) ?? [],
    actions: actions.map(({ name, title, webhook }) => ({ name, title: title || name, destinationId: webhook })),
  };
  const twice = actions.find(({ name }, index) => actions.findIndex((other) => other.name === name) < index);
  if (twice !== undefined) problems.push({ path: 'actions', message: `name ${twice.name} twice. A step could mean either.`, refuses: true });
  for (const name of Object.keys(fields).filter((name) => !names.some((known) => known === name)).slice(0, 20)) {
    problems.push({ path: name.slice(0, 60), message: `is no field that Rouse knows, and is only kept. It knows ${names.join(', ')}.`, refuses: false });
  }
  return { about, problems };
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `has no field ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_value') return `is one of ${issue.values.join(', ')}`;
  return issue.message;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
