import type { ClassKey } from '../classes/data-class.ts';
import type { Coordinate } from '../classes/dictionary.ts';

/** A predicate as a condition uses it, with the argument it takes from the rule or the field it guards. */
export type PredicateAtom =
  | {
      readonly predicate: 'grant.live';
      readonly role: string;
      /** Set where a grant that names persons does not do. */
      readonly namesNobody?: boolean;
    }
  | { readonly predicate: 'episode.open' }
  | { readonly predicate: 'episode.steppedUp' }
  | { readonly predicate: 'episode.underScreening' }
  | { readonly predicate: 'agreement.inForce' }
  | { readonly predicate: 'conflict.declared' }
  | { readonly predicate: 'exclusion.wholeAgency' }
  | { readonly predicate: 'episode.concernsMe' }
  | { readonly predicate: 'episode.earlier'; readonly role: string }
  | { readonly predicate: 'proceeding.live'; readonly role: string }
  | { readonly predicate: 'proceeding.onBasis'; readonly role: string }
  | { readonly predicate: 'override.live' }
  | { readonly predicate: 'detail.hidden'; readonly coordinate: Coordinate }
  | { readonly predicate: 'detail.restricted'; readonly coordinate: Coordinate }
  | { readonly predicate: 'limit.hides'; readonly coordinate: Coordinate }
  | { readonly predicate: 'limit.openToParents' }
  | { readonly predicate: 'justification.covers'; readonly class: ClassKey }
  | { readonly predicate: 'entry.ownAgency' }
  | { readonly predicate: 'entry.stricterClass' }
  | { readonly predicate: 'entry.purposeLocked' }
  | { readonly predicate: 'entry.concernsOnlyMine' }
  | { readonly predicate: 'transfer.includes' }
  | { readonly predicate: 'person.self' }
  | { readonly predicate: 'person.childOfMine' }
  | { readonly predicate: 'household.mine' }
  | { readonly predicate: 'pool.current' }
  | { readonly predicate: 'agency.health' }
  | { readonly predicate: 'agency.education' }
  | { readonly predicate: 'agency.party' }
  | { readonly predicate: 'oversight.free' }
  | { readonly predicate: 'exclusion.ofOwnAgency' }
  | { readonly predicate: 'account.self' };

export type PredicateName = PredicateAtom['predicate'];
/** The atom of one predicate. */
export type AtomOf<N extends PredicateName> = Extract<PredicateAtom, { predicate: N }>;

/** Whether a predicate speaks of what is hidden of a row, which few rows have any of. */
export function isOfDetails(
  atom: PredicateAtom,
): atom is AtomOf<'detail.hidden'> | AtomOf<'detail.restricted'> {
  return atom.predicate === 'detail.hidden' || atom.predicate === 'detail.restricted';
}
