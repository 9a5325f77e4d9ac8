import { TooLarge } from './too-large.ts';

/** A node of a decision diagram; two nodes of one {@link Diagrams} are the same function exactly when they are the same number. */
export type Node = number;

export const FALSE: Node = 0;
export const TRUE: Node = 1;

/** Below the terminals, whatever the number of variables. */
const TERMINAL = Number.MAX_SAFE_INTEGER;

/** Reduced ordered binary decision diagrams (Bryant 1986) over variables 0, 1, 2 …, with a bound on the work they may do. */
export class Diagrams {
  readonly #variable: number[] = [TERMINAL, TERMINAL];
  readonly #low: Node[] = [FALSE, TRUE];
  readonly #high: Node[] = [FALSE, TRUE];
  readonly #known = new Map<string, Node>();
  readonly #conjunctions = new Map<number, Node>();
  readonly #opposites = new Map<Node, Node>([
    [FALSE, TRUE],
    [TRUE, FALSE],
  ]);
  readonly #most: number;

  /** @param most nodes there may be, at most 2^20; one more throws {@link TooLarge} */
  constructor(most: number) {
    this.#most = most;
  }

  /** Nodes made so far. */
  get size(): number {
    return this.#variable.length;
  }

  /** The variable that a node tests; greater than every other for a terminal. */
  variableOf(node: Node): number {
    return this.#variable[node] ?? TERMINAL;
  }

  variable(variable: number): Node {
    return this.node(variable, FALSE, TRUE);
  }

  /** What is left of a function once a variable that none of its nodes precedes has a value. */
  cofactor(node: Node, variable: number, value: boolean): Node {
    if (this.variableOf(node) !== variable) return node;
    return (value ? this.#high[node] : this.#low[node]) ?? FALSE;
  }

  node(variable: number, low: Node, high: Node): Node {
    if (low === high) return low;
    const key = `${variable} ${low} ${high}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = this.#variable.length;
    if (made >= this.#most) throw new TooLarge();
    this.#variable.push(variable);
    this.#low.push(low);
    this.#high.push(high);
    this.#known.set(key, made);
    return made;
  }

  not(node: Node): Node {
    const known = this.#opposites.get(node);
    if (known !== undefined) return known;
    const variable = this.variableOf(node);
    const opposite = this.node(
      variable,
      this.not(this.cofactor(node, variable, false)),
      this.not(this.cofactor(node, variable, true)),
    );
    this.#opposites.set(node, opposite);
    this.#opposites.set(opposite, node);
    return opposite;
  }

  and(one: Node, other: Node): Node {
    if (one === other || other === TRUE) return one;
    if (one === TRUE) return other;
    if (one === FALSE || other === FALSE) return FALSE;
    const key = one < other ? one * 2 ** 20 + other : other * 2 ** 20 + one;
    const known = this.#conjunctions.get(key);
    if (known !== undefined) return known;
    if (this.#conjunctions.size >= this.#most * 8) throw new TooLarge();
    const variable = Math.min(this.variableOf(one), this.variableOf(other));
    const both = this.node(
      variable,
      this.and(this.cofactor(one, variable, false), this.cofactor(other, variable, false)),
      this.and(this.cofactor(one, variable, true), this.cofactor(other, variable, true)),
    );
    this.#conjunctions.set(key, both);
    return both;
  }

  or(one: Node, other: Node): Node {
    return this.not(this.and(this.not(one), this.not(other)));
  }

  /** Whether wherever `one` holds, `other` does. */
  implies(one: Node, other: Node): boolean {
    return this.and(one, this.not(other)) === FALSE;
  }
}
