/** From how many lines on a pasted text is likely logs; fewer when they look like it. */
const MANY = 12;
const FEW = 4;

const logLine = /^\s*(?:\[?\d{4}-\d{2}-\d{2}[T ]|\[?\d{2}:\d{2}:\d{2}|(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\b|at \S+\(|Traceback|\{".*\}\s*$|\S+ \| )/;

/** Whether a pasted text reads like logs or the output of a command, which Markdown would make a mess of. What is fenced already does not. */
export function looksLikeLogs(pasted: string): boolean {
  const lines = unified(pasted).trim().split('\n');
  if (lines.length < FEW || /^ {0,3}(```|~~~)/.test(lines[0] ?? '')) return false;
  const logs = lines.filter((line) => logLine.test(line)).length;
  return logs * 2 >= lines.length || (lines.length >= MANY && lines.filter((line) => line.trim() === '').length * 4 < lines.length);
}

/** The text between fences, longer ones than any inside: what it holds cannot end it. */
export function fencedLogs(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text.replace(/\n+$/, '')}\n${fence}`;
}

/** The note with what was pasted last between fences, on lines of their own; null where it is not in it any more. */
export function withFenced(note: string, pasted: string): string | null {
  const logs = unified(pasted);
  const from = note.lastIndexOf(logs);
  if (logs === '' || from === -1) return null;
  const before = note.slice(0, from).replace(/\s+$/, '');
  const after = note.slice(from + logs.length).replace(/^\s+/, '');
  return [before, fencedLogs(logs), after].filter((part) => part !== '').join('\n\n');
}

/** A text field makes one sort of line end of all. */
const unified = (text: string) => text.replace(/\r\n?/g, '\n');
