import { isBlank } from '../../law/blank.ts';
import type { EpisodeFact, FamilyAgreementFact } from '../facts.ts';
import type { RequestFacts } from '../request-facts.ts';
import { hasHappened, isAhead } from '../validity.ts';
import { onEpisode } from './question.ts';

const AGREED = ['SIGNED', 'SIGNED_WITH_EXCLUSIONS'];

/** The family's signed agreement to the episode, not withdrawn; or a recorded basis to go on without it (SHR-3.7.2b). */
export const agreementInForce = onEpisode((episode, { facts }) => isAgreedTo(episode, facts));

export function isAgreedTo(episode: EpisodeFact, facts: RequestFacts): boolean {
  return facts.agreementsOf(episode.id).some((row) => isSigned(row, facts.now) || hasBasis(row));
}

/** The family's yes itself, on which consent rests: signed and not withdrawn, whatever other basis is recorded. */
export function isConsentedTo(episodeId: string, facts: RequestFacts): boolean {
  return facts.agreementsOf(episodeId).some((row) => isSigned(row, facts.now));
}

/** The family's yes: signed by all, and not withdrawn. */
export function isSigned(row: FamilyAgreementFact, now: Date): boolean {
  return (
    AGREED.includes(row.state) && hasHappened(row.signedAt, now) && isAhead(row.withdrawnAt, now)
  );
}

function hasBasis(row: FamilyAgreementFact): boolean {
  return row.basisWhenNoAgreement !== null && !isBlank(row.basisWhenNoAgreement);
}
