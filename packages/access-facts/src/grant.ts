import { sql } from 'drizzle-orm';
import { check, index, integer, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { isOneOf } from './is-one-of.ts';
import { access } from './schema.ts';

/** On what ground a grant was given: the work with the family, a lead's deputy, a colleague's cover, a recorded safeguarding override. */
export const GRANT_BASES = ['WORK', 'DEPUTY', 'COVER', 'OVERRIDE'] as const;
export type GrantBasis = (typeof GRANT_BASES)[number];

/** Why a grant was ended before its time. */
export const REVOCATION_CAUSES = [
  'FAMILY_REQUEST',
  'SUPPORT_ENDED',
  'EPISODE_CLOSED',
  'USER_LEFT',
  'ROLE_ENDED',
  'AGENCY_WITHDREW',
  'MISUSE',
  'AUDIT_COMPLETE',
  'PANEL_OVER',
  'EXCLUSION_ADDED',
  'HANDED_OVER',
  'NOT_UPHELD',
  'ERROR',
] as const;
export type RevocationCause = (typeof REVOCATION_CAUSES)[number];

/**
 * One user's access to one episode in one role. Live while started, not ended, not revoked, not suspended, and not past the
 * day by which somebody had to confirm it.
 */
export const accessGrant = access.table(
  'access_grant',
  {
    id: uuid().primaryKey(),
    accountId: uuid('account_id').notNull(),
    episodeId: uuid('episode_id').notNull(),
    role: text().notNull(),
    workingRelationship: text('working_relationship').notNull(),
    grantedBy: uuid('granted_by').notNull(),
    startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
    endsAt: timestamp('ends_at', { withTimezone: true }),
    suspendedAt: timestamp('suspended_at', { withTimezone: true }),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
    revokedCause: text('revoked_cause').$type<RevocationCause>(),
    basis: text().$type<GrantBasis>().notNull().default('WORK'),
    /** Until when it stands without anybody having confirmed that it is still needed; null where nobody has to. */
    confirmBy: timestamp('confirm_by', { withTimezone: true }),
    /** Counted up by every step. */
    revision: integer().notNull().default(1),
    /** The persons it reaches; null for everyone the episode concerns. */
    persons: uuid().array(),
  },
  (t) => [
    // Every column that decides whether a grant is live, so that reach and colleagues are read from the index alone.
    index('access_grant_of_account').on(
      t.accountId,
      t.episodeId,
      t.role,
      t.grantedBy,
      t.startsAt,
      t.endsAt,
      t.suspendedAt,
      t.revokedAt,
      t.confirmBy,
      t.basis,
      t.id,
    ),
    index('access_grant_of_episode').on(
      t.episodeId,
      t.accountId,
      t.role,
      t.startsAt,
      t.endsAt,
      t.suspendedAt,
      t.revokedAt,
      t.confirmBy,
    ),
    // Offices list grants, the newest first.
    index('access_grant_newest').on(t.startsAt, t.id),
    // Asked of whoever asks for anything: few have ever taken one.
    index('access_grant_override').on(t.accountId).where(sql`${t.basis} = 'OVERRIDE'`),
    check('access_grant_basis', isOneOf(t.basis, GRANT_BASES)),
    check(
      'access_grant_override_role',
      sql`(${t.basis} = 'OVERRIDE') = (${t.role} = 'OVERRIDE_HOLDER')`,
    ),
    check('access_grant_revoked_cause', isOneOf(t.revokedCause, REVOCATION_CAUSES)),
  ],
);
