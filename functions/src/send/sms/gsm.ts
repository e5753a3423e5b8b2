/** The characters of the GSM 03.38 alphabet, one septet each, and those of its extension, two each (3GPP TS 23.038, 6.2.1). */
const basic = new Set('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà');
const extended = new Set('^{}\\[~]|€');

/** Two SMS of 153 septets: the rest of each is what joins them. */
const most = 306;
/** Three SMS of 67: what can only be said in another script. */
const mostUnicode = 201;

const plainer: Record<string, string> = {
  '‘': "'", '’': "'", '‚': "'", '′': "'", '`': "'", '´': "'", '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '″': '"',
  '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '―': '-', '−': '-', '…': '...', '•': '-', '·': '-', '×': 'x', '→': '->', '←': '<-', '⇒': '=>',
  '≥': '>=', '≤': '<=', '≠': '!=', '≈': '~', 'µ': 'u', 'μ': 'u', '°': ' deg', '©': '(c)', '®': '(r)', '™': 'TM', 'ł': 'l', 'Ł': 'L', 'đ': 'd', 'Đ': 'D', 'œ': 'oe', 'Œ': 'OE',
};

/**
 * `before`, the words and `after` in characters that an SMS carries cheaply, at most two SMS long; the words are cut to fit. One character outside
 * the alphabet halves what an SMS holds, so marks are written plainly and symbols left out; letters of another script stay: a page that can't be read is worse
 * than one that costs more.
 */
export function gsmText(words: string, { before = '', after = '' }: { before?: string; after?: string }): string {
  const plain = plainly(words);
  const cost = isGsm(plain) ? { of: septets, most } : { of: (text: string) => text.length, most: mostUnicode };
  const room = cost.most - cost.of(before) - cost.of(after);
  if (cost.of(plain) <= room) return `${before}${plain}${after}`;
  let cut = '';
  let size = cost.of('...');
  for (const character of plain) {
    size += cost.of(character);
    if (size > room) break;
    cut += character;
  }
  return `${before}${cut.trimEnd()}...${after}`;
}

/** How much of an SMS these characters take, in septets. */
export const septets = (text: string): number => [...text].reduce((sum, character) => sum + (extended.has(character) ? 2 : 1), 0);

/** Whether every character is in the alphabet, so that the SMS costs no more than it must. */
export const isGsm = (text: string): boolean => [...text].every((character) => basic.has(character) || extended.has(character));

function plainly(text: string): string {
  const characters = [...text.normalize('NFC').replace(/\s+/g, ' ').trim()].map((character) => {
    if (isGsm(character)) return character;
    const known = plainer[character];
    if (known !== undefined) return known;
    const bare = character.normalize('NFKD').replace(/\p{M}/gu, '');
    if (bare !== '' && isGsm(bare)) return bare;
    return /[\p{L}\p{M}\p{N}]/u.test(character) ? character : '';
  });
  return characters.join('').replace(/ {2,}/g, ' ').trim();
}
