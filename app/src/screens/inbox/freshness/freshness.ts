import { whenWords } from '#domain/time/words';
import { agoWords } from '../../../words/ago';

/** How old the list is: "Live", or "As of 03:12, 12 min ago". `asOf`: when the server confirmed it last (ms since epoch), as this device remembers. */
export function freshWords(state: 'cached' | 'live', asOf: number | null, now: number, zone: string): string {
  if (state === 'live') return 'Live';
  return asOf === null ? 'As this device saw it last' : `As of ${whenWords(asOf, now, zone)}, ${agoWords(asOf, now)}`;
}

/** What looking again came to. `before` and `after`: ids of the open incidents; `after` null: nobody answered. */
export function lookedWords(before: readonly string[], after: readonly string[] | null): string {
  if (after === null) return 'No answer from Rouse. Nothing changed here; it goes on trying by itself.';
  const come = after.filter((id) => !before.includes(id)).length;
  const gone = before.filter((id) => !after.includes(id)).length;
  const words = [
    ...(come > 0 ? [`${come} new ${come === 1 ? 'incident' : 'incidents'}`] : []),
    ...(gone > 0 ? [`${gone} ${gone === 1 ? 'is' : 'are'} over`] : []),
  ];
  return words.length === 0 ? 'Looked again: nothing new.' : `Looked again: ${words.join(', ')}.`;
}
