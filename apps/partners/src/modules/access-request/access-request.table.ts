import { isOneOf, isWritten } from '@postern/access-facts';
import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { REFUSAL_CODES } from '../information-request/information-request.table.ts';
import { partners } from '../schema.ts';
import type { AccessRequestState } from './access-request.machine.ts';
import { ACCESS_REQUEST_STATES } from './access-request.machine.ts';

/** Why access is not given: as between agencies, or because no episode was found that it would be about. */
export const ACCESS_REFUSAL_CODES = [...REFUSAL_CODES, 'NO_MATCH'] as const;
export type AccessRefusalCode = (typeof ACCESS_REFUSAL_CODES)[number];

/** Whom somebody asks about, as far as they know them. */
export interface AccessIdentifiers {
  /** Null of whoever has, or is known by, one name only. */
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly dateOfBirth: string | null;
  readonly postcode: string | null;
}

/**
 * Somebody asks for access to a family that they cannot see; what they know of it is kept no longer than the request needs
 * (SHR-8.2.1e, SHR-8.2.1f), and with it goes whatever else they wrote, in which anybody may be named. The reasons of a
 * refusal stay, so that it can be seen that refusing is done rightly (SHR-3.3.8).
 */
export const accessRequest = partners.table(
  'access_request',
  {
    id: uuid().primaryKey(),
    reference: text().notNull().unique(),
    askedBy: uuid('asked_by').notNull(),
    agencyId: uuid('agency_id').notNull(),
    role: text().notNull(),
    /** Null once it has been wiped; of access that was given it stands with the grant. */
    workingRelationship: text('working_relationship'),
    /** What the access is wanted for, in the asker's words. Null once it has been wiped. */
    purpose: text(),
    /** Null once they have been wiped. */
    identifiers: jsonb().$type<AccessIdentifiers>(),
    /** The families that it may have been about, as it was decided: who has a relationship with one reads nothing of it. */
    families: uuid().array().notNull().default([]),
    state: text().$type<AccessRequestState>().notNull(),
    revision: integer().notNull().default(1),
    askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
    /** From when on whoever asked hears the outcome, whatever it is. */
    outcomeAt: timestamp('outcome_at', { withTimezone: true }).notNull(),
    /** A question back and its answer, until they are wiped. */
    query: text(),
    reply: text(),
    grantId: uuid('grant_id'),
    refusalCode: text('refusal_code').$type<AccessRefusalCode>(),
    /** The full reasons, whether or not whoever asked may read them. */
    reasons: text(),
    /** Whether they may: their agency held access, and so knows of the family. */
    reasonsTold: boolean('reasons_told').notNull().default(false),
    decidedBy: uuid('decided_by'),
    decidedAt: timestamp('decided_at', { withTimezone: true }),
  },
  (t) => [
    index().on(t.askedBy),
    index().on(t.state, t.outcomeAt),
    check('access_request_state', isOneOf(t.state, ACCESS_REQUEST_STATES)),
    check('access_request_refusal_code', isOneOf(t.refusalCode, ACCESS_REFUSAL_CODES)),
    check(
      'access_request_open',
      sql`${t.state} NOT IN ('REQUESTED', 'QUERIED') OR ${t.purpose} IS NOT NULL AND ${t.workingRelationship} IS NOT NULL`,
    ),
    check(
      'access_request_refused',
      sql`${t.state} <> 'REFUSED' OR ${t.refusalCode} IS NOT NULL AND ${isWritten(t.reasons)}`,
    ),
  ],
);
