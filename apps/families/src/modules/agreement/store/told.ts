import { isHeld, isInUse, isLive, isRelated } from '@postern/access-facts';
import type { NoticeKind } from '@postern/scheduler';
import { postNotice } from '@postern/scheduler';
import { dayOf } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';

/** SQL: accounts in use that hold a role now and have no relationship with the family of an episode (SHR-1.2g). */
const FREE = `${isInUse('account')}
  AND NOT EXISTS (SELECT FROM access.conflict_of_interest relation JOIN access.episode theirs ON theirs.family_id = relation.family_id
    WHERE theirs.id = $1 AND relation.account_id = account.id AND ${isRelated('relation', '$2')})`;
const OFFICE = `SELECT FROM access.role_holding office WHERE office.account_id = account.id AND ${isHeld('office', '$2')}`;

/** Whoever leads the support in an episode; where nobody does, the managers of the host. */
export async function leadsOrHost(
  statements: Statements,
  episode: string,
  now: Date,
): Promise<readonly string[]> {
  const rows = await statements.run<{ id: string; leads: boolean }>({
    text: `SELECT account.id, led.leads FROM access.account CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM access.access_grant held
          WHERE held.account_id = account.id AND held.episode_id = $1 AND held.role = 'LEAD_PROFESSIONAL' AND ${isLive('held', '$2')})
        AND EXISTS (${OFFICE} AND office.role = 'LEAD_PROFESSIONAL') AS leads) led
      WHERE ${FREE} AND (led.leads OR EXISTS (${OFFICE} AND office.role = 'EARLY_HELP_MANAGER')) ORDER BY account.id`,
    values: [episode, now.toISOString()],
  });
  const leads = rows.filter((row) => row.leads);
  return (leads.length > 0 ? leads : rows).map(({ id }) => id);
}

/** What leads are told of an agreement; of whom, they see where they may. */
type OfAgreement = Extract<
  NoticeKind,
  'AGREEMENT_TO_ASK_AGAIN' | 'AGREEMENT_WITHDRAWN' | 'CO_SIGNATURE_DUE' | 'LIMIT_TO_REVIEW'
>;

/** Tells whoever leads, but for whoever did it. */
export async function tellLead(
  statements: Statements,
  {
    kind,
    episode,
    but = null,
  }: { readonly kind: OfAgreement; readonly episode: string; readonly but?: string | null },
  now: Date,
): Promise<void> {
  for (const account of await leadsOrHost(statements, episode, now))
    if (account !== but)
      await postNotice(statements, {
        kind,
        to: { account },
        params: { on: dayOf(now), page: '/episodes' },
        at: now,
      });
}

/** Tells those who lost their access that the family decided so. */
export async function tellEnded(
  statements: Statements,
  accounts: readonly string[],
  now: Date,
): Promise<void> {
  for (const account of accounts)
    await postNotice(statements, {
      kind: 'ACCESS_REMOVED_AT_FAMILYS_REQUEST',
      to: { account },
      params: { at: now, page: '/grants' },
      at: now,
    });
}
