import type { AgreementState } from '@postern/access-facts';
import { AGREEMENT_STATES, isOneOf, isWritten, provenanceColumns } from '@postern/access-facts';
import { sql } from 'drizzle-orm';
import { boolean, check, date, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { families } from '../schema.ts';

/** Whether a young person of 13 or over understands what agreeing means (Fraser, Gillick; SHR-3.4.3c). */
export const COMPETENCES = ['COMPETENT', 'NOT_COMPETENT'] as const;
export type Competence = (typeof COMPETENCES)[number];

/**
 * One person's part of the family's agreement for an episode. The agreement follows from its parts, and whom the team reaches
 * does, too: `access.withheld_person`.
 */
export const agreementPart = families.table(
  'agreement_part',
  {
    id: uuid().primaryKey(),
    agreementId: uuid('agreement_id').notNull(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    state: text().$type<AgreementState>().notNull(),
    /** Whether somebody's word for this person stands: their own, or for a child that of whoever is responsible. */
    agrees: boolean().notNull(),
    formVersion: text('form_version'),
    noticeExplainedOn: date('notice_explained_on'),
    /** Of 13 or over: whether they can agree for themselves, why that was decided, by whom; and whether they are supported directly. */
    competence: text().$type<Competence>(),
    competenceReason: text('competence_reason'),
    competenceBy: uuid('competence_by'),
    directlySupported: boolean('directly_supported').notNull().default(true),
    /** They turned 13 since somebody agreed for them, and have not been asked themselves. */
    coSignatureDue: boolean('co_signature_due').notNull().default(false),
    /** A decision on competence was turned round: somebody has to look at what followed from it. */
    reviewDue: boolean('review_due').notNull().default(false),
    /** The law by which information is shared without this person's agreement (SHR-3.7.2b). */
    basis: text(),
    /** Why somebody was consulted before it was discussed with them (SHR-3.8.2c). */
    consultedBefore: text('consulted_before'),
    /** Whether they may be asked how they are, months after the episode ended (DEV-A7b). */
    followUpPermission: boolean('follow_up_permission'),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
    ...provenanceColumns(),
  },
  (t) => [
    unique('agreement_part_person').on(t.agreementId, t.personId),
    check('agreement_part_state', isOneOf(t.state, AGREEMENT_STATES)),
    check('agreement_part_competence', isOneOf(t.competence, COMPETENCES)),
    check(
      'agreement_part_decision',
      sql`${t.competence} IS NULL OR ${isWritten(t.competenceReason)} AND ${t.competenceBy} IS NOT NULL`,
    ),
  ],
);
