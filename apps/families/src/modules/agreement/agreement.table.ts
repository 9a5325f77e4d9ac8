import type { AgreementState } from '@postern/access-facts';
import { AGREEMENT_STATES, isOneOf, isWritten, provenanceColumns } from '@postern/access-facts';
import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { families } from '../schema.ts';

/** The family's agreement to early help for one episode (SHR-3.4.3a); projected into `access.family_agreement`. */
export const familyAgreement = families.table(
  'family_agreement',
  {
    id: uuid().primaryKey(),
    familyId: uuid('family_id').notNull(),
    episodeId: uuid('episode_id').notNull(),
    state: text().$type<AgreementState>().notNull(),
    formVersion: text('form_version').notNull(),
    noticeExplainedOn: date('notice_explained_on'),
    signedAt: timestamp('signed_at', { withTimezone: true }),
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
    basisWhenNoAgreement: text('basis_when_no_agreement'),
    /** Counted up by every step of it or of a person's part; a step names the one that it was decided on. */
    revision: integer().notNull().default(1),
    ...provenanceColumns(),
  },
  (t) => [
    index().on(t.familyId),
    index().on(t.episodeId),
    check('family_agreement_state', isOneOf(t.state, AGREEMENT_STATES)),
  ],
);

/** How somebody gave their word (DEV-A3-con1). */
export const SIGNING_MODES = ['WRITTEN', 'VERBAL'] as const;
export type SigningMode = (typeof SIGNING_MODES)[number];

/**
 * Who signed, for themselves or for a child, and for a young person of 13 or over the competence decision (SHR-3.4.3c). It
 * stands until whoever gave it takes it back for themselves, or is to be asked again.
 */
export const agreementSigner = families.table(
  'agreement_signer',
  {
    id: uuid().primaryKey(),
    agreementId: uuid('agreement_id').notNull(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    signedOn: date('signed_on').notNull(),
    competence: text(),
    /** The child for whom it was given; null where it was for oneself. */
    forPersonId: uuid('for_person_id'),
    mode: text().$type<SigningMode>(),
    /** Who was there when it was given by word of mouth. */
    witnessedBy: text('witnessed_by'),
    /** That the agency has it in its own system, too (SHR-3.5L-c). */
    inOwnSystem: boolean('in_own_system').notNull().default(false),
    endedAt: timestamp('ended_at', { withTimezone: true }),
  },
  (t) => [
    index().on(t.agreementId),
    check('agreement_signer_mode', isOneOf(t.mode, SIGNING_MODES)),
    check('agreement_signer_witness', sql`${t.mode} <> 'VERBAL' OR ${isWritten(t.witnessedBy)}`),
  ],
);

/**
 * What the family withholds from an agency, why, and the lead professional's viability decision (SHR-3.4.4); projected into
 * `access.exclusion`. A whole agency that one person alone keeps out is kept from that person: `access.withheld_person`.
 */
export const exclusion = families.table(
  'exclusion',
  {
    id: uuid().primaryKey(),
    agreementId: uuid('agreement_id').notNull(),
    episodeId: uuid('episode_id').notNull(),
    excludedAgencyId: uuid('excluded_agency_id').notNull(),
    scope: text().$type<'WHOLE_AGENCY' | 'DETAILS'>().notNull(),
    coordinates: text().array().notNull(),
    personId: uuid('person_id'),
    reason: text().notNull(),
    viable: boolean().notNull(),
    startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
    endsAt: timestamp('ends_at', { withTimezone: true }),
    /** Who of the family asked for it; null where it was asked for in the family's name. */
    askedBy: uuid('asked_by').array(),
    ...provenanceColumns(),
  },
  (t) => [index().on(t.agreementId)],
);
