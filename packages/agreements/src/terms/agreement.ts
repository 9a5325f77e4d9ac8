import type { Purpose } from '@postern/policy';
import type { Role } from '../matrix/roles.ts';
import type { Timer } from './timer.ts';

/** The five agreements by id. */
export const AGREEMENT_IDS = [
  'SHROPSHIRE_ISA',
  'SHROPSHIRE_PRIVACY_NOTICE',
  'DEVON_WPA',
  'STAFFORDSHIRE_SSCB_ISA',
  'SOMERSET_SSCP_TIER_1',
] as const;
export type AgreementId = (typeof AGREEMENT_IDS)[number];

/** Keys of a list with the clause that has each. */
export type Cited<Key extends string> = Readonly<Partial<Record<Key, string>>>;

/** One dated text of an agreement, oldest first (SHR-0-ver). */
export interface AgreementVersion {
  readonly version: string;
  /** `YYYY-MM-DD`; the first of the month where only a month is known. */
  readonly from: string;
  /** Why there is this version. */
  readonly reason: string;
}

/** Who is party to an agreement, or may become one; `kind` as agencies are kept by it. */
export interface Party {
  readonly name: string;
  readonly kind:
    | 'COUNCIL'
    | 'SCHOOL'
    | 'EARLY_YEARS'
    | 'HEALTH'
    | 'POLICE'
    | 'HOUSING'
    | 'VOLUNTARY'
    | 'GOVERNMENT'
    | 'CONTRACTOR';
  readonly clause: string;
}

/** The law an agreement rests on, by the keys of the tables of law. */
export interface LawfulBases {
  readonly article6: Cited<string>;
  readonly article9: Cited<string>;
  /** Paragraphs of DPA 2018 Schedule 1. */
  readonly schedule1: Cited<string>;
  readonly gateways: Cited<string>;
}

/** A role as an agreement knows it: the clause that makes it, and the clause by which it gives access, if any does. */
export interface RoleTerm {
  readonly clause: string;
  readonly grants: string | null;
}

/** When an agreement is looked at again, and what is asked then. */
export interface ReviewTerm {
  readonly clause: string;
  /** Months from signature or publication to the first review, and between reviews after it. */
  readonly firstAfter: number;
  readonly every: number;
  /** `YYYY-MM-DD`, or null where the text names none. */
  readonly nextOn: string | null;
  readonly asks: readonly string[];
  /** Whether the agreement ends when a review is missed: none says so. */
  readonly lapsesWhenMissed: false;
}

/** Who is controller of what. */
export interface ControllerTerm {
  readonly of: string;
  readonly role: 'SOLE' | 'SEPARATE' | 'JOINT' | 'PROCESSOR';
  readonly who: string;
  readonly clause: string;
}

/** A term that binds whoever signs, in a word or two. */
export interface Term {
  readonly name: string;
  readonly says: string;
  readonly clause: string;
}

/** An agreement as far as this service holds it: facts, each with the clause that has it, and none of its sentences. */
export interface Agreement {
  readonly id: AgreementId;
  readonly title: string;
  /** A notice is given to families: nobody signs it, and so it lets nobody in. */
  readonly kind: 'AGREEMENT' | 'NOTICE';
  /** Oldest first; the last is the one whose terms stand here. */
  readonly versions: readonly [AgreementVersion, ...AgreementVersion[]];
  readonly until: string | null;
  readonly parties: readonly Party[];
  readonly purposes: Cited<Purpose>;
  readonly bases: LawfulBases;
  /** Coordinates or class keys. */
  readonly items: Cited<string>;
  readonly roles: Readonly<Partial<Record<Role, RoleTerm>>>;
  readonly timers: readonly Timer[];
  readonly review: ReviewTerm | null;
  readonly controllers: readonly ControllerTerm[];
  /** Posts to turn to, never persons. */
  readonly contacts: readonly Term[];
  readonly terms: readonly Term[];
  /** How a party leaves; null where the text does not say. */
  readonly termination: { readonly noticeMonths: number | null; readonly clause: string } | null;
  /** The version of the service's user agreement that goes with it; null for a notice. */
  readonly userAgreement: { readonly version: string; readonly clause: string } | null;
}

/** The version whose terms are held. */
export function heldVersion(agreement: Agreement): AgreementVersion {
  return agreement.versions.at(-1) ?? agreement.versions[0];
}

/** The same clause for many keys. */
export function citing<Key extends string>(clause: string, ...keys: readonly Key[]): Cited<Key> {
  return Object.fromEntries(keys.map((key) => [key, clause])) as Cited<Key>;
}

/** Roles of one clause, none of which gives access by it. */
export function rolesBy(clause: string, ...roles: readonly Role[]): Agreement['roles'] {
  return Object.fromEntries(roles.map((role) => [role, { clause, grants: null }]));
}
