import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { ExplainedAccess, ToldOf } from './release-record.ts';

export const ledger = pgSchema('ledger');

/**
 * One row per response that releases personal data, explains somebody else's access or tells of their account or their
 * doing: who, for which purpose, under which policy, grants and justifications, about whom, which coordinates how often,
 * whose access was explained and of whom a question told; never a value (SHR-8.3.7i).
 */
export const release = ledger.table(
  'release',
  {
    id: uuid().primaryKey(),
    at: timestamp({ withTimezone: true }).notNull(),
    contract: text().notNull(),
    accountId: uuid('account_id').notNull(),
    agencyId: uuid('agency_id').notNull(),
    purpose: text().notNull(),
    /** The policy it was decided by; more than one where the policy changed while the request ran. */
    policyVersions: integer('policy_versions').array().notNull(),
    operationHash: text('operation_hash').notNull(),
    /** Free text of a client: a GraphQL name of at most 64 characters, or null. */
    operationName: text('operation_name'),
    grants: uuid().array().notNull(),
    justifications: uuid().array().notNull(),
    persons: uuid().array().notNull(),
    families: uuid().array().notNull(),
    episodes: uuid().array().notNull(),
    /** `Type.field` → how many values of it were released. */
    coordinates: jsonb().$type<Readonly<Record<string, number>>>().notNull(),
    /** Whose access to which field of which record was explained to the caller, other than their own. */
    explained: jsonb().$type<readonly ExplainedAccess[]>().notNull(),
    /** Of which accounts, requests, overrides and reviews a question told, and of which documents it gave content, by which clause. */
    told: jsonb().$type<readonly ToldOf[]>().notNull(),
  },
  (t) => [
    index().on(t.at),
    // How often a justification was used is counted by it.
    index('release_justifications').using('gin', t.justifications),
    check('release_policy_versions', sql`cardinality(${t.policyVersions}) > 0`),
    check('release_contract', sql`${t.contract} in ('records')`),
    check('release_purpose', sql`${t.purpose} ~ '^[A-Z][A-Z_]{0,63}$'`),
    check('release_operation_hash', sql`${t.operationHash} ~ '^[0-9a-f]{64}$'`),
    check('release_operation_name', sql`${t.operationName} ~ '^[_A-Za-z][_0-9A-Za-z]{0,63}$'`),
  ],
);
