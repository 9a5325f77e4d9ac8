import { boolean, date, index, integer, text, uuid } from 'drizzle-orm/pg-core';
import { access } from './schema.ts';

/**
 * An agreement as it is published to everybody (SHR-10.1.4, STA-1.3c), and when it is in force here: from the first of
 * `inForceFrom` until the day before `inForceUntil`; without the first it is not in force.
 */
export const agreement = access.table('agreement', {
  id: uuid().primaryKey(),
  key: text().notNull().unique(),
  title: text().notNull(),
  kind: text().$type<'AGREEMENT' | 'NOTICE'>().notNull(),
  version: text().notNull(),
  validFrom: date('valid_from').notNull(),
  validUntil: date('valid_until'),
  nextReviewOn: date('next_review_on'),
  firstReviewAfterMonths: integer('first_review_after_months'),
  reviewEveryMonths: integer('review_every_months'),
  noticeMonths: integer('notice_months'),
  userAgreementVersion: text('user_agreement_version'),
  inForceFrom: date('in_force_from'),
  inForceUntil: date('in_force_until'),
  signAgainBy: date('sign_again_by'),
});

export const TERM_KINDS = [
  'VERSION',
  'PARTY',
  'PURPOSE',
  'BASIS',
  'ITEM',
  'ROLE',
  'REVIEW_QUESTION',
  'CONTROLLER',
  'CONTACT',
  'TERM',
  'TIMER',
] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** One thing an agreement says, with the clause that says it; the figures of `TIMER` only. */
export const agreementTerm = access.table(
  'agreement_term',
  {
    id: uuid().primaryKey(),
    agreementId: uuid('agreement_id').notNull(),
    kind: text().$type<TermKind>().notNull(),
    ordinal: integer().notNull(),
    name: text().notNull(),
    says: text(),
    clause: text(),
    /** Of a version. */
    validFrom: date('valid_from'),
    /** As the text has it; `chosen` is what holds here. */
    value: integer(),
    chosen: integer(),
    unit: text(),
    days: text(),
    startsAt: text('starts_at'),
    configurable: boolean(),
  },
  (t) => [index().on(t.agreementId)],
);

/** How long, how often or how much, as it holds here: of the agreements in force and of the service itself. */
export const figure = access.table('figure', {
  name: text().primaryKey(),
  value: integer().notNull(),
  unit: text().notNull(),
  /** Which days count; null where it counts none. */
  days: text(),
});

/** Where the agreements disagree or leave something open, and what holds here. */
export const resolution = access.table('resolution', {
  id: uuid().primaryKey(),
  name: text().notNull().unique(),
  issue: text().notNull(),
  clauses: text().array().notNull(),
  choices: text().array().notNull(),
  choice: text().notNull(),
  says: text().notNull(),
  fixedBecause: text('fixed_because'),
  effect: text().notNull(),
});

/** Names of mailboxes that several people read, whatever their domain: `info`, `office` (SHR-8.1c). */
export const sharedMailbox = access.table('shared_mailbox', { name: text().primaryKey() });
