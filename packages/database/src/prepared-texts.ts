/** A session keeps so many statements parsed and planned; one that reads a record takes a quarter of a megabyte of the server. */
const MOST_KEPT = 200;

/** Remembered to have come once. */
const MOST_SEEN = 500;

/**
 * Which statements the sessions of a pool keep. Whoever writes queries decides how many texts there are, so a text that
 * comes once is not kept, and of those that come again only so many: the rest is parsed each time.
 */
export class PreparedTexts {
  readonly #seen = new Set<string>();
  readonly #kept = new Set<string>();
  #isWorn = false;

  /** Whether a text is to be kept from this run on. */
  keeps(text: string): boolean {
    if (this.#kept.has(text)) return true;
    if (!this.#seen.delete(text)) {
      if (this.#seen.size >= MOST_SEEN) this.#seen.clear();
      this.#seen.add(text);
      return false;
    }
    this.#isWorn = this.#kept.size >= MOST_KEPT;
    if (!this.#isWorn) this.#kept.add(text);
    return !this.#isWorn;
  }

  /** Texts that come again find no room: sessions that have kept nothing yet would serve better. */
  get isWorn(): boolean {
    return this.#isWorn;
  }
}
