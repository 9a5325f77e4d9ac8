import { hasEvidence, standingsOf } from './agency-force.ts';
import type {
  AccessGrantFact,
  ConflictOfInterestFact,
  DisclosureLimitFact,
  EpisodeFact,
  ExclusionFact,
  FactTables,
  FamilyAgreementFact,
  HouseholdPersonFact,
  JustificationFact,
  ProceedingFact,
  ProcessingRestrictionFact,
  RestrictionFact,
} from './facts.ts';
import { grantsOf } from './grants-of.ts';
import type { Principal } from './principal.ts';
import type { OracleRequest } from './request.ts';
import { isCurrentOn, londonDay } from './validity.ts';

/** The raw rows that can matter to one principal's request, found once; their times are not yet judged. */
export interface RequestFacts {
  readonly principal: Principal;
  readonly purpose: string;
  readonly now: Date;
  /** The principal's own rows; a grant without those whom it does not reach by the agreement. */
  readonly grants: readonly AccessGrantFact[];
  readonly justifications: readonly JustificationFact[];
  readonly conflicts: readonly ConflictOfInterestFact[];
  readonly households: readonly HouseholdPersonFact[];
  /** Exclusions of the principal's agency. */
  readonly exclusions: readonly ExclusionFact[];
  /** Restrictions against the principal's agency or against the person they are. */
  readonly restrictions: readonly RestrictionFact[];
  /** Processing restrictions of everybody but the principal. */
  readonly processingRestrictions: readonly ProcessingRestrictionFact[];
  /** Whether the agency's appropriate policy document is valid today. */
  readonly policyDocument: boolean;
  /** What the agency is in law today. */
  readonly standings: readonly string[];
  episode(id: string): EpisodeFact | undefined;
  episodesOfFamily(familyId: string): readonly EpisodeFact[];
  episodesOfPerson(personId: string): readonly EpisodeFact[];
  /** Every episode on which the account has a grant, of any state. */
  episodesOfAccount(accountId: string): readonly EpisodeFact[];
  /** Whether the episode concerns the person the principal is. */
  concernsPrincipal(episodeId: string): boolean;
  agreementsOf(episodeId: string): readonly FamilyAgreementFact[];
  proceedingsOn(episodeId: string): readonly ProceedingFact[];
  /** The proceedings that a row was picked for, by its id. */
  proceedingsWith(itemId: string): readonly ProceedingFact[];
  limitsOf(personId: string): readonly DisclosureLimitFact[];
  /** Who lives in a household today. */
  residentsOf(householdId: string): readonly string[];
}

export function requestFacts(
  facts: FactTables,
  principal: Principal,
  request: OracleRequest,
): RequestFacts {
  const { account, agency, person } = principal;
  const episodes = new Map(facts.episode.map((row) => [row.id, row]));
  const proceedings = new Map(facts.proceeding.map((row) => [row.id, row]));
  const ofFamily = Map.groupBy(facts.episode, (row) => row.familyId);
  const ofPerson = Map.groupBy(facts.episodePerson, (row) => row.personId);
  const ofAccount = Map.groupBy(facts.accessGrant, (row) => row.accountId);
  const agreements = Map.groupBy(facts.familyAgreement, (row) => row.episodeId);
  const onEpisode = Map.groupBy(facts.proceeding, (row) => row.episodeId);
  const items = Map.groupBy(facts.transferItem, (row) => row.itemId);
  const residents = Map.groupBy(facts.householdPerson, (row) => row.householdId);
  const limits = Map.groupBy(facts.disclosureLimit, (row) => row.personId);
  const named = (rows: readonly { readonly episodeId: string }[]): readonly EpisodeFact[] =>
    [...new Set(rows.map((row) => row.episodeId))]
      .map((id) => episodes.get(id))
      .filter((episode) => episode !== undefined);
  return {
    principal,
    purpose: request.purpose,
    now: request.now,
    grants: grantsOf(principal, facts, request.now),
    justifications: facts.justification.filter((row) => row.accountId === account.id),
    conflicts: facts.conflictOfInterest.filter((row) => row.accountId === account.id),
    households: facts.householdPerson.filter((row) => row.personId === person),
    exclusions: facts.exclusion.filter((row) => row.agencyId === agency?.id),
    restrictions: facts.restriction.filter(
      ({ hiddenFromAgencyId, hiddenFromPersonId }) =>
        (hiddenFromAgencyId !== null && hiddenFromAgencyId === agency?.id) ||
        (hiddenFromPersonId !== null && hiddenFromPersonId === person),
    ),
    processingRestrictions: facts.processingRestriction.filter((row) => row.personId !== person),
    policyDocument:
      agency !== null && hasEvidence(facts, agency.id, 'APPROPRIATE_POLICY_DOCUMENT', request.now),
    standings: agency === null ? [] : standingsOf(facts, agency.id, request.now),
    episode: (id) => episodes.get(id),
    episodesOfFamily: (familyId) => ofFamily.get(familyId) ?? [],
    episodesOfPerson: (personId) => named(ofPerson.get(personId) ?? []),
    episodesOfAccount: (accountId) => named(ofAccount.get(accountId) ?? []),
    concernsPrincipal: (episodeId) =>
      person !== null && (ofPerson.get(person) ?? []).some((row) => row.episodeId === episodeId),
    agreementsOf: (episodeId) => agreements.get(episodeId) ?? [],
    proceedingsOn: (episodeId) => onEpisode.get(episodeId) ?? [],
    proceedingsWith: (itemId) =>
      (items.get(itemId) ?? [])
        .map((row) => proceedings.get(row.proceedingId))
        .filter((proceeding) => proceeding !== undefined),
    limitsOf: (personId) => limits.get(personId) ?? [],
    residentsOf: (householdId) =>
      (residents.get(householdId) ?? [])
        .filter((row) => isCurrentOn(row.startedOn, row.endedOn, londonDay(request.now)))
        .map((row) => row.personId),
  };
}
