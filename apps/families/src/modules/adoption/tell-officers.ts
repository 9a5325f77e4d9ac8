import { isHeld, isInUse, isRelated } from '@postern/access-facts';
import { postNotice } from '@postern/scheduler';
import { dayOf } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';

/** Tells the officers of data protection who are not of the families that somebody sealed a record a second time, and of whom not. */
export async function tellOfficers(
  transaction: Statements,
  [before, since]: readonly [string, string],
  at: Date,
): Promise<void> {
  const officers = await transaction.run<{ id: string }>({
    text: `SELECT account.id FROM access.account JOIN access.role_holding office ON office.account_id = account.id AND office.role = 'DATA_PROTECTION_OFFICER'
        AND ${isHeld('office', '$3')}
      WHERE ${isInUse('account')}
        AND NOT EXISTS (SELECT FROM families.family_member kin JOIN access.conflict_of_interest relation ON relation.family_id = kin.family_id
          WHERE kin.person_id IN ($1, $2) AND relation.account_id = account.id AND ${isRelated('relation', '$3')}) ORDER BY account.id`,
    values: [before, since, at.toISOString()],
  });
  for (const { id: account } of officers)
    await postNotice(transaction, {
      kind: 'ADOPTION_TO_CHECK',
      to: { account },
      params: { on: dayOf(at), page: '/adoptions' },
      at,
    });
}
