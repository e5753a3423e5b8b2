import { durationWords } from '#domain/time/words';

/** A measured time with a tenth where it matters: `0.2 s`, `6.0 s`, `1 min 12 s`. */
export function seconds(ms: number): string {
  return ms < 60_000 ? `${(Math.max(0, ms) / 1_000).toFixed(1)} s` : durationWords(ms);
}
