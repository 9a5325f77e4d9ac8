import { isHeld } from '@postern/access-facts';
import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { HOST, WATCHERS } from '../../role-holding/offices.ts';

/** Those who look at what others did, beside them. */
const LOOKING = ['QA_AUDITOR', 'SAFEGUARDING_REVIEWER', 'INFORMATION_GOVERNANCE_OFFICER'];

/** Who puts on the record that somebody else is related to a family, or no longer is. */
export const DECLARING: readonly string[] = [...HOST, ...WATCHERS];

/**
 * Whom somebody watches over, or whose case they are named to decide about, does not say that they are related and so see
 * nothing of it: of them another watcher says so, of all others the host (SHR-8.3.7i). Anybody says it of themselves.
 * @throws CommandRefused ROLE_NOT_PERMITTED naming the roles that may
 */
export async function requireDeclarer(
  call: CommandCall<unknown>,
  account: string,
  family: string,
): Promise<void> {
  const { principal } = call;
  if (account === principal.accountId) return;
  const may = (await watches(call, account, family)) ? WATCHERS : HOST;
  if (!may.some((role) => principal.roles.includes(role)))
    throw new CommandRefused('ROLE_NOT_PERMITTED', { about: may });
}

async function watches(
  { transaction, now }: CommandCall<unknown>,
  account: string,
  family: string,
): Promise<boolean> {
  const rows = await transaction.run({
    text: `SELECT 1 AS watches FROM access.role_holding office
        WHERE office.account_id = $1 AND office.role = ANY ($2::text[]) AND ${isHeld('office', '$3::timestamptz')}
      UNION ALL SELECT 1 FROM access.justification waiting JOIN access.episode on_episode ON on_episode.id = waiting.episode_id
        WHERE on_episode.family_id = $4 AND waiting.state = 'NEEDS_APPROVAL' AND $1 IN (waiting.approver_id, waiting.deputy_id)`,
    values: [account, [...WATCHERS, ...LOOKING], now.toISOString(), family],
  });
  return rows.length > 0;
}
