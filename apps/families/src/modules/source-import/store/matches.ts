import type { Held } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import type { Sending } from './items.ts';

/** What its source sent before and was matched; it is in the pool no more, and held until the transaction ends. */
export interface KnownMatch extends Held<'ON_RECORD'> {
  readonly reference: string;
}

/** Those of the references that left the pool for a record, in the order in which everybody holds them. */
export function holdMatches(
  transaction: Statements,
  { agencyId, source }: Pick<Sending, 'agencyId' | 'source'>,
  references: readonly string[],
): Promise<readonly KnownMatch[]> {
  return transaction.run<KnownMatch & Record<string, unknown>>({
    text: `SELECT id, 'ON_RECORD' AS state, revision, reference FROM families.import_match WHERE agency_id = $1 AND source = $2 AND reference = ANY ($3::text[])
      ORDER BY id FOR UPDATE`,
    values: [agencyId, source, [...references]],
  });
}
