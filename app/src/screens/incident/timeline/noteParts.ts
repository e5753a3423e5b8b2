/** A fenced block of more lines than this is folded: a thousand lines must not bury what happened before them. */
export const linesUnfolded = 12;

/** Parts of a note in order: Markdown to render, and long fenced blocks to fold. */
export type NotePart = { kind: 'words'; text: string } | { kind: 'logs'; text: string; lines: number };

const fence = /^ {0,3}(`{3,}|~{3,})/;

/** Takes the long code blocks out of a note's Markdown. A fence that is never closed runs to the end, as in Markdown itself. */
export function partsOfNote(markdown: string): NotePart[] {
  const parts: NotePart[] = [];
  let words: string[] = [];
  const lines = markdown.split('\n');
  const keepWords = () => {
    if (words.some((line) => line.trim() !== '')) parts.push({ kind: 'words', text: words.join('\n').trim() });
    words = [];
  };
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const opening = fence.exec(line)?.[1];
    if (opening === undefined) {
      words.push(line);
      continue;
    }
    const end = closing(lines, index + 1, opening);
    const inside = lines.slice(index + 1, end);
    if (inside.length > linesUnfolded) {
      keepWords();
      parts.push({ kind: 'logs', text: inside.join('\n'), lines: inside.length });
    } else words.push(...lines.slice(index, end + 1));
    index = end;
  }
  keepWords();
  return parts;
}

/** Where the block that `opening` began ends: a line of the same sign, at least as long, and nothing else; else the end of the text. */
function closing(lines: readonly string[], from: number, opening: string): number {
  const found = lines.findIndex((line, index) => {
    const sign = index < from ? undefined : /^ {0,3}(`{3,}|~{3,})\s*$/.exec(line)?.[1];
    return sign !== undefined && sign[0] === opening[0] && sign.length >= opening.length;
  });
  return found === -1 ? lines.length : found;
}
