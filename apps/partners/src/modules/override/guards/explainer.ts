import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { OnBehalfOf } from '../../access-event/access-event.table.ts';
import { requireMayKnow, requireUnrelated } from '../../conflict/guards/may-know.ts';
import { unrelated } from '../../conflict/store/related-families.ts';
import type { HeldOverride } from '../store/overrides.ts';

/**
 * An override is explained by whoever took it; where they turn out to be related to the family, which they then decide
 * nothing about, by an officer (SHR-1.2g). To everybody else it is none.
 * @throws CommandRefused RECORD_UNKNOWN
 */
export async function requireExplainer(
  call: CommandCall<unknown>,
  held: HeldOverride,
): Promise<OnBehalfOf> {
  const { transaction, principal, now } = call;
  const episodes = held.episodeId === null ? [] : [held.episodeId];
  if (held.accountId === principal.accountId) {
    await requireMayKnow(call, episodes);
    return 'SELF';
  }
  if (!principal.roles.includes('DATA_PROTECTION_OFFICER'))
    throw new CommandRefused('RECORD_UNKNOWN');
  await requireUnrelated(call, held.families);
  const free = await unrelated(transaction, { accounts: [held.accountId], episodes }, now);
  if (free.length > 0) throw new CommandRefused('RECORD_UNKNOWN');
  return 'COLLEAGUE';
}
