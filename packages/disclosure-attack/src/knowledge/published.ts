import type { DisclosureProfile, ProtectedCell } from '@postern/disclosure-control';
import type { Relation } from './knowledge.ts';

/** A cell as it is out, with what a reader may be credited with. */
export interface PublishedCell {
  readonly key: string;
  /** Null: it takes part in sums and was never published. */
  readonly shown: ProtectedCell | null;
  readonly isTotal: boolean;
  /** Whether zero is possible though the cell is suppressed; a profile that never hides zeros says no. */
  readonly mayBeZero: boolean;
  /** Whether a reader who knows which cells are small knows it of this one. */
  readonly isKnownSmall: boolean;
  /** Whether it is suppressed for itself, and not beside another. */
  readonly isPrimary: boolean;
  /** The true count, for the reader who has it from elsewhere; null where nobody could. */
  readonly elsewhere: number | null;
}

/** All that is out of one dataset: its cells, and every sum that ties them. */
export interface Published {
  readonly cells: readonly PublishedCell[];
  readonly relations: readonly Relation[];
  readonly profile: DisclosureProfile;
}
