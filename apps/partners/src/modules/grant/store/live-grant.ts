import { holdsRoleOf } from '../../role-holding/store/office-holders.ts';

/**
 * SQL: whether a grant opens something at a moment, as far as it alone decides: it has begun, has not ended, is neither
 * suspended nor revoked, and was confirmed in time. The same as `access.grant_state` says by GRANTED and EXPIRING, by the
 * columns that the indexes of grants have.
 */
export function isLive(grant: string, at: string): string {
  return `${grant}.starts_at <= ${at} AND (${grant}.ends_at IS NULL OR ${grant}.ends_at > ${at})
    AND (${grant}.suspended_at IS NULL OR ${grant}.suspended_at > ${at})
    AND (${grant}.revoked_at IS NULL OR ${grant}.revoked_at > ${at})
    AND (${grant}.confirm_by IS NULL OR ${grant}.confirm_by > ${at})`;
}

/** SQL: whether somebody leads an episode by a grant at a moment, for themselves or for whose lead it is, and still in that role. */
export function leads(grant: string, at: string): string {
  return `${grant}.role = 'LEAD_PROFESSIONAL' AND ${isLive(grant, at)} AND ${holdsRoleOf(grant, at)}`;
}
