import { isOneOf, isWritten } from '@postern/access-facts';
import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { partners } from '../schema.ts';
import type { ExtractField, ExtractForm, ExtractUnit, SecureMethod } from './extract-catalogue.ts';
import {
  EXTRACT_FORMS,
  EXTRACT_UNITS,
  SECURE_METHODS,
  SMALLEST_CLASS,
} from './extract-catalogue.ts';

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
    /** What an extract may hold, of the catalogue. */
    fields: text().array().$type<readonly ExtractField[]>().notNull(),
    /** Whether those whom help could have reached and did not are in it, marked as such (DEV-A7e). */
    comparisonGroup: boolean('comparison_group').notNull().default(false),
    /** Of how many families each class is at least. */
    smallestClass: integer('smallest_class').notNull().default(SMALLEST_CLASS),
    /** Who may make and send one. */
    analysts: uuid().array().notNull(),
    method: text().$type<SecureMethod>().notNull(),
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
    check('extract_agreement_method', isOneOf(t.method, SECURE_METHODS)),
    // That it was signed says somebody who neither recorded it nor is named in it.
    check(
      'extract_agreement_second_person',
      sql`CASE WHEN ${t.signedOn} IS NULL THEN ${t.signatureRecordedBy} IS NULL
        ELSE (${t.signatureRecordedBy} <> ${t.recordedBy} AND ${t.signatureRecordedBy} <> ALL (${t.analysts})) IS TRUE END`,
    ),
    check(
      'extract_agreement_smallest',
      sql`${t.smallestClass} >= ${sql.raw(String(SMALLEST_CLASS))}`,
    ),
  ],
);

/** That an extract was made, of what, where it went, and what became of it; what is in it is kept where no service reads it. */
export const extract = partners.table(
  'extract',
  {
    id: uuid().primaryKey(),
    agreementId: uuid('agreement_id'),
    /** One of the two. */
    themeId: uuid('theme_id'),
    state: text().$type<ExtractState>().notNull(),
    revision: integer().notNull().default(1),
    unit: text().$type<ExtractUnit>().notNull(),
    form: text().$type<ExtractForm>().notNull(),
    fields: text().array().$type<readonly ExtractField[]>().notNull(),
    /** The first and the last day on which help began, or somebody came in, of whoever it is about. */
    since: date().notNull(),
    until: date().notNull(),
    /** As what it rests on had them when it was made. */
    comparisonGroup: boolean('comparison_group').notNull(),
    smallestClass: integer('smallest_class').notNull(),
    destroyBy: date('destroy_by').notNull(),
    /** How many lines it has, and how many families or persons are not in it because too few are like them; null until it is filled. */
    lines: integer(),
    leftOut: integer('left_out'),
    headings: text().array(),
    /** How often each heading that is no outcome was made coarser, in their order. */
    coarsened: integer().array(),
    extractedBy: uuid('extracted_by').notNull(),
    extractedAt: timestamp('extracted_at', { withTimezone: true }).notNull(),
    sentAt: timestamp('sent_at', { withTimezone: true }),
    destroyedOn: date('destroyed_on'),
    certificate: text(),
  },
  (t) => [
    index().on(t.agreementId),
    index().on(t.themeId),
    check('extract_state', isOneOf(t.state, EXTRACT_STATES)),
    check('extract_unit', isOneOf(t.unit, EXTRACT_UNITS)),
    check('extract_form', isOneOf(t.form, EXTRACT_FORMS)),
    check('extract_basis', sql`(${t.agreementId} IS NULL) <> (${t.themeId} IS NULL)`),
    check('extract_time', sql`${t.since} <= ${t.until}`),
    check(
      'extract_certificate',
      sql`${t.state} <> 'DESTROYED' OR ${t.destroyedOn} IS NOT NULL AND ${isWritten(t.certificate)}`,
    ),
  ],
);
