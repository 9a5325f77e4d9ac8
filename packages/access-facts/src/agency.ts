import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { isOneOf } from './is-one-of.ts';
import { access } from './schema.ts';

export const AGENCY_KINDS = [
  'COUNCIL',
  'SCHOOL',
  'EARLY_YEARS',
  'HEALTH',
  'POLICE',
  'HOUSING',
  'VOLUNTARY',
  'GOVERNMENT',
  'CONTRACTOR',
] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

export const AGENCY_STATES = [
  'INVITED',
  'NEGOTIATING',
  'SIGNED',
  'ACTIVE',
  'REVIEW_DUE',
  'NOTICE_GIVEN',
  'SUSPENDED',
  'WITHDRAWN',
  'RESIGN_REQUIRED',
] as const;
export type AgencyState = (typeof AGENCY_STATES)[number];

/** An organisation that shares or receives information. */
export const agency = access.table(
  'agency',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    kind: text().$type<AgencyKind>().notNull(),
    state: text().$type<AgencyState>().notNull(),
    /** Counted up by every step; a step names the one that it was decided on. */
    revision: integer().notNull().default(1),
    /** When an agency that gave notice leaves; all its signatures end then. */
    leavesAt: timestamp('leaves_at', { withTimezone: true }),
  },
  (t) => [
    check('agency_kind', isOneOf(t.kind, AGENCY_KINDS)),
    check('agency_state', isOneOf(t.state, AGENCY_STATES)),
  ],
);

/** The e-mail domains of an agency: its people have personal addresses there (SHR-8.1c). */
export const agencyDomain = access.table(
  'agency_domain',
  {
    agencyId: uuid('agency_id').notNull(),
    /** In lower case, as DNS has it. */
    domain: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.domain] }),
    check(
      'agency_domain_form',
      sql`${t.domain} ~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?[.])+[a-z]{2,63}$'`,
    ),
  ],
);

/** What an agency is in law beside its kind, from the whole of its first day until just before the day it ends (SHR-3.5L-i). */
export const agencyStanding = access.table(
  'agency_standing',
  {
    id: uuid().primaryKey(),
    agencyId: uuid('agency_id').notNull(),
    /** One of the law's standings, e.g. `DEA2017_SPECIFIED_PERSON`. */
    standing: text().notNull(),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on'),
  },
  (t) => [index().on(t.agencyId)],
);

/** A signature binds one agency to one version of one agreement (SHR-0-ver). In force from `effectiveFrom` until `endsAt`. */
export const agencySignature = access.table(
  'agency_signature',
  {
    id: uuid().primaryKey(),
    agencyId: uuid('agency_id').notNull(),
    agreement: text().notNull(),
    version: text().notNull(),
    signatoryName: text('signatory_name').notNull(),
    signatoryTitle: text('signatory_title').notNull(),
    signedOn: date('signed_on').notNull(),
    effectiveFrom: timestamp('effective_from', { withTimezone: true }).notNull(),
    endsAt: timestamp('ends_at', { withTimezone: true }),
    /** With the regulator of data protection (DEV-CERT). */
    registrationNumber: text('registration_number'),
    /** By a supplemental agreement, after the others (DEV-A6). */
    supplemental: boolean().notNull().default(false),
  },
  (t) => [index().on(t.agencyId)],
);

export const EVIDENCE_KINDS = [
  'POLICIES',
  'DATA_SPECIFICATION',
  'APPROPRIATE_POLICY_DOCUMENT',
  'CONFIDENTIALITY_AGREEMENT',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/**
 * Dated proof an agency holds: valid policies (SHR-8.3.7d), data specification (DEV-4.1), appropriate policy document
 * (SOM-9), and for one that does not sign the agreement its confidentiality agreement (SHR-8.4.4b).
 */
export const agencyEvidence = access.table(
  'agency_evidence',
  {
    id: uuid().primaryKey(),
    agencyId: uuid('agency_id').notNull(),
    kind: text().$type<EvidenceKind>().notNull(),
    validFrom: date('valid_from').notNull(),
    validUntil: date('valid_until').notNull(),
  },
  (t) => [index().on(t.agencyId), check('agency_evidence_kind', isOneOf(t.kind, EVIDENCE_KINDS))],
);
