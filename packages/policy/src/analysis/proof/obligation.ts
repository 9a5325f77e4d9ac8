import type { Coordinate } from '../../classes/dictionary.ts';
import type { Precondition } from '../../law/preconditions.ts';
import type { Purpose } from '../../rules/purpose.ts';
import type { PolicyTable } from '../policy-table.ts';
import type { CitedRule } from '../reach.ts';

/** What a partnership’s roles and types are to the proof. */
export interface ProofScope {
  /** Who keeps the system: of types that are no record, such as accounts and rules, and of nothing else. */
  readonly administrators: Confined;
  /** Who reports: of counts and registers, and of nothing else. */
  readonly reporting: Confined;
  /** Roles that may read, unjustified, what was picked by hand for a live transfer. */
  readonly handPicked: readonly string[];
  /** What may be read by an override. */
  readonly overrides: Overridden;
  /** The preconditions of every statement. */
  readonly preconditions: readonly Precondition[];
  /** What people call a role. */
  titleOf(role: string): string;
}

/** Roles that may reach these types only: one that is added later is out of their reach until somebody lists it. */
export interface Confined {
  readonly roles: readonly string[];
  readonly types: readonly string[];
}

/** What may be read by an override: these types and for these purposes only. */
export interface Overridden {
  readonly purposes: readonly Purpose[];
  /** Who persons are and where they are found: read as far as the override reaches, which the persons named narrow. */
  readonly outlines: readonly string[];
  /** Of an episode and so of several persons: what they say is read where everybody whom they concern was named. */
  readonly records: readonly string[];
}

/** Where rules break an obligation: who, what for, what, by which rules, and the same told as a story. */
export interface Counterexample {
  readonly obligation: string;
  readonly clauses: readonly string[];
  readonly roles: readonly string[];
  readonly purposes: readonly Purpose[];
  readonly coordinates: readonly Coordinate[];
  readonly rules: readonly CitedRule[];
  /** PROVED wrong; or UNKNOWN, where the rules were too large a question: that counts as wrong, too. */
  readonly found: 'PROVED' | 'UNKNOWN';
  readonly story: string;
}

/** What every policy has to keep, whatever else it says. */
export interface Obligation {
  readonly name: string;
  /** The clauses it rests on. */
  readonly clauses: readonly string[];
  /** One sentence. */
  readonly says: string;
  /** An empty list is a proof. */
  counterexamples(policy: PolicyTable, scope: ProofScope): readonly Counterexample[];
}
