/** What is read of a choice now. */
export type CollisionEffect =
  /** The built-in rules are written by it. */
  | 'RULES'
  /** The engine does so whatever rules say. */
  | 'ENGINE'
  /** Commands ask for it, each time that they are carried out. */
  | 'COMMANDS'
  /** It is kept for what is yet to read it. */
  | 'KEPT';

/** Where the agreements disagree, or leave something open. */
export interface Collision {
  readonly issue: string;
  /** Clauses on either side. */
  readonly clauses: readonly string[];
  /** What may be chosen, and what it means. */
  readonly choices: Readonly<Record<string, string>>;
  readonly default: string;
  /** Why the default is no choice of a partnership; null where it is one. */
  readonly fixedBecause: string | null;
  readonly effect: CollisionEffect;
}
