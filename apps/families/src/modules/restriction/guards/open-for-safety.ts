import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { Opened } from '../../agreement/guards/opened.ts';
import { openOrBegin, partOf } from '../../agreement/guards/opened.ts';

/**
 * Whoever keeps the family's agreement keeps what protects its members: whoever leads, and the host (STA-5.1b).
 * @throws CommandRefused RECORD_UNKNOWN
 */
export async function openForSafety(
  call: CommandCall<unknown>,
  { episode, person }: { readonly episode: string; readonly person: string },
): Promise<Opened> {
  const opened = await openOrBegin(call, episode);
  const { id } = opened.agreement;
  if (!(await call.mayAdd('FamilyAgreement', [id], ['exclusions'])).has(id))
    throw new CommandRefused('RECORD_UNKNOWN');
  partOf(opened, person);
  return opened;
}
