/** A runbook's source as it is stored: the YAML between the two `---` lines at the top, and the Markdown beneath it. */
export type Source = {
  /** Null where the text does not begin with `---`. */
  frontMatter: string | null;
  body: string;
  /** The text begins with `---`, but no second one follows. */
  unended: boolean;
};

/** Takes a runbook apart. Bytes that an editor left before the first line (a byte order mark, empty lines) do not hide the front matter. */
export function sourceOf(text: string): Source {
  const lines = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n').split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first === -1 || lines[first]?.trimEnd() !== '---') return { frontMatter: null, body: lines.join('\n'), unended: false };
  const last = lines.findIndex((line, index) => index > first && /^(---|\.\.\.)\s*$/.test(line));
  if (last === -1) return { frontMatter: null, body: lines.join('\n'), unended: true };
  return { frontMatter: lines.slice(first + 1, last).join('\n'), body: lines.slice(last + 1).join('\n').replace(/^\n+/, ''), unended: false };
}

/** What people read of a stored runbook: its Markdown without the front matter. */
export function bodyOf(text: string): string {
  return sourceOf(text).body;
}
