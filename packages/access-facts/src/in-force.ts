/** SQL: whether somebody works with an account, so that what it holds counts for anything. */
export function isInUse(account: string): string {
  return `${account}.kind = 'PRACTITIONER' AND ${account}.state IN ('ACTIVE', 'DORMANT_WARNING')`;
}

/** SQL: whether a holding counts at a moment: it has begun, nobody ended it, and it was confirmed in time (SHR-8.3.8f). */
export function isHeld(holding: string, at: string): string {
  return `${holding}.starts_at <= ${at} AND (${holding}.ends_at IS NULL OR ${holding}.ends_at > ${at})
    AND (${holding}.confirmed_until IS NULL OR ${holding}.confirmed_until > ${at})`;
}

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

/** SQL: whether somebody declared a relationship with a family that stands at a moment (SHR-1.2g). */
export function isRelated(relation: string, at: string): string {
  return `${relation}.declared_at <= ${at} AND (${relation}.ended_at IS NULL OR ${relation}.ended_at > ${at})`;
}

/** SQL: the families that an account declared a relationship with which is in force at a moment (SHR-1.2g). */
export function relatedFamilies(account: string, at: string): string {
  return `SELECT relation.family_id FROM access.conflict_of_interest relation WHERE relation.account_id = ${account}
    AND ${isRelated('relation', at)}`;
}
