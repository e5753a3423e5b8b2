import { Lexer, type Token, type Tokens } from 'marked';
import { clipped } from '../ingest/text';
import { bodyOf } from './source';

export { filled, variablesOf } from './filled';

export type StepCode = { code: string; language: string | null };

/**
 * One thing to do. `key`: the same in every version of the runbook that says these words; a tick is kept by it. `words`: plain text, at most
 * 300 characters. `codes`: its commands, with `{{label}}` as written. `action`: the name of the action that it calls. `heading`: what it stands under.
 */
export type RunbookStep = { key: string; words: string; codes: StepCode[]; action: string | null; heading: string | null };

/**
 * The steps of a runbook, in order: the items of its ordered lists and the task-list items, of the top level. Other lists only say something.
 * An unindented code block right after a list belongs to its last item (Markdown ends the list there; who wrote it did not mean to).
 * Takes the body, or the whole source: front matter has no steps.
 */
export function stepsOf(body: string): RunbookStep[] {
  const steps: Omit<RunbookStep, 'key'>[] = [];
  let heading: string | null = null;
  let open: Omit<RunbookStep, 'key'> | null = null;
  for (const token of Lexer.lex(bodyOf(body), { gfm: true })) {
    if (token.type === 'space') continue;
    if (isCode(token)) {
      if (open !== null) take(open, token);
      continue;
    }
    open = null;
    if (token.type === 'heading') heading = plain([token]) || null;
    if (!isList(token)) continue;
    for (const item of token.items) {
      if (!token.ordered && !item.task) continue;
      const step = { words: plain(item.tokens), codes: [], action: null, heading };
      for (const code of codesIn(item.tokens)) take(step, code);
      steps.push(step);
      open = step;
    }
  }
  return withKeys(steps);
}

function take(step: Omit<RunbookStep, 'key'>, { lang, text }: Tokens.Code): void {
  const [language = '', name] = (lang ?? '').trim().split(/\s+/);
  if (language === 'action' && name !== undefined) step.action ??= name;
  else step.codes.push({ code: text, language: language || null });
}

/** A step's words make its key: what is written above it may change, and ticks of an open incident stay where they were. The same words again count up. */
function withKeys(steps: readonly Omit<RunbookStep, 'key'>[]): RunbookStep[] {
  const seen = new Map<string, number>();
  return steps.flatMap((step) => {
    const first = step.codes[0]?.code.split('\n')[0]?.trim();
    const words = step.words || first || step.action || '';
    if (words === '') return [];
    const hash = hashOf(words.toLowerCase());
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return [{ ...step, words: clipped(words, 300), key: count === 1 ? hash : `${hash}-${count}` }];
  });
}

/** FNV-1a of 32 bits over UTF-16 units: tells a few dozen steps apart, keeps no secret. */
function hashOf(words: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < words.length; index += 1) hash = Math.imul(hash ^ words.charCodeAt(index), 0x01000193) >>> 0;
  return hash.toString(36).padStart(7, '0');
}

// marked's Token ends in a generic one whose `type` is any string, so comparing `type` alone narrows nothing.
const isCode = (token: Token): token is Tokens.Code => token.type === 'code';
const isList = (token: Token): token is Tokens.List => token.type === 'list';

function codesIn(tokens: readonly Token[]): Tokens.Code[] {
  return tokens.flatMap((token) => isCode(token) ? [token] : isList(token) ? token.items.flatMap((item) => codesIn(item.tokens)) : []);
}

/** The words of tokens as plain text: no code blocks, no markup, no HTML. What is below a step is said after it. */
function plain(tokens: readonly Token[]): string {
  return tokens.map((token) => wordsOf(token)).join('').replace(/\s+/g, ' ').trim();
}

function wordsOf(token: Token): string {
  if (isCode(token) || token.type === 'html' || token.type === 'checkbox' || token.type === 'def') return '';
  if (isList(token)) return ` ${token.items.map((item) => plain(item.tokens)).join('; ')} `;
  if (token.type === 'br' || token.type === 'space') return ' ';
  const within = 'tokens' in token && token.tokens && token.tokens.length > 0 ? plainInline(token.tokens) : 'text' in token && typeof token.text === 'string' ? token.text : '';
  return isBlock(token) ? `${within} ` : within;
}

const isBlock = ({ type }: Token) => type === 'paragraph' || type === 'blockquote' || type === 'heading' || type === 'table';
const plainInline = (tokens: readonly Token[]): string => tokens.map((token) => wordsOf(token)).join('');
