import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { holdEveryEpisode } from '../../../steps/one-at-a-time.ts';
import { holdsOffice, isHeld } from '../../role-holding/store/office-holders.ts';

/** The offices that watch over those who give access, and over the rules that access follows from. */
const WATCHERS: readonly string[] = ['DATA_PROTECTION_OFFICER', 'ADMINISTRATOR'];

/**
 * Nobody whom such an office watches leaves it empty: the account of the last who holds it is ended or locked by nobody but
 * another watcher (SHR-8.3.7i). Two who would each leave the other the last come one after the other.
 * @throws CommandRefused LAST_OF_OFFICE naming the offices
 */
export async function requireNotLast(
  { transaction, principal, now }: Pick<CommandCall<unknown>, 'now' | 'principal' | 'transaction'>,
  account: string,
): Promise<void> {
  if (principal.roles.some((role) => WATCHERS.includes(role))) return;
  await holdEveryEpisode(transaction);
  const last = await transaction.run<{ role: string }>({
    text: `SELECT own.role FROM access.role_holding own WHERE own.account_id = $1 AND own.role = ANY ($2::text[])
      AND ${isHeld('own', '$3::timestamptz')} AND NOT EXISTS (SELECT FROM access.account other
        WHERE other.id <> $1 AND ${holdsOffice('other', { roles: 'ARRAY[own.role]', at: '$3::timestamptz' })}) ORDER BY own.role`,
    values: [account, [...WATCHERS], now.toISOString()],
  });
  if (last.length > 0)
    throw new CommandRefused('LAST_OF_OFFICE', { about: last.map(({ role }) => role) });
}
