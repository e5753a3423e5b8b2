import { durationWords } from '#domain/time/words';
import { useNow } from './useNow';

/** How long ago `since` (ms since epoch) was, ticking each second in tabular numerals; `until` stops it. */
export function Elapsed({ since, until }: { since: number; until?: number | null }) {
  const now = useNow();
  return <time className="tabular">{durationWords((until ?? now) - since)}</time>;
}

/** How long it is to `at` (ms since epoch), ticking; `0 s` once it is past. The clock ticks on whole seconds, so it is never told too short. */
export function Remaining({ at }: { at: number }) {
  const now = useNow();
  return <time className="tabular">{durationWords(Math.max(0, at - now))}</time>;
}
