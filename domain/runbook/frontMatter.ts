import { Lexer } from 'marked';
import { isMap, LineCounter, parseDocument } from 'yaml';
import type { Issue } from '../ingest/parsed';
import { clipped } from '../ingest/text';
import { fieldsOf, untitled } from './fields';
import type { AboutRunbook } from './runbook';
import { sourceOf } from './source';

/** What is wrong with a front matter, by field. `refuses`: it can not be saved so; the others (fields that Rouse does not know) are only named. */
export type Problem = Issue & { refuses: boolean };

export type ReadRunbook = {
  /**
   * As far as it could be read. Services and webhooks are as they are written (an id or a name): `resolved` makes ids of them, and says which
   * do not exist.
   */
  about: AboutRunbook;
  body: string; problems: Problem[];
};

const maxLength = 20_000;

/**
 * Reads a runbook's source: YAML front matter between two lines `---`, and the Markdown below. A title that the front matter does not give is the first
 * heading, else `fallbackTitle`; with none of them it is a problem. Never throws, whatever strangers wrote: no tags, few aliases, 20,000 characters.
 */
export function readRunbook(text: string, fallbackTitle: string | null = null): ReadRunbook {
  const { frontMatter, body, unended } = sourceOf(text);
  const { fields, problems } = unended ? { fields: {}, problems: unendedProblem(body) } : yamlOf(frontMatter ?? '');
  const read = fieldsOf(fields);
  problems.push(...read.problems);
  const title = read.about.title ?? headingOf(body) ?? (fallbackTitle === null ? undefined : clipped(fallbackTitle, 120));
  // Not where the whole front matter could not be read: one thing to mend at a time.
  if (!title && problems.length === 0) problems.push({ path: 'title', message: 'is needed: write `title: …` between two lines `---` at the top, or begin with a heading.', refuses: true });
  return { about: { ...read.about, title: title || untitled }, body, problems };
}

/** A text that only begins with a line is Markdown; one that goes on with a field forgot the second line. */
function unendedProblem(body: string): Problem[] {
  return /^\s*---\s*\n\s*[\w-]+:(\s|$)/.test(body) ? [{ path: 'frontMatter', message: 'does not end: put a line `---` after its last field.', refuses: true }] : [];
}

function yamlOf(source: string): { fields: Record<string, unknown>; problems: Problem[] } {
  const wrong = (message: string) => ({ fields: {}, problems: [{ path: 'frontMatter', message, refuses: true }] });
  if (source.length > maxLength) return wrong(`is longer than ${maxLength.toLocaleString('en')} characters: what is to be read belongs below it.`);
  try {
    const lines = new LineCounter();
    const document = parseDocument(source, { schema: 'core', version: '1.2', merge: false, uniqueKeys: true, strict: true, logLevel: 'silent', lineCounter: lines, prettyErrors: false });
    const [error] = [...document.errors, ...document.warnings];
    // The first line of the file is `---`.
    if (error !== undefined) return wrong(`line ${lines.linePos(error.pos[0]).line + 1}: ${sentenceOf(error.code)}`);
    if (document.contents === null) return { fields: {}, problems: [] };
    if (!isMap(document.contents)) return wrong('holds no fields such as `title: …`. If these lines are meant to be seen, write *** in place of ---.');
    const fields: unknown = document.toJS({ maxAliasCount: 10 });
    return { fields: { ...(fields as Record<string, unknown>) }, problems: [] }; // A YAML map's JavaScript is an object.
  } catch {
    // Nested too deep, an alias of nothing, or one of aliases.
    return wrong('is nested too deep, or has a * or & that is not in quotes: region: "*-eu".');
  }
}

function sentenceOf(code: string): string {
  switch (code) {
    case 'DUPLICATE_KEY': return 'this field is there twice. Keep one.';
    case 'TAB_AS_INDENT': return 'begins with a tab. Use spaces.';
    case 'TAG_RESOLVE_FAILED': return 'has a tag (!…). Put the text in quotes.';
    default: return 'is not YAML. A text with a colon, # or * in it needs quotes: title: "Checkout: is failing".';
  }
}

function headingOf(body: string): string | undefined {
  const heading = Lexer.lex(body, { gfm: true }).find(({ type }) => type === 'heading');
  if (heading === undefined || !('text' in heading) || typeof heading.text !== 'string') return undefined;
  return clipped(heading.text.replace(/[*_`]|\[|\]\([^)]*\)/g, ''), 120) || undefined;
}
