import type { DisclosureProfile, ProtectedCell } from '@postern/disclosure-control';
import type { Relation } from './knowledge.ts';

/** None at all, within the range that the profile protects, or above it. */
export type Size = 'ZERO' | 'SMALL' | 'LARGE';

/** A cell as it is out, with what a reader may be credited with. */
export interface PublishedCell {
  readonly key: string;
  /** Null: it takes part in sums and was never published. */
  readonly shown: ProtectedCell | null;
  readonly isTotal: boolean;
  /** What a reader who knows which cells are small knows of this one; null where nobody measured it. */
  readonly size: Size | null;
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
