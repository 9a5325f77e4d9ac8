import type { AccessGrantFact, EpisodeFact } from './facts.ts';

/**
 * How an episode is reached. As granted: with the principal's grants on it that reach the row, of any state, perhaps none.
 * As own: it concerns the person that the principal is.
 * As earlier: it is closed, and the principal works in these roles on a later one of the family.
 */
export type Way =
  | {
      readonly kind: 'GRANTED';
      readonly grants: readonly AccessGrantFact[];
      /** Whether these are overrides, one of them live: the family’s exclusions yield to it, and no other grant counts beside it. */
      readonly byOverride: boolean;
    }
  | { readonly kind: 'OWN' }
  | { readonly kind: 'EARLIER'; readonly roles: readonly string[] };

/** The episode a row is seen through, and the way there; null is the path that leads through none. */
export type Path = { readonly episode: EpisodeFact; readonly way: Way } | null;
