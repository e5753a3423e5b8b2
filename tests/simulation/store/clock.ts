import { Timestamp } from 'firebase-admin/firestore';

/** A clock that stands still unless it is told to move. `now` in ms since epoch. */
export class Clock {
  #now: number;
  #lastMicroseconds = 0;

  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  /** Moves on to `at` (ms since epoch); never back. */
  moveTo(at: number): void {
    this.#now = Math.max(this.#now, at);
  }

  advance(milliseconds: number): void {
    this.moveTo(this.#now + milliseconds);
  }

  /** The time of one event in the store, to the microsecond as Firestore's: later than every one before it, also while the clock stands. */
  tick(): Timestamp {
    this.#lastMicroseconds = Math.max(this.#now * 1_000, this.#lastMicroseconds + 1);
    return new Timestamp(Math.floor(this.#lastMicroseconds / 1_000_000), (this.#lastMicroseconds % 1_000_000) * 1_000);
  }
}
