import { isHeld, isLive } from '@postern/access-facts';

/** SQL: whether a grant opens something at a moment, and whoever it is for still holds its role. */
export function opensSomething(grant: string, at: string): string {
  return `${isLive(grant, at)}
    AND EXISTS (SELECT FROM access.role_holding holding WHERE holding.account_id = ${grant}.account_id
      AND holding.role = ${grant}.role AND ${isHeld('holding', at)})`;
}
