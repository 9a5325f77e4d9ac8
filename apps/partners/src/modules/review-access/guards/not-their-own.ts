import type { CommandCall, Finding } from '@postern/subgraph-kit';
import { finding } from '@postern/subgraph-kit';
import { looksAtOthers } from '../../grant/grantable-roles.ts';

/** Who looks at a case never worked on it: an audit or a review is of a case not their own (SHR-6a). */
export async function ownCase(
  { transaction }: Pick<CommandCall<unknown>, 'transaction'>,
  { account, episode }: { readonly account: string; readonly episode: string },
): Promise<readonly Finding[]> {
  const held = await transaction.run<{ role: string }>({
    text: 'SELECT DISTINCT role FROM access.access_grant WHERE account_id = $1 AND episode_id = $2',
    values: [account, episode],
  });
  return held.some(({ role }) => !looksAtOthers(role))
    ? [finding('practitioner', 'OWN_CASE', 'somebody who never worked on the case')]
    : [];
}
