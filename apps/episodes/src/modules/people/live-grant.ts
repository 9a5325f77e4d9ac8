/** SQL: whether somebody works with an account, so that what it holds counts for anything. */
export function isInUse(account: string): string {
  return `${account}.kind = 'PRACTITIONER' AND ${account}.state IN ('ACTIVE', 'DORMANT_WARNING')`;
}

/** SQL: whether a role that somebody holds counts at a moment (SHR-8.3.8f). */
export function isHeld(holding: string, at: string): string {
  return `${holding}.starts_at <= ${at} AND (${holding}.ends_at IS NULL OR ${holding}.ends_at > ${at})
    AND (${holding}.confirmed_until IS NULL OR ${holding}.confirmed_until > ${at})`;
}

/** SQL: whether a grant opens something at a moment, and whoever it is for still holds its role. */
export function opensSomething(grant: string, at: string): string {
  return `${grant}.starts_at <= ${at}
    AND access.grant_state(${grant}.ends_at, ${grant}.confirm_by, ${grant}.suspended_at, ${grant}.revoked_at, ${at}) IN ('GRANTED', 'EXPIRING')
    AND EXISTS (SELECT FROM access.role_holding holding WHERE holding.account_id = ${grant}.account_id
      AND holding.role = ${grant}.role AND ${isHeld('holding', at)})`;
}
