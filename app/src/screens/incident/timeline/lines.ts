import type { Change, TimelineEntry } from '#domain/incident/timeline';
import type { Notification } from '#domain/notification/notification';
import { type Filter, shownChanges } from './sorts';

/** How many lines are shown at first, and how many more each time. */
export const linesAtOnce = 100;

/** One line: an entry with those of its changes that are shown, or a message with its life. `at`: when it happened (ms since epoch), which is what it stands under. */
export type Line =
  | { kind: 'entry'; key: string; at: number; entry: TimelineEntry; changes: readonly Change[]; addedLater: number | null }
  | { kind: 'message'; key: string; at: number; notification: Notification };

/** When an entry's news happened, where somebody wrote it down later; else null. */
function happenedAt({ changes }: TimelineEntry): number | null {
  for (const change of changes) if (change.type === 'note' && change.happenedAt !== undefined) return change.happenedAt;
  return null;
}

/** The lines of a filter, oldest first: every entry at the time at which it happened; among the pages, each message that was sent. */
export function linesOf(entries: readonly TimelineEntry[], notifications: readonly Notification[], filter: Filter): Line[] {
  const told = entries.flatMap((entry): Line[] => {
    const changes = shownChanges(entry.changes, filter);
    if (changes.length === 0) return [];
    const earlier = happenedAt(entry);
    return [{ kind: 'entry', key: entry.id, at: earlier ?? entry.at, entry, changes, addedLater: earlier === null ? null : entry.at }];
  });
  const sent = filter !== 'pages' ? [] : notifications.map((notification): Line => ({ kind: 'message', key: `message ${notification.id}`, at: notification.createdAt, notification }));
  return [...told, ...sent].sort((a, b) => a.at - b.at);
}

/** The newest `most` lines in the order that the reader wants, and how many earlier ones there are. */
export function shownLines(lines: readonly Line[], most: number, oldestFirst: boolean): { shown: Line[]; earlier: number } {
  const newest = lines.slice(-most);
  return { shown: oldestFirst ? newest : newest.reverse(), earlier: lines.length - newest.length };
}
