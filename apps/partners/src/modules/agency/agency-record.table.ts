import { date, index, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { partners } from '../schema.ts';

/** Whom an agency names for the partnership to turn to (DEV-1.2b, STA-10); the last one named holds. */
export const agencyContact = partners.table(
  'agency_contact',
  {
    id: uuid().primaryKey().defaultRandom(),
    agencyId: uuid('agency_id').notNull(),
    name: text().notNull(),
    jobTitle: text('job_title').notNull(),
    phone: text().notNull(),
    email: text().notNull(),
    namedAt: timestamp('named_at', { withTimezone: true }).notNull(),
    endedAt: timestamp('ended_at', { withTimezone: true }),
  },
  (t) => [index().on(t.agencyId)],
);

/** The staff that an agency lists with its signature, who need access (SHR-SIG-a). */
export const listedStaff = partners.table(
  'listed_staff',
  {
    id: uuid().primaryKey().defaultRandom(),
    signatureId: uuid('signature_id').notNull(),
    name: text().notNull(),
    jobTitle: text('job_title').notNull(),
  },
  (t) => [index().on(t.signatureId)],
);

/** A review of an agreement that was held with an agency (SHR-12, STA-9.0c). */
export const agencyReview = partners.table(
  'agency_review',
  {
    id: uuid().primaryKey().defaultRandom(),
    agencyId: uuid('agency_id').notNull(),
    agreement: text().notNull(),
    heldOn: date('held_on').notNull(),
    findings: text().notNull(),
  },
  (t) => [index().on(t.agencyId)],
);

export const PROPOSAL_KINDS = ['SUSPEND', 'LIFT'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** What one agency proposes about another, until a second agency decides (STA-9.0b). */
export const suspensionProposal = partners.table(
  'suspension_proposal',
  {
    id: uuid().primaryKey().defaultRandom(),
    agencyId: uuid('agency_id').notNull(),
    kind: text().$type<ProposalKind>().notNull(),
    proposedBy: uuid('proposed_by').notNull(),
    proposedByAgency: uuid('proposed_by_agency').notNull(),
    proposedAt: timestamp('proposed_at', { withTimezone: true }).notNull(),
    decidedAt: timestamp('decided_at', { withTimezone: true }),
    outcome: text().$type<'AGREED' | 'REFUSED'>(),
  },
  (t) => [index().on(t.agencyId)],
);
