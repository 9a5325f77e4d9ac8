import type { CommandCall } from '@postern/subgraph-kit';
import { keepsOffice } from '../store/office-holders.ts';

/**
 * Whether whoever acts works with their account and holds one of the roles at this moment of the transaction. What they came
 * with was read at its beginning, and may be over by the time that what they waited for is theirs (SHR-8.4.2e).
 */
export async function holdsNow(
  { principal, transaction, now }: Pick<CommandCall<unknown>, 'principal' | 'transaction' | 'now'>,
  roles: readonly string[],
): Promise<boolean> {
  const [found] = await transaction.run({
    text: `SELECT 1 AS holds FROM access.account WHERE account.id = $1
      AND ${keepsOffice('account', { roles: '$2::text[]', at: '$3::timestamptz' })}`,
    values: [principal.accountId, [...roles], now.toISOString()],
  });
  return found !== undefined;
}
