import { isHeld, isInUse, relatedFamilies } from '@postern/access-facts';
import type { Statements } from '@postern/scheduler';

/** The host's team, which gives access to whoever screens (SHR-8.2.1g). */
export const HOST: readonly string[] = ['BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER'];

/** Those of the accounts, or else of the host, who have an account in use and no relationship with the family of an episode. */
export async function freeToBeTold(
  statements: Statements,
  {
    accounts,
    episode,
  }: { readonly accounts: readonly string[] | 'HOST'; readonly episode: string },
  now: Date,
): Promise<readonly string[]> {
  const rows = await statements.run<{ id: string }>({
    text: `SELECT account.id FROM access.account WHERE ${isInUse('account')}
        AND CASE WHEN $1::uuid[] IS NULL THEN EXISTS (SELECT FROM access.role_holding office WHERE office.account_id = account.id
          AND office.role = ANY ($2::text[]) AND ${isHeld('office', '$4::timestamptz')}) ELSE account.id = ANY ($1::uuid[]) END
        AND NOT EXISTS (SELECT FROM access.episode about WHERE about.id = $3
          AND about.family_id IN (${relatedFamilies('account.id', '$4::timestamptz')}))
      ORDER BY account.id`,
    values: [accounts === 'HOST' ? null : [...accounts], [...HOST], episode, now.toISOString()],
  });
  return rows.map(({ id }) => id);
}
