import type { Entry } from './selection';

type Cell = string | number | null;

/**
 * A cell as RFC 4180 has it. What a spreadsheet would take for a formula (`=`, `+`, `-`, `@`, or a tab or line break before one) begins with a quote: names come from people and
 * tools, and the file is opened by somebody else.
 */
export function cellOf(value: Cell): string {
  if (value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

type Names = { serviceOf: (serviceId: string) => string; nameOf: (userId: string) => string };
const seconds = (ms: number) => Math.max(0, Math.round(ms / 1_000));
const time = (at: number) => new Date(at).toISOString();

const columns: readonly (readonly [head: string, of: (entry: Entry, names: Names) => Cell])[] = [
  ['incident', ({ id }) => id], ['triggered (UTC)', ({ triggeredAt }) => time(triggeredAt)], ['restored (UTC)', ({ restoredAt }) => time(restoredAt)], ['resolved (UTC)', ({ resolvedAt }) => time(resolvedAt)],
  ['service', ({ serviceId }, { serviceOf }) => serviceOf(serviceId)], ['severity', ({ severity }) => severity], ['type', ({ type }) => type],
  ['owner', ({ ownerId }, { nameOf }) => (ownerId === null ? null : nameOf(ownerId))],
  ['seconds to detect', ({ startedAt, detectedAt }) => seconds(detectedAt - startedAt)],
  ['seconds to acknowledge', ({ triggeredAt, acknowledgedAt }) => (acknowledgedAt === null ? null : seconds(acknowledgedAt - triggeredAt))],
  ['seconds to restore', ({ triggeredAt, restoredAt }) => seconds(restoredAt - triggeredAt)],
  ['verdict', ({ verdict }) => verdict], ['days after what it repeats', ({ repeatAfter }) => (repeatAfter === null ? null : Number((repeatAfter / 86_400_000).toFixed(2)))],
  ['reopened', ({ reopened }) => reopened], ['second level', ({ secondLevel }) => (secondLevel ? 'yes' : 'no')],
  ['pages', ({ pages }) => Object.values(pages).reduce((sum, { all }) => sum + all, 0)], ['pages at night', ({ pages }) => Object.values(pages).reduce((sum, { night }) => sum + night, 0)],
];

/** One line for each incident, under a line of heads. It begins with a byte order mark: without it Excel reads names that are not English wrongly. */
export function csvOf(entries: readonly Entry[], names: Names): string {
  const lines = [columns.map(([head]) => cellOf(head)), ...entries.map((entry) => columns.map(([, of]) => cellOf(of(entry, names))))];
  return `\uFEFF${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}
