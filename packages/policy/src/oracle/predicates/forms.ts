import type { AtomOf, PredicateAtom, PredicateName } from '../../predicates/predicate.ts';
import { agreementInForce } from './agreement-in-force.ts';
import { conflictDeclared } from './conflict-declared.ts';
import { episodeOpen, episodeSteppedUp, episodeUnderScreening } from './episode-status.ts';
import { exclusionDetails, exclusionOfOwnAgency, exclusionWholeAgency } from './exclusions.ts';
import { grantLive } from './grant-live.ts';
import { justificationCovers } from './justification-covers.ts';
import { accountSelf, entryOwnAgency } from './own.ts';
import type { Question } from './question.ts';

/** A predicate over raw tables, for each name of the closed list: a missing one does not compile. */
type PredicateForms = {
  readonly [N in PredicateName]: (atom: AtomOf<N>, question: Question) => boolean;
};

const FORMS: PredicateForms = {
  'grant.live': grantLive,
  'episode.open': episodeOpen,
  'episode.steppedUp': episodeSteppedUp,
  'episode.underScreening': episodeUnderScreening,
  'agreement.inForce': agreementInForce,
  'conflict.declared': conflictDeclared,
  'exclusion.wholeAgency': exclusionWholeAgency,
  'exclusion.details': exclusionDetails,
  'justification.covers': justificationCovers,
  'entry.ownAgency': entryOwnAgency,
  'exclusion.ofOwnAgency': exclusionOfOwnAgency,
  'account.self': accountSelf,
};

/** Tells whether a predicate holds for a row on a path. */
export function holds(atom: PredicateAtom, question: Question): boolean {
  const form = FORMS[atom.predicate] as (atom: PredicateAtom, question: Question) => boolean;
  return form(atom, question);
}
