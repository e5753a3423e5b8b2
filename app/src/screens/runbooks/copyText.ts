import { say } from '../../ui';

/** Copies a command, and says what was copied: the start of it, so that a wrong one is noticed before it is pasted. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(copiedWords(text));
  } catch {
    say('This browser does not let Rouse copy. Select the text by hand.', 'danger');
  }
}

/** "Copied: psql -c …", on one line. */
export function copiedWords(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return `Copied: ${line.length > 80 ? `${line.slice(0, 79)}…` : line}`;
}
