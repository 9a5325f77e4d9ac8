import type {
  AccessGrantFact,
  ConflictOfInterestFact,
  EpisodeFact,
  ExclusionFact,
  FactTables,
  FamilyAgreementFact,
  JustificationFact,
} from './facts.ts';
import { hasEvidence } from './preconditions.ts';
import type { Principal } from './principal.ts';
import type { OracleRequest } from './request.ts';

/** The raw rows that can matter to one principal's request, found once; their times are not yet judged. */
export interface RequestFacts {
  readonly principal: Principal;
  readonly purpose: string;
  readonly now: Date;
  /** The principal's own rows. */
  readonly grants: readonly AccessGrantFact[];
  readonly justifications: readonly JustificationFact[];
  readonly conflicts: readonly ConflictOfInterestFact[];
  /** Exclusions of the principal's agency. */
  readonly exclusions: readonly ExclusionFact[];
  /** Whether the agency's appropriate policy document is valid today. */
  readonly policyDocument: boolean;
  episode(id: string): EpisodeFact | undefined;
  episodesOfFamily(familyId: string): readonly EpisodeFact[];
  episodesOfPerson(personId: string): readonly EpisodeFact[];
  /** Every episode on which the account has a grant, of any state. */
  episodesOfAccount(accountId: string): readonly EpisodeFact[];
  agreementsOf(episodeId: string): readonly FamilyAgreementFact[];
}

export function requestFacts(
  facts: FactTables,
  principal: Principal,
  request: OracleRequest,
): RequestFacts {
  const { account, agency } = principal;
  const episodes = new Map(facts.episode.map((row) => [row.id, row]));
  const ofFamily = Map.groupBy(facts.episode, (row) => row.familyId);
  const ofPerson = Map.groupBy(facts.episodePerson, (row) => row.personId);
  const ofAccount = Map.groupBy(facts.accessGrant, (row) => row.accountId);
  const agreements = Map.groupBy(facts.familyAgreement, (row) => row.episodeId);
  const named = (rows: readonly { readonly episodeId: string }[]): readonly EpisodeFact[] =>
    [...new Set(rows.map((row) => row.episodeId))]
      .map((id) => episodes.get(id))
      .filter((episode) => episode !== undefined);
  return {
    principal,
    purpose: request.purpose,
    now: request.now,
    grants: facts.accessGrant.filter((row) => row.accountId === account.id),
    justifications: facts.justification.filter((row) => row.accountId === account.id),
    conflicts: facts.conflictOfInterest.filter((row) => row.accountId === account.id),
    exclusions: facts.exclusion.filter((row) => row.agencyId === agency.id),
    policyDocument: hasEvidence(facts, agency.id, 'APPROPRIATE_POLICY_DOCUMENT', request.now),
    episode: (id) => episodes.get(id),
    episodesOfFamily: (familyId) => ofFamily.get(familyId) ?? [],
    episodesOfPerson: (personId) => named(ofPerson.get(personId) ?? []),
    episodesOfAccount: (accountId) => named(ofAccount.get(accountId) ?? []),
    agreementsOf: (episodeId) => agreements.get(episodeId) ?? [],
  };
}
