/** The first letters of a name's first and last word: `Priya Nair` is `PN`. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toUpperCase();
}

/** A hue (0 to 359) that is always the same for a person. It only helps the eye along: the name or its initials stand beside it. */
export function hueOf(userId: string): number {
  // FNV-1a: ids that differ in one letter must not look alike.
  let hash = 2_166_136_261;
  for (const letter of userId) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  // Steps of 20 degrees, so that two people are either alike or clearly apart; reds (0 to 19 and 340 on) are for what burns.
  return 40 + (hash % 15) * 20;
}

/** Names as one speaks them: `Ann`, `Ann and Ben`, `Ann, Ben and Cy`; `nobody` for none. */
export function namesWords(names: readonly string[]): string {
  if (names.length === 0) return 'nobody';
  return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
