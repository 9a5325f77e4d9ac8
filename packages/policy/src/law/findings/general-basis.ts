import type { Article6Basis } from '../article-6.ts';
import { ARTICLE_6, RECOGNISED_INTERESTS } from '../article-6.ts';
import { isBlank } from '../blank.ts';
import { entryInForce } from '../dated.ts';
import { isPublicAuthority } from '../may-rely.ts';
import type { JustificationFinding, JustificationInLaw } from './finding.ts';
import { finding } from './finding.ts';
import type { Relying } from './relying.ts';
import { holdsAny } from './relying.ts';

/** Relevance, alternatives and the first key: a basis of Article 6 that this agency may cite. */
export function* generalBasisFindings(
  said: JustificationInLaw,
  relying: Relying,
): Generator<JustificationFinding> {
  if (isBlank(said.relevance)) yield finding('RELEVANCE_MISSING', 'relevance');
  if (isBlank(said.alternativesConsidered))
    yield finding('ALTERNATIVES_MISSING', 'alternativesConsidered');
  const basis: Article6Basis | null = entryInForce(ARTICLE_6, said.article6, relying.day);
  if (basis === null || !basis.offered) yield finding('BASIS_NOT_IN_FORCE', 'article6');
  else yield* basisFindings(basis, said, relying);
}

function* basisFindings(
  basis: Article6Basis,
  said: JustificationInLaw,
  relying: Relying,
): Generator<JustificationFinding> {
  const publicAuthority = isPublicAuthority(relying.agency);
  if (basis.barredToPublicAuthorities && publicAuthority)
    yield finding('BASIS_BARRED_TO_PUBLIC_AUTHORITY', 'article6');
  const ownTaskAsked = basis.ownTaskFrom !== null && relying.day >= basis.ownTaskFrom;
  if (ownTaskAsked && !publicAuthority && !holdsAny(relying, ['PUBLIC_TASK_OF_ITS_OWN']))
    yield finding('BASIS_IS_ANOTHERS_TASK', 'article6');
  if (
    basis.asksInterest &&
    entryInForce(RECOGNISED_INTERESTS, said.recognisedInterest, relying.day) === null
  )
    yield finding('RECOGNISED_INTEREST_MISSING', 'recognisedInterest');
}
