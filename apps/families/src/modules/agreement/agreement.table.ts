import type { AgreementState } from '@postern/access-facts';
import { provenanceColumns } from '@postern/access-facts';
import { boolean, date, index, text, timestamp, uuid } from 'drizzle-orm/pg-core';
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
    ...provenanceColumns(),
  },
  (t) => [index().on(t.familyId), index().on(t.episodeId)],
);

/** Who signed, and for a young person of 13 or over the competence decision (SHR-3.4.3c). */
export const agreementSigner = families.table(
  'agreement_signer',
  {
    id: uuid().primaryKey(),
    agreementId: uuid('agreement_id').notNull(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    signedOn: date('signed_on').notNull(),
    competence: text(),
  },
  (t) => [index().on(t.agreementId)],
);

/** What the family withholds from an agency, why, and the lead professional's viability decision (SHR-3.4.4); projected into `access.exclusion`. */
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
    ...provenanceColumns(),
  },
  (t) => [index().on(t.agreementId)],
);

/** A young person's limit on what parents see (SHR-3.4.3d); projected into `access.disclosure_limit`. */
export const disclosureLimit = families.table('disclosure_limit', {
  id: uuid().primaryKey(),
  personId: uuid('person_id').notNull(),
  level: text()
    .$type<'OPEN_TO_PARENTS' | 'SUMMARY_ONLY' | 'CONFIDENTIAL' | 'OVERRIDDEN'>()
    .notNull(),
  setAt: timestamp('set_at', { withTimezone: true }).notNull(),
});
