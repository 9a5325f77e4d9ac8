import { isHeld } from '@postern/access-facts';
import { holdEveryEpisode } from '@postern/steps';
import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { WATCHERS } from '../../role-holding/offices.ts';
import { keepsOffice } from '../../role-holding/store/office-holders.ts';

type Asked = Pick<CommandCall<unknown>, 'now' | 'principal' | 'transaction'>;

/**
 * Nobody whom such an office watches leaves it empty: the account of the last who holds it is ended or locked by nobody but
 * another watcher (SHR-8.3.7i). Two who would each leave the other the last come one after the other.
 * @throws CommandRefused LAST_OF_OFFICE naming the offices
 */
export async function requireNotLast(call: Asked, account: string): Promise<void> {
  await holdEveryEpisode(call.transaction);
  if (!(await watches(call))) await requireOthers(call, account, WATCHERS);
}

/**
 * Nobody at all ends the role of the last who holds such an office: it is given to somebody else first (SHR-8.3.7i). Two who
 * would each leave the other the last come one after the other.
 * @throws CommandRefused LAST_OF_OFFICE naming the office
 */
export async function requireOfficeKept(
  call: Asked,
  { accountId, role }: { readonly accountId: string; readonly role: string },
): Promise<void> {
  if (!WATCHERS.some((office) => office === role)) return;
  await holdEveryEpisode(call.transaction);
  await requireOthers(call, accountId, [role]);
}

/** Asked once it is one's turn: whoever was a watcher before may be none any more. */
async function watches({ transaction, principal, now }: Asked): Promise<boolean> {
  const rows = await transaction.run({
    text: `SELECT 1 AS watches FROM access.account WHERE account.id = $1 AND ${keepsOffice('account', { roles: '$2::text[]', at: '$3::timestamptz' })}`,
    values: [principal.accountId, [...WATCHERS], now.toISOString()],
  });
  return rows.length > 0;
}

async function requireOthers(
  { transaction, now }: Asked,
  account: string,
  offices: readonly string[],
): Promise<void> {
  const last = await transaction.run<{ role: string }>({
    text: `SELECT own.role FROM access.role_holding own WHERE own.account_id = $1 AND own.role = ANY ($2::text[])
      AND ${isHeld('own', '$3::timestamptz')} AND NOT EXISTS (SELECT FROM access.account other
        WHERE other.id <> $1 AND ${keepsOffice('other', { roles: 'ARRAY[own.role]', at: '$3::timestamptz' })}) ORDER BY own.role`,
    values: [account, [...offices], now.toISOString()],
  });
  if (last.length > 0)
    throw new CommandRefused('LAST_OF_OFFICE', { about: last.map(({ role }) => role) });
}
