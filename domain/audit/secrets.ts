// A second net: what writes the audit hands over documents that hold no secret. Should one ever lie in them, it is not shown all the same.

/** Words that stand for a secret anywhere in a key's name. */
const telling = /secret|token|passw|credential|privatekey|apikey|hash$/i;
/** Keys that are no secret though they end with the word: what tells alerts apart, and the last letters of a key. */
const harmless = /^(?:dedupKey|groupKey|keyHint|tokenHint)$/;

/** Whether the value under this key is never shown. `what`: the document's path; the address of a destination is what lets anybody post there. */
export function isSecret(key: string, what: string): boolean {
  if (harmless.test(key)) return false;
  return telling.test(key) || /(?:^k|K)ey$/.test(key) || (what.startsWith('destinations/') && /url|address|webhook/i.test(key));
}
