import { accessGrant } from '@postern/access-facts';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { liveBetween, notYet } from './live.ts';

/** A grant that has started and has not been ended, suspended, revoked or left unconfirmed. */
export const grantRuns: SQL = sql`${liveBetween(accessGrant.startsAt, accessGrant.endsAt)}
    AND ${notYet(accessGrant.suspendedAt)} AND ${notYet(accessGrant.revokedAt)} AND ${notYet(accessGrant.confirmBy)}`;
