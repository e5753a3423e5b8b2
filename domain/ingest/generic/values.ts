import { filled, isObject, labelsOf, said, tagLabels, tagsIn } from '../said';
import { opened } from './path';

/** Labels however a tool writes them: fields, `key:value` tags in a list or a text, pairs, or `{name, value}` objects. */
export function labelsIn(value: unknown): Record<string, string> {
  const read = opened(value);
  if (isObject(read)) return labelsOf(read);
  if (typeof read === 'string') return tagLabels(tagsIn(read).slice(0, 100));
  if (!Array.isArray(read)) return {};
  const entries = read.slice(0, 100).map(labelOf);
  return { ...tagLabels(entries.filter((entry) => !Array.isArray(entry))), ...labelsOf(Object.fromEntries(entries.filter(isPair))) };
}

const isPair = (entry: unknown): entry is [string, unknown] => Array.isArray(entry);

/** One of a list: a pair of a name and a value, else what it is. */
function labelOf(entry: unknown): unknown {
  if (Array.isArray(entry)) return entry.length === 2 && said(entry[0]) !== '' ? [said(entry[0]), entry[1] as unknown] : '';
  if (!isObject(entry)) return entry;
  const name = said(entry.key) || said(entry.name) || said(entry.title);
  return name !== '' && 'value' in entry ? [name, entry.value] : entry;
}

/** Links however a tool writes them: an address, `{href, text}` and its like, or a list of either. `text` is for one without words. */
export function linksIn(value: unknown, text: string): { href: string; text: string }[] {
  if (typeof value === 'string') return [{ href: filled(value), text }];
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((entry) => (Array.isArray(entry) ? [] : linksIn(entry, text)));
  if (!isObject(value)) return [];
  const href = [value.href, value.url, value.link, value.src].map(filled).find(Boolean) ?? '';
  return [{ href, text: [value.text, value.title, value.name, value.alt].map(filled).find(Boolean) ?? (text || href) }];
}

/** The first line that says something, and the text as a whole where it says more. */
export function titleAndMore(text: string): { title: string; more: string } {
  const whole = text.trim();
  // Characters that no screen shows do not make a line.
  const title = whole.split('\n', 100).map((line) => line.replace(/\p{C}/gu, '').trim()).find(Boolean) ?? '';
  return { title, more: whole === title ? '' : whole };
}
