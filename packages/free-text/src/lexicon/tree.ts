import type { Word } from '../reading/words.ts';
import type { Asked } from './expression.ts';
import { waysToWrite } from './expression.ts';

/** The expressions of a lexicon by their first words; at the end of each is what it means. */
export class Tree<Meaning> {
  readonly #words = new Map<string, Map<number, Tree<Meaning>>>();
  readonly #stems = new Map<string, Map<number, Tree<Meaning>>>();
  readonly #lengths = new Set<number>();
  readonly #meanings = new Set<Meaning>();
  #any: Tree<Meaning> | undefined;

  add(expression: string, meaning: Meaning): void {
    for (const way of waysToWrite(expression)) {
      let tree: Tree<Meaning> = this;
      for (const asked of way) tree = tree.#branch(asked);
      tree.#meanings.add(meaning);
    }
  }

  /**
   * Tells of each expression that begins with this word of a run: its meaning and its last word.
   * No deeper than the longest expression and no wider than the lexicon, whatever the text is.
   */
  from(run: readonly Word[], index: number, tell: (meaning: Meaning, last: number) => void): void {
    for (const meaning of this.#meanings) tell(meaning, index - 1);
    const word = run[index];
    if (word === undefined) return;
    this.#any?.from(run, index + 1, tell);
    const next = (trees: ReadonlyMap<number, Tree<Meaning>> | undefined): void => {
      for (const [capitals, tree] of trees ?? [])
        if (word.capitals >= capitals) tree.from(run, index + 1, tell);
    };
    next(this.#words.get(word.plain));
    for (const length of this.#lengths)
      if (length <= word.plain.length) next(this.#stems.get(word.plain.slice(0, length)));
  }

  #branch(asked: Asked): Tree<Meaning> {
    if (asked.kind === 'ANY') {
      this.#any ??= new Tree();
      return this.#any;
    }
    const { kind, plain, capitals } = asked;
    const branches = kind === 'STEM' ? this.#stems : this.#words;
    if (kind === 'STEM') this.#lengths.add(plain.length);
    const byCapitals = branches.get(plain) ?? new Map<number, Tree<Meaning>>();
    branches.set(plain, byCapitals);
    const tree = byCapitals.get(capitals) ?? new Tree();
    byCapitals.set(capitals, tree);
    return tree;
  }
}
