/** Some of the whole numbers below a bound, in the order of their coming as long as none goes; emptied at no cost. */
export class SparseSet {
  readonly #members: Int32Array;
  readonly #places: Int32Array;
  #size = 0;

  constructor(bound: number) {
    this.#members = new Int32Array(bound);
    this.#places = new Int32Array(bound);
  }

  get size(): number {
    return this.#size;
  }

  /** The member at a place below the size. */
  at(place: number): number {
    return this.#members[place] ?? 0;
  }

  has(member: number): boolean {
    const place = this.#places[member] ?? 0;
    return place < this.#size && this.#members[place] === member;
  }

  add(member: number): void {
    if (this.has(member)) return;
    this.#members[this.#size] = member;
    this.#places[member] = this.#size;
    this.#size += 1;
  }

  /** The last member takes its place. */
  delete(member: number): void {
    if (!this.has(member)) return;
    const place = this.#places[member] ?? 0;
    this.#size -= 1;
    const last = this.#members[this.#size] ?? 0;
    this.#members[place] = last;
    this.#places[last] = place;
  }

  clear(): void {
    this.#size = 0;
  }
}
