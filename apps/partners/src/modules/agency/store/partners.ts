import type { Statements } from '@postern/subgraph-kit';
import { officeHolders } from '../../role-holding/store/office-holders.ts';
import { isInForce } from './in-force.ts';

/** Who hears of what happens to an agency: contact officers of the others, and the managers of the host. */
export async function partnersOf(
  transaction: Statements,
  agency: string,
  now: Date,
): Promise<readonly string[]> {
  const others = await transaction.run<{ id: string }>({
    text: `SELECT id FROM access.agency WHERE id <> $1 AND ${isInForce('agency')}`,
    values: [agency],
  });
  const agencies = others.map(({ id }) => id);
  return officeHolders(
    transaction,
    { roles: ['CONTACT_OFFICER', 'EARLY_HELP_MANAGER'], agencies },
    now,
  );
}
