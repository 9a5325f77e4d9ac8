import type { AtomOf, PredicateAtom, PredicateName } from '../../predicates/predicate.ts';
import { agencyEducation, agencyHealth, agencyParty } from './agency.ts';
import { agreementInForce } from './agreement-in-force.ts';
import { conflictDeclared } from './conflict-declared.ts';
import { detailHidden, detailRestricted } from './detail-hidden.ts';
import { episodeOpen, episodeSteppedUp, episodeUnderScreening } from './episode-status.ts';
import { exclusionOfOwnAgency, exclusionWholeAgency } from './exclusions.ts';
import { entryPurposeLocked, entryStricterClass } from './handling.ts';
import { justificationCovers } from './justification-covers.ts';
import { oversightFree } from './oversight-free.ts';
import {
  accountSelf,
  entryConcernsOnlyMine,
  entryOwnAgency,
  householdMine,
  personChildOfMine,
  personSelf,
} from './own.ts';
import { poolCurrent } from './pool-current.ts';
import { proceedingLive, proceedingOnBasis, transferIncludes } from './proceedings.ts';
import type { Question } from './question.ts';
import { episodeConcernsMe, episodeEarlier, grantLive, overrideLive } from './ways.ts';
import { limitHides, limitOpenToParents } from './young-persons-limit.ts';

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
  'episode.concernsMe': episodeConcernsMe,
  'episode.earlier': episodeEarlier,
  'proceeding.live': proceedingLive,
  'proceeding.onBasis': proceedingOnBasis,
  'override.live': overrideLive,
  'detail.hidden': detailHidden,
  'detail.restricted': detailRestricted,
  'limit.hides': limitHides,
  'limit.openToParents': limitOpenToParents,
  'justification.covers': justificationCovers,
  'entry.ownAgency': entryOwnAgency,
  'entry.stricterClass': entryStricterClass,
  'entry.purposeLocked': entryPurposeLocked,
  'entry.concernsOnlyMine': entryConcernsOnlyMine,
  'transfer.includes': transferIncludes,
  'person.self': personSelf,
  'person.childOfMine': personChildOfMine,
  'household.mine': householdMine,
  'pool.current': poolCurrent,
  'agency.health': agencyHealth,
  'agency.education': agencyEducation,
  'agency.party': agencyParty,
  'oversight.free': oversightFree,
  'exclusion.ofOwnAgency': exclusionOfOwnAgency,
  'account.self': accountSelf,
};

/** Tells whether a predicate holds for a row on a path. */
export function holds(atom: PredicateAtom, question: Question): boolean {
  const form = FORMS[atom.predicate] as (atom: PredicateAtom, question: Question) => boolean;
  return form(atom, question);
}
