import type { CommandCall } from '@postern/subgraph-kit';
import type { HeldGrant } from '../grant/store/held-grant.ts';
import { grantsHeldOn } from '../grant/store/held-grant.ts';

/** The grants by which an episode is led now: the lead's own, or those of deputies. The episode has to be held. */
export async function leadGrants(
  { transaction, now }: Pick<CommandCall<unknown>, 'transaction' | 'now'>,
  episode: string,
  basis: 'WORK' | 'DEPUTY',
): Promise<readonly HeldGrant[]> {
  const held = await grantsHeldOn(transaction, { episode, now });
  return held.filter((each) => each.role === 'LEAD_PROFESSIONAL' && each.basis === basis);
}
