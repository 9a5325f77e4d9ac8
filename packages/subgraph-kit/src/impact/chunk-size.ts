/** How long one statement should take: short enough to tell of progress and to stop between two. */
const MILLISECONDS = 400;
const SMALLEST = 4;
const LARGEST = 500;

/** How many accounts one statement asks, learnt from those before. */
export class ChunkSize {
  #next = 32;

  get next(): number {
    return this.#next;
  }

  took(accounts: number, milliseconds: number): void {
    const fitting = Math.round((accounts * MILLISECONDS) / Math.max(milliseconds, 1));
    // Never much more at a time than has been seen to fit.
    this.#next = Math.max(SMALLEST, Math.min(LARGEST, fitting, this.#next * 4));
  }
}
