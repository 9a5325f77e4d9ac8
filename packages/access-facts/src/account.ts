import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { isOneOf } from './is-one-of.ts';
import { access } from './schema.ts';

/** A trusted OpenID provider; `id` is stable while its `url` may move (RFC 8725 section 3.8). */
export const issuer = access.table('issuer', {
  id: text().primaryKey(),
  url: text().notNull().unique(),
  profile: text().$type<'RFC9068' | 'ENTRA'>().notNull(),
  audience: text().notNull(),
  jwksUri: text('jwks_uri').notNull(),
  algorithms: text().array().notNull(),
});

export const ISSUER_AGENCY_STATES = ['PROPOSED', 'SPEAKING', 'ENDED'] as const;
export type IssuerAgencyState = (typeof ISSUER_AGENCY_STATES)[number];

/**
 * Which issuer speaks for which agency, once and while it is `SPEAKING`. One that the operator entered was proposed by
 * nobody; any other speaks by the word of two people.
 */
export const issuerAgency = access.table(
  'issuer_agency',
  {
    id: uuid().primaryKey().defaultRandom(),
    issuerId: text('issuer_id').notNull(),
    agencyId: uuid('agency_id').notNull(),
    state: text().$type<IssuerAgencyState>().notNull().default('SPEAKING'),
    /** Counted up by every step; a step names the one that it was decided on. */
    revision: integer().notNull().default(1),
    proposedBy: uuid('proposed_by'),
    confirmedBy: uuid('confirmed_by'),
  },
  (t) => [
    unique().on(t.issuerId, t.agencyId),
    check('issuer_agency_state', isOneOf(t.state, ISSUER_AGENCY_STATES)),
    check(
      'issuer_agency_second_person',
      sql`${t.state} <> 'SPEAKING' or (${t.proposedBy} is null and ${t.confirmedBy} is null)
        or (${t.proposedBy} is not null and ${t.confirmedBy} is not null and ${t.proposedBy} <> ${t.confirmedBy})`,
    ),
  ],
);

export const ACCOUNT_STATES = [
  'NOMINATED',
  'INVITED',
  'TRAINING',
  'UAA_PENDING',
  'MFA_PENDING',
  'ACTIVE',
  'DORMANT_WARNING',
  'DISABLED_DORMANT',
  'LOCKED_DOWN',
  'DISABLED_COMPROMISE',
  'TERMS_BREACH',
  'LEFT',
] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/**
 * Whose account it is: a worker of an agency, or a member of a family who signs in through the council's provider
 * and sees their own part only.
 */
export const ACCOUNT_KINDS = ['PRACTITIONER', 'FAMILY'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/**
 * A person's or service's account: (issuer, subject), never e-mail; both are null until whoever was invited signs in for it,
 * and again after it was locked. A practitioner's id is the account's.
 * The agency of a family member's account is the one whose provider vouches for it; the family member does not work there.
 */
export const account = access.table(
  'account',
  {
    id: uuid().primaryKey(),
    kind: text().$type<AccountKind>().notNull().default('PRACTITIONER'),
    issuerId: text('issuer_id'),
    subject: text(),
    agencyId: uuid('agency_id').notNull(),
    state: text().$type<AccountState>().notNull(),
    /** Counted up by every step; a step names the one that it was decided on. */
    revision: integer().notNull().default(1),
    /** When whoever it was bound to showed a second factor; null until they do. */
    secondFactorAt: timestamp('second_factor_at', { withTimezone: true }),
  },
  (t) => [
    unique().on(t.issuerId, t.subject),
    index().on(t.agencyId),
    check('account_state', isOneOf(t.state, ACCOUNT_STATES)),
    check('account_kind', isOneOf(t.kind, ACCOUNT_KINDS)),
    check('account_bound', sql`(${t.issuerId} is null) = (${t.subject} is null)`),
  ],
);

export const TRAINING_MODULES = ['SYSTEM', 'DATA_AND_SECURITY'] as const;
export type TrainingModule = (typeof TRAINING_MODULES)[number];

/** A completed training module (SHR-8.2.1d, SHR-8.3.7b, SHR-8.3.7d). */
export const training = access.table(
  'training',
  {
    id: uuid().primaryKey(),
    accountId: uuid('account_id').notNull(),
    module: text().$type<TrainingModule>().notNull(),
    completedOn: date('completed_on').notNull(),
    expiresOn: date('expires_on').notNull(),
  },
  (t) => [index().on(t.accountId), check('training_module', isOneOf(t.module, TRAINING_MODULES))],
);

/** The user agreement as accepted by one account (DEV-A3-ua, SOM-8.8). */
export const acceptance = access.table(
  'acceptance',
  {
    id: uuid().primaryKey(),
    accountId: uuid('account_id').notNull(),
    version: text().notNull(),
    acceptedAt: timestamp('accepted_at', { withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.accountId)],
);

/**
 * The role an account may act in; a grant confers it on one episode. It comes up for review, and one that nobody
 * confirmed counts no longer from `confirmedUntil` on; null where it is held without review.
 */
export const roleHolding = access.table(
  'role_holding',
  {
    id: uuid().primaryKey(),
    accountId: uuid('account_id').notNull(),
    role: text().notNull(),
    /** Of a lead professional: whether they are one of the targeted early help team, who may give access (SHR-8.2.1g). */
    targetedTeam: boolean('targeted_team').notNull().default(false),
    startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
    endsAt: timestamp('ends_at', { withTimezone: true }),
    confirmedUntil: timestamp('confirmed_until', { withTimezone: true }),
    revision: integer().notNull().default(1),
  },
  (t) => [index().on(t.accountId)],
);

/** A declared relationship with a family, which bars access (SHR-1.2g). */
export const conflictOfInterest = access.table(
  'conflict_of_interest',
  {
    id: uuid().primaryKey(),
    accountId: uuid('account_id').notNull(),
    familyId: uuid('family_id').notNull(),
    declaredAt: timestamp('declared_at', { withTimezone: true }).notNull(),
    endedAt: timestamp('ended_at', { withTimezone: true }),
  },
  (t) => [index().on(t.accountId)],
);
