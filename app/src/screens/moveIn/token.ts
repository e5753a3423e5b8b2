/** The token of a move-in link, or of what was pasted: the link itself, or its end alone. Null: none is in it. */
export function moveInToken(text: string): string | null {
  const candidate = text.trim().split('#').at(-1) ?? '';
  return /^[A-Za-z0-9_-]{20,200}$/.test(candidate) ? candidate : null;
}
