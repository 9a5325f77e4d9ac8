import { relatedFamilies } from '@postern/access-facts';
import type { Statements } from '@postern/subgraph-kit';

/** SQL: the episodes of these families. */
export function relatedEpisodes(account: string, at: string): string {
  return `SELECT theirs.id FROM access.episode theirs WHERE theirs.family_id IN (${relatedFamilies(account, at)})`;
}

/** Whom something would be told, and of which families or episodes it is. */
export interface Telling {
  readonly accounts: readonly string[];
  readonly families?: readonly string[];
  readonly episodes?: readonly string[];
}

/** Those of the accounts who have no relationship with any of the families. */
export async function unrelated(
  statements: Statements,
  { accounts, families = [], episodes = [] }: Telling,
  now: Date,
): Promise<readonly string[]> {
  const rows = await statements.run<{ id: string }>({
    text: `WITH about AS (SELECT unnest($2::uuid[]) AS family UNION SELECT family_id FROM access.episode WHERE id = ANY ($3::uuid[]))
      SELECT asked.id FROM unnest($1::uuid[]) WITH ORDINALITY asked (id, place)
      WHERE NOT EXISTS (SELECT FROM about WHERE family IN (${relatedFamilies('asked.id', '$4')})) ORDER BY asked.place`,
    values: [[...accounts], [...families], [...episodes], now.toISOString()],
  });
  return rows.map(({ id }) => id);
}
