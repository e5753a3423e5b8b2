import { DAY, HOUR, MINUTE } from '#domain/time/instant';
import { durationWords } from '#domain/time/words';

/** How long ago something was, in its largest unit: `just now`, `4 min ago`, `3 h ago`, `12 d ago`. Both in ms since epoch. */
export function agoWords(at: number, now: number): string {
  const ms = now - at;
  const unit = [DAY, HOUR, MINUTE].find((each) => ms >= each);
  return unit === undefined ? 'just now' : `${durationWords(ms - (ms % unit))} ago`;
}
