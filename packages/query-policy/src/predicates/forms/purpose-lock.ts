import type { PurposeLock } from '@postern/policy';
import { PURPOSE_LOCKS } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { literal, literals } from '../../facts/literal.ts';
import type { RowBinding } from '../row-binding.ts';
import { onlyTheCaller } from './only-the-caller.ts';

/** The row is locked to purposes or recipients that the request is not; a lock that is not known is locked to none. */
export function isPurposeLocked(row: RowBinding): SQL | undefined {
  const { purposeLock } = row;
  if (purposeLock === undefined) return undefined;
  const own = onlyTheCaller(row) ?? sql`false`;
  return sql`(${purposeLock} IS NOT NULL AND NOT (${own} OR coalesce(CASE ${purposeLock} ${OPENED_BY} ELSE false END, false)))`;
}

const OPENED_BY: SQL = sql.join(
  Object.entries(PURPOSE_LOCKS).map(
    ([name, lock]) => sql`WHEN ${literal(name)} THEN ${opens(lock)}`,
  ),
  sql` `,
);

function opens({ purposes, agencyKinds, deaListed }: PurposeLock): SQL {
  return sql.join(
    [
      sql`p.purpose IN (${literals(purposes)})`,
      ...(agencyKinds === null ? [] : [sql`p.agency_kind IN (${literals(agencyKinds)})`]),
      ...(deaListed ? [sql`'DEA2017_SPECIFIED_PERSON' = ANY (p.standings)`] : []),
    ],
    sql` AND `,
  );
}
