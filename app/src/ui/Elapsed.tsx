import { durationWords } from '#domain/time/words';
import { useNow } from './useNow';

/** How long ago `since` (ms since epoch) was, ticking each second in tabular numerals; `until` stops it. */
export function Elapsed({ since, until, whole }: {
  since: number; until?: number | null;
  /** Whole minutes from the first one on: for lists, where ten ticking seconds are ten distractions. */
  whole?: boolean;
}) {
  const now = useNow();
  const ms = (until ?? now) - since;
  return <time className="tabular">{durationWords(whole && ms >= 60_000 ? ms - (ms % 60_000) : ms)}</time>;
}

/** How long it is to `at` (ms since epoch), ticking; `0 s` once it is past. The clock ticks on whole seconds, so it is never told too short. */
export function Remaining({ at }: { at: number }) {
  const now = useNow();
  return <time className="tabular">{durationWords(Math.max(0, at - now))}</time>;
}
