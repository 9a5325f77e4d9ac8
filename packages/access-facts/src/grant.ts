import { index, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { access } from './schema.ts';

/** One user's access to one episode in one role. Live while started, not ended, not revoked, not suspended. */
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
    revokedCause: text('revoked_cause'),
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
    ),
    // Offices list grants, the newest first.
    index('access_grant_newest').on(t.startsAt, t.id),
  ],
);
