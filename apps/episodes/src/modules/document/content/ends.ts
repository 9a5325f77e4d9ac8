/** What is kept of a document while it passes: its first and last bytes. */
export interface Ends {
  readonly first: Buffer;
  readonly last: Buffer;
  readonly length: number;
  /** Whether all of it is text: UTF-8, and no control character but tabs and ends of lines. */
  readonly isText: boolean;
}

const FIRST_KEPT = 512;
/** The directory of an archive and its end. */
const LAST_KEPT = 1_024 * 1_024;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const CONTROLS = /[\0-\x08\x0E-\x1F\x7F]/;

/** Keeps the ends of a document that passes chunk by chunk. */
export class PassingEnds {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #first = Buffer.alloc(0);
  /** The latest chunks, as they came: copied together once, at the end. */
  #latest: readonly Uint8Array[] = [];
  #length = 0;
  #isText = true;

  take(chunk: Uint8Array): void {
    if (this.#first.length < FIRST_KEPT)
      this.#first = Buffer.concat([this.#first, chunk]).subarray(0, FIRST_KEPT);
    this.#latest = latestOf([...this.#latest, chunk]);
    this.#length += chunk.length;
    this.#isText &&= this.#reads(chunk);
  }

  end(): Ends {
    const isText = this.#isText && this.#reads(null);
    const last = Buffer.concat(this.#latest).subarray(-LAST_KEPT);
    return { first: this.#first, last, length: this.#length, isText };
  }

  /** A character may begin in one chunk and end in the next; at the end none is left half. */
  #reads(chunk: Uint8Array | null): boolean {
    try {
      const text =
        chunk === null ? this.#decoder.decode() : this.#decoder.decode(chunk, { stream: true });
      return !CONTROLS.test(text);
    } catch {
      return false;
    }
  }
}

/** Without the chunks before those that hold the last bytes. */
function latestOf(chunks: readonly Uint8Array[]): readonly Uint8Array[] {
  let held = chunks.reduce((sum, { length }) => sum + length, 0);
  const from = chunks.findIndex(({ length }) => {
    held -= length;
    return held < LAST_KEPT;
  });
  return chunks.slice(from);
}
