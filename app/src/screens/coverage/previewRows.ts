import type { Preview, PreviewedMessage } from '#domain/proof/proof';
import { clockTime, whenWords } from '#domain/time/words';
import { wallTimeAt } from '#domain/time/zone';

/** One line of a preview, in the order of time. `at` in ms since epoch; `sameTime`: the line above has this time already. */
export type PreviewRow =
  | { kind: 'day'; at: number; text: string }
  | { kind: 'round'; at: number; text: string }
  | { kind: 'message'; at: number; sameTime: boolean; message: PreviewedMessage }
  | { kind: 'words'; at: number; sameTime: boolean; text: string };

/** A preview as lines, with a heading where another day or another round begins; days are the reader's, told from `now`. */
export function previewRows({ messages, words }: Pick<Preview, 'messages' | 'words'>, now: number, zone: string): PreviewRow[] {
  const lines: PreviewRow[] = [
    // What is said of a moment explains the messages of that moment: it comes first.
    ...words.map(({ at, text }): PreviewRow => ({ kind: 'words', at, sameTime: false, text })),
    ...apart(messages).map((message): PreviewRow => ({ kind: 'message', at: message.at, sameTime: false, message })),
  ].sort((a, b) => a.at - b.at);
  const rows: PreviewRow[] = [];
  let day = wallTimeAt(now, zone).slice(0, 10);
  let round = 0;
  let before: number | null = null;
  for (const line of lines) {
    const date = wallTimeAt(line.at, zone).slice(0, 10);
    if (date !== day) {
      rows.push({ kind: 'day', at: line.at, text: whenWords(line.at, now, zone).replace(/\s*\d\d:\d\d$/, '') });
      day = date;
    }
    if (line.kind === 'message' && !line.message.lastResort && line.message.round > round) {
      round = line.message.round;
      rows.push({ kind: 'round', at: line.at, text: `Round ${round + 1}` });
      before = null;
    }
    rows.push(line.kind === 'message' || line.kind === 'words' ? { ...line, sameTime: line.at === before } : line);
    before = line.at;
  }
  return rows;
}

/** Messages to one person, of one moment and the same way, arrive as one. */
function apart(messages: readonly PreviewedMessage[]): PreviewedMessage[] {
  const seen = new Set<string>();
  return messages.filter(({ at, userId, name, channel, methodId }) => {
    const key = [at, userId ?? name, channel, methodId].join(' ');
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** A time of day, with its seconds where it has some: `03:00`, `03:00:30`. */
export function preciseTime(at: number, zone: string): string {
  const seconds = Math.floor(at / 1_000) % 60;
  return `${clockTime(at, zone)}${seconds === 0 ? '' : `:${String(seconds).padStart(2, '0')}`}`;
}
