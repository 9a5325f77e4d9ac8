import { isOneOf } from '@postern/access-facts';
import { sql } from 'drizzle-orm';
import { check, integer, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { partners } from '../schema.ts';

/** A key is shown by whoever has it; a service shows a token that its provider gave it. */
export const CREDENTIAL_KINDS = ['KEY', 'SERVICE'] as const;
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];

export const CREDENTIAL_STATES = ['IN_USE', 'REPLACED', 'REVOKED'] as const;
export type CredentialState = (typeof CREDENTIAL_STATES)[number];

/** By what a tool reads protected numbers in place of the analyst who answers for it; of records it opens none (SHR-3.9.2). */
export const reportingCredential = partners.table(
  'reporting_credential',
  {
    id: uuid().primaryKey(),
    kind: text().$type<CredentialKind>().notNull(),
    /** Who answers for it: whatever holds for them holds for it. */
    accountId: uuid('account_id').notNull(),
    title: text().notNull(),
    /** The one purpose that it may be used for. */
    purpose: text().notNull(),
    /** The beginning of a key, by which people speak of it. */
    prefix: text(),
    /** SHA-256 of a key in hexadecimal: of the key itself nothing is kept. */
    secretHash: text('secret_hash'),
    /** Of a service, the provider and what that calls it. */
    issuerId: text('issuer_id'),
    clientId: text('client_id'),
    state: text().$type<CredentialState>().notNull(),
    revision: integer().notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    /** From when on it opens nothing. */
    endsAt: timestamp('ends_at', { withTimezone: true }).notNull(),
    /** The idempotency key of what made it, and a digest of what that said. */
    requestKey: text('request_key').notNull(),
    requestDigest: text('request_digest').notNull(),
  },
  (t) => [
    unique().on(t.accountId, t.requestKey),
    unique().on(t.secretHash),
    check('reporting_credential_kind', isOneOf(t.kind, CREDENTIAL_KINDS)),
    check('reporting_credential_state', isOneOf(t.state, CREDENTIAL_STATES)),
    check(
      'reporting_credential_shown_by',
      sql`(${t.kind} = 'KEY') = (${t.secretHash} is not null and ${t.prefix} is not null)
        and (${t.kind} = 'SERVICE') = (${t.issuerId} is not null and ${t.clientId} is not null)`,
    ),
  ],
);
