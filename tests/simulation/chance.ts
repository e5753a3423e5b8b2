import { type SeededRandom, seededRandom } from '#domain/samples';

/** What luck decides in one world. Each action begins its own series, so that leaving out one action while shrinking changes no other's luck. */
export class Chance {
  #random: SeededRandom;
  /** Off at the end of a world, when everything must come to rest. */
  faults = true;

  constructor(private readonly seed: number) {
    this.#random = seededRandom(seed);
  }

  begin(action: number): void {
    this.#random = seededRandom(Math.imul(this.seed ^ 0x9e3779b9, action + 1) | 0);
  }

  below(count: number): number {
    return this.#random.below(count);
  }

  between(from: number, to: number): number {
    return from + this.#random.below(to - from + 1);
  }

  pick<const T>(list: readonly T[]): T {
    return this.#random.pick(list);
  }

  /** Whether something goes wrong that does so this often. */
  fault(probability: number): boolean {
    return this.faults && this.#random.chance(probability);
  }

  bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => this.#random.below(256)));
  }
}
