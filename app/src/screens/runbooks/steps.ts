import { marked } from 'marked';
import type { Token, Tokens } from 'marked';

/** The first thing a runbook says to do: its words, and the command beneath them if there is one. */
export type FirstStep = { words: string; code: string | null };

/**
 * The first step of a runbook: its first list item, else its first code block with the words before it, else its first
 * paragraph. Null for a runbook that says nothing. Plain text; nothing of it is markup any more.
 */
export function firstStepOf(markdown: string): FirstStep | null {
  const tokens = marked.lexer(markdown);
  const list = tokens.find((token): token is Tokens.List => token.type === 'list');
  const code = tokens.findIndex((token) => token.type === 'code');
  const item = list?.items[0];
  if (list && item && (code === -1 || tokens.indexOf(list) < code)) {
    const within = item.tokens.find((token) => token.type === 'code');
    // A code block that follows the list unindented belongs to its last item: to the first step only if there is one item.
    const after = list.items.length === 1 ? tokens.slice(tokens.indexOf(list) + 1).find((token) => token.type !== 'space') : undefined;
    return { words: plain(item.tokens.filter((token) => token.type !== 'code')), code: textOf(within) ?? (after?.type === 'code' ? textOf(after) : null) };
  }
  if (code !== -1) {
    const before = tokens.slice(0, code).filter((token) => token.type === 'paragraph' || token.type === 'heading').at(-1);
    return { words: before ? plain([before]) : 'Run this', code: textOf(tokens[code]) };
  }
  const paragraph = tokens.find((token) => token.type === 'paragraph');
  return paragraph ? { words: plain([paragraph]), code: null } : null;
}

function textOf(token: Token | undefined): string | null {
  return token?.type === 'code' ? (token as Tokens.Code).text : null;
}

function plain(tokens: readonly Token[]): string {
  return tokens.map((token) => {
    if ('tokens' in token && token.tokens && token.tokens.length > 0) return plain(token.tokens);
    if (token.type === 'list') return '';
    return 'text' in token && typeof token.text === 'string' ? token.text : ' ';
  }).join('').replace(/\s+/g, ' ').trim();
}
