import { takingFor } from '@postern/steps';
import type { CommandCall } from '@postern/subgraph-kit';
import { stepGrants } from '../../grant/step-grants.ts';
import { grantsHeldOn } from '../../grant/store/held-grant.ts';
import type { Transfer } from '../store/transfers.ts';

/** Whoever was sent it reads it no more, where they still do; the episode has to be held. */
export async function endReading(
  call: CommandCall<unknown>,
  { grantId, episodeId: episode }: Transfer,
  reason: string,
): Promise<void> {
  const { transaction, now } = call;
  const held = await grantsHeldOn(transaction, { episode, now });
  await stepGrants(
    takingFor(call),
    held.filter(({ id }) => id === grantId),
    {
      move: 'REVOKE',
      reason,
      onBehalfOf: 'AGENCY',
      details: { cause: 'SUPPORT_ENDED' },
      change: { revoked: { at: now, cause: 'SUPPORT_ENDED' } },
    },
  );
}
