import fc from 'fast-check';

/** Choices drawn one after another from one generated value, so that a seed makes the same request again. */
export class Draw {
  readonly #numbers: Iterator<number>;

  constructor(numbers: Iterable<number>) {
    this.#numbers = numbers[Symbol.iterator]();
  }

  /** A number from 0 to 1, without 1. */
  #unit(): number {
    const { value, done } = this.#numbers.next();
    return done === true ? 0 : value / 2 ** 32;
  }

  /** A whole number between two, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.#unit() * (most - least + 1));
  }

  /** True so many times in a hundred. */
  percent(times: number): boolean {
    return this.#unit() * 100 < times;
  }

  /** @throws RangeError where there is nothing to choose from */
  one<Item>(items: readonly Item[]): Item {
    const item = items[this.between(0, items.length - 1)];
    if (item === undefined && items.length === 0) throw new RangeError('Nothing to choose from.');
    return item as Item;
  }
}

/** So many draws of a seed; the draw at a place is the same however many are asked for. */
export function draws(seed: number, count: number): readonly Draw[] {
  const numbers = fc.infiniteStream(fc.noBias(fc.nat(2 ** 32 - 1)));
  return fc.sample(numbers, { seed, numRuns: count }).map((stream) => new Draw(stream));
}
