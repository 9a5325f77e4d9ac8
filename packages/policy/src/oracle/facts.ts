import type { JustificationInLaw } from '../law/findings/finding.ts';

/** Rows of `access.account`, as far as decisions read them. */
export interface AccountFact {
  readonly id: string;
  /** Null, as the subject, until whoever was invited signs in for it. */
  readonly issuerId: string | null;
  readonly subject: string | null;
  readonly agencyId: string;
  readonly kind: string;
  readonly state: string;
  /** When a second factor was shown for it; null or absent until then. */
  readonly secondFactorAt?: Date | null;
}

/** Which person a family member's account is. */
export interface AccountPersonFact {
  readonly accountId: string;
  readonly personId: string;
  readonly verifiedAt: Date;
  readonly endedAt: Date | null;
}

/** `startsOn` and `endsOn` are `YYYY-MM-DD`. */
export interface ParentalResponsibilityFact {
  readonly id: string;
  readonly holderId: string;
  readonly childId: string;
  readonly evidence: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** `startedOn` and `endedOn` are `YYYY-MM-DD`. */
export interface HouseholdPersonFact {
  readonly householdId: string;
  readonly personId: string;
  readonly startedOn: string;
  readonly endedOn: string | null;
}

export interface IssuerAgencyFact {
  readonly issuerId: string;
  readonly agencyId: string;
  readonly state: string;
}

/** `completedOn` and `expiresOn` are `YYYY-MM-DD`. */
export interface TrainingFact {
  readonly accountId: string;
  readonly module: string;
  readonly completedOn: string;
  readonly expiresOn: string;
}

export interface AcceptanceFact {
  readonly accountId: string;
  readonly version: string;
  readonly acceptedAt: Date;
}

export interface RoleHoldingFact {
  readonly accountId: string;
  readonly role: string;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  /** From when on it counts no longer because nobody confirmed it; absent or null where it is held without review. */
  readonly confirmedUntil?: Date | null;
}

export interface ConflictOfInterestFact {
  readonly accountId: string;
  readonly familyId: string;
  readonly declaredAt: Date;
  readonly endedAt: Date | null;
}

export interface AgencyFact {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
}

/** `startsOn` and `endsOn` are `YYYY-MM-DD`. */
export interface AgencyStandingFact {
  readonly agencyId: string;
  readonly standing: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

export interface AgencySignatureFact {
  readonly agencyId: string;
  readonly agreement: string;
  readonly version: string;
  readonly effectiveFrom: Date;
  readonly endsAt: Date | null;
}

/** `validFrom` and `validUntil` are `YYYY-MM-DD`. */
export interface AgencyEvidenceFact {
  readonly agencyId: string;
  readonly kind: string;
  readonly validFrom: string;
  readonly validUntil: string;
}

export interface EpisodeFact {
  readonly id: string;
  readonly familyId: string;
  readonly status: string;
}

export interface EpisodePersonFact {
  readonly episodeId: string;
  readonly personId: string;
}

export interface FamilyAgreementFact {
  readonly episodeId: string;
  readonly state: string;
  readonly basisWhenNoAgreement: string | null;
  readonly signedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

/** Not reached by those who work by the agreement: of one agency, or all of them where `agencyId` is null. */
export interface WithheldPersonFact {
  readonly episodeId: string;
  readonly personId: string;
  readonly agencyId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

export interface ExclusionFact {
  readonly episodeId: string;
  readonly agencyId: string;
  readonly scope: string;
  readonly coordinates: readonly string[];
  readonly personId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

/** Hidden from one agency or one person: an item, or without one whatever is about the protected person. */
export interface RestrictionFact {
  readonly id: string;
  readonly protectedPersonId: string;
  readonly familyId: string;
  readonly itemId: string | null;
  readonly coordinates: readonly string[];
  readonly hiddenFromAgencyId: string | null;
  readonly hiddenFromPersonId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

export interface ProcessingRestrictionFact {
  readonly id: string;
  readonly personId: string;
  readonly coordinates: readonly string[];
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

export interface DisclosureLimitFact {
  readonly id: string;
  readonly personId: string;
  readonly level: string;
  readonly setAt: Date;
}

export interface ProceedingFact {
  readonly id: string;
  readonly kind: string;
  readonly episodeId: string;
  readonly state: string;
  /** The law it rests on; absent or null where it rests on the family’s agreement. */
  readonly basis?: string | null;
  /** By which grant what was picked for a transfer is read; absent or null where by none. */
  readonly grantId?: string | null;
  readonly openedAt: Date;
  readonly endsAt: Date | null;
  readonly closedAt: Date | null;
}

export interface TransferItemFact {
  readonly proceedingId: string;
  readonly itemId: string;
}

export interface AccessGrantFact {
  readonly id?: string;
  readonly accountId: string;
  readonly episodeId: string;
  readonly role: string;
  readonly grantedBy: string;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly suspendedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly confirmBy: Date | null;
  /** `OVERRIDE` where it was taken to protect somebody, on the record and against what else keeps its holder out. */
  readonly basis: string;
  /** The persons it reaches; null for everyone the episode concerns. */
  readonly persons: readonly string[] | null;
}

export interface JustificationFact extends JustificationInLaw {
  readonly accountId: string;
  readonly episodeId: string;
  readonly personId: string;
  /** The override that it came with, and with which it ends; absent or null where it stands by itself. */
  readonly grantId?: string | null;
  readonly state: string;
  readonly startsAt: Date;
  readonly expiresAt: Date;
}

/** The raw tables of schema `access` that decisions rest on, under the names of their drizzle tables. */
export interface FactTables {
  readonly account: readonly AccountFact[];
  readonly accountPerson: readonly AccountPersonFact[];
  readonly parentalResponsibility: readonly ParentalResponsibilityFact[];
  readonly householdPerson: readonly HouseholdPersonFact[];
  readonly issuerAgency: readonly IssuerAgencyFact[];
  readonly training: readonly TrainingFact[];
  readonly acceptance: readonly AcceptanceFact[];
  readonly roleHolding: readonly RoleHoldingFact[];
  readonly conflictOfInterest: readonly ConflictOfInterestFact[];
  readonly agency: readonly AgencyFact[];
  readonly agencyStanding: readonly AgencyStandingFact[];
  readonly agencySignature: readonly AgencySignatureFact[];
  readonly agencyEvidence: readonly AgencyEvidenceFact[];
  readonly episode: readonly EpisodeFact[];
  readonly episodePerson: readonly EpisodePersonFact[];
  readonly familyAgreement: readonly FamilyAgreementFact[];
  readonly withheldPerson: readonly WithheldPersonFact[];
  readonly exclusion: readonly ExclusionFact[];
  readonly restriction: readonly RestrictionFact[];
  readonly processingRestriction: readonly ProcessingRestrictionFact[];
  readonly disclosureLimit: readonly DisclosureLimitFact[];
  readonly proceeding: readonly ProceedingFact[];
  readonly transferItem: readonly TransferItemFact[];
  readonly accessGrant: readonly AccessGrantFact[];
  readonly justification: readonly JustificationFact[];
}
