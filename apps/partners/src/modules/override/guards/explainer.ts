import type { OnBehalfOf } from '@postern/steps';
import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { requireMayKnow, requireUnrelated } from '../../conflict/guards/may-know.ts';
import { isExplainedByOfficer } from '../store/explained-by-officer.ts';
import type { HeldOverride } from '../store/overrides.ts';

/**
 * An override is explained by whoever took it; where they turn out to be related to the family, which they then decide
 * nothing about (SHR-1.2g), or their account is not in use, by an officer. To everybody else it is none.
 * @throws CommandRefused RECORD_UNKNOWN
 */
export async function requireExplainer(
  call: CommandCall<unknown>,
  held: HeldOverride,
): Promise<OnBehalfOf> {
  const { transaction, principal, now } = call;
  if (held.accountId === principal.accountId) {
    await requireMayKnow(call, held.episodeId === null ? [] : [held.episodeId]);
    return 'SELF';
  }
  if (!principal.roles.includes('DATA_PROTECTION_OFFICER'))
    throw new CommandRefused('RECORD_UNKNOWN');
  await requireUnrelated(call, held.families);
  if (!(await isExplainedByOfficer(transaction, held.id, now)))
    throw new CommandRefused('RECORD_UNKNOWN');
  return 'COLLEAGUE';
}
