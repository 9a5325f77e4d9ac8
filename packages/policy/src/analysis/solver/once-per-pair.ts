/** Characters of the texts that are remembered, and answers. */
const MOST_CHARACTERS = 4_000_000;
const MOST_ANSWERS = 20_000;

/** Remembers what follows from two texts alone; when there is too much of it, everything is forgotten. */
export class OncePerPair<Answer extends string> {
  readonly #known = new Map<string, Map<string, Answer>>();
  #characters = 0;
  #answers = 0;

  of(one: string, other: string, find: () => Answer): Answer {
    const known = this.#known.get(one)?.get(other);
    if (known !== undefined) return known;
    const found = find();
    this.#characters += one.length + other.length;
    this.#answers += 1;
    if (this.#characters > MOST_CHARACTERS || this.#answers > MOST_ANSWERS) this.#forget();
    const ofOne = this.#known.get(one) ?? new Map<string, Answer>();
    this.#known.set(one, ofOne.set(other, found));
    return found;
  }

  #forget(): void {
    this.#known.clear();
    this.#characters = 0;
    this.#answers = 0;
  }
}
