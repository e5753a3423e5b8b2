/** A piece of a workaround: words, or something to be copied and run. */
export type WorkaroundPart = { kind: 'words' | 'command'; text: string };

/**
 * A workaround as words and commands: what stands in a fenced block, on a line of its own in backticks, or after `$ ` is a command. It is plain text otherwise, so
 * that nothing of it can act or hide.
 */
export function workaroundParts(workaround: string): WorkaroundPart[] {
  const parts: WorkaroundPart[] = [];
  let fenced = false;
  for (const line of workaround.replace(/\r\n?/g, '\n').split('\n')) {
    if (/^\s*(```|~~~)/.test(line)) {
      fenced = !fenced;
      if (fenced) parts.push({ kind: 'command', text: '' });
      continue;
    }
    const alone = fenced ? null : (/^\s*(?:`([^`]+)`|\$ (.+))\s*$/.exec(line));
    const command = alone?.[1] ?? alone?.[2];
    if (command !== undefined) parts.push({ kind: 'command', text: command.trim() });
    else append(parts, fenced ? 'command' : 'words', line);
  }
  return parts.map(({ kind, text }) => ({ kind, text: text.trim() })).filter(({ text }) => text !== '');
}

/** Adds a line to the last part of its kind. */
function append(parts: WorkaroundPart[], kind: WorkaroundPart['kind'], line: string): void {
  const last = parts.at(-1);
  if (last?.kind === kind) last.text = last.text === '' ? line : `${last.text}\n${line}`;
  else parts.push({ kind, text: line });
}
