import { isOneOf, isWritten } from '@postern/access-facts';
import { sql } from 'drizzle-orm';
import { check, date, index, integer, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { partners } from '../schema.ts';

/** The flows that the agreement names (SHR-3.3.4d), and the national evaluation (PN-eval). */
export const EXTRACT_FLOWS = [
  'SUPPORTING_FAMILIES',
  'TURNAROUND',
  'EARLY_HELP_INSIGHTS',
  'NATIONAL_EVALUATION',
] as const;
export type ExtractFlow = (typeof EXTRACT_FLOWS)[number];

/** Bodies of central government that are given extracts. */
export const EXTRACT_BODIES = ['MHCLG', 'DFE', 'MOJ', 'DWP', 'HMRC', 'NHS_ENGLAND', 'ONS'] as const;
export type ExtractBody = (typeof EXTRACT_BODIES)[number];

/** There is no other (SHR-3.3.4a). */
export const EXTRACT_PURPOSES = ['RESEARCH', 'EVALUATION'] as const;
export type ExtractPurpose = (typeof EXTRACT_PURPOSES)[number];

export const EXTRACT_STATES = ['EXTRACTED', 'SENT', 'DESTRUCTION_DUE', 'DESTROYED'] as const;
export type ExtractState = (typeof EXTRACT_STATES)[number];

/** A separate agreement by which a body of government is given data (DEV-A4-6, DEV-A3-nis). */
export const extractAgreement = partners.table(
  'extract_agreement',
  {
    id: uuid().primaryKey(),
    flow: text().$type<ExtractFlow>().notNull(),
    body: text().$type<ExtractBody>().notNull(),
    /** The department for which a processor acts. */
    actingFor: text('acting_for').$type<ExtractBody>(),
    purpose: text().$type<ExtractPurpose>().notNull(),
    title: text().notNull(),
    /** Null until it is. */
    signedOn: date('signed_on'),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on').notNull(),
    /** What an extract may hold, by `Type.field`. */
    fields: text().array().notNull(),
    /** Who may make and send one. */
    analysts: uuid().array().notNull(),
    /** By which day whoever was given one has destroyed it. */
    destroyBy: date('destroy_by').notNull(),
    revision: integer().notNull().default(1),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
    signatureRecordedBy: uuid('signature_recorded_by'),
  },
  (t) => [
    index().on(t.recordedAt, t.id),
    check('extract_agreement_flow', isOneOf(t.flow, EXTRACT_FLOWS)),
    check('extract_agreement_body', isOneOf(t.body, EXTRACT_BODIES)),
    check('extract_agreement_acting_for', isOneOf(t.actingFor, EXTRACT_BODIES)),
    check('extract_agreement_purpose', isOneOf(t.purpose, EXTRACT_PURPOSES)),
    // The statistics office handles it for a department and not for itself (DEV-A3-nis).
    check('extract_agreement_processor', sql`(${t.body} = 'ONS') = (${t.actingFor} IS NOT NULL)`),
  ],
);

/** That an extract was made, where it went, and what became of it; never what is in it. */
export const extract = partners.table(
  'extract',
  {
    id: uuid().primaryKey(),
    agreementId: uuid('agreement_id').notNull(),
    state: text().$type<ExtractState>().notNull(),
    revision: integer().notNull().default(1),
    fields: text().array().notNull(),
    extractedBy: uuid('extracted_by').notNull(),
    extractedAt: timestamp('extracted_at', { withTimezone: true }).notNull(),
    sentAt: timestamp('sent_at', { withTimezone: true }),
    destroyedOn: date('destroyed_on'),
    certificate: text(),
  },
  (t) => [
    index().on(t.agreementId),
    check('extract_state', isOneOf(t.state, EXTRACT_STATES)),
    check(
      'extract_certificate',
      sql`${t.state} <> 'DESTROYED' OR ${t.destroyedOn} IS NOT NULL AND ${isWritten(t.certificate)}`,
    ),
  ],
);
