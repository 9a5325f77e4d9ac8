import type { Condition } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { reachSource } from '../predicates/reach-source.ts';
import type { RowBinding } from '../predicates/row-binding.ts';
import { whoseOf } from '../predicates/row-binding.ts';
import type { Alternative } from './separate.ts';

/**
 * The SQL that finds by index every row for which one of the alternatives can hold: by the keys of reach, or by whose the row
 * is; null where one of them may hold on any row of the table. As arrays, because PostgreSQL then looks each key up.
 */
export function foundBy(alternatives: readonly Alternative[], row: RowBinding): SQL | null {
  const ways = findingWays(alternatives, row);
  if (ways === null) return null;
  return ways.length === 0
    ? sql`false`
    : sql`(${sql.join(
        ways.map((way) => way.sql),
        sql` OR `,
      )})`;
}

/** One way to find rows: the SQL beside the gate's row `p`, or the row's key and the keys, for many accounts each with its `account_id`. */
export interface FindingWay {
  readonly called: string;
  readonly sql: SQL;
  readonly rowKey: SQL;
  readonly keys: SQL;
}

/** The ways by which every row is found for which one of the alternatives can hold; null where one of them may hold on any row. */
export function findingWays(
  alternatives: readonly Alternative[],
  row: RowBinding,
): readonly FindingWay[] | null {
  const ways = new Map<string, FindingWay>();
  for (const { ofEpisode, ofRow } of alternatives) {
    const way = ofEpisode === null ? owned(ofRow, row) : reached(row);
    if (way === null) return null;
    ways.set(way.called, way);
  }
  return [...ways.values()];
}

function reached(row: RowBinding): FindingWay {
  const { from, key, rowKey } = reachSource(row.link);
  return {
    called: 'reach',
    sql: sql`${rowKey} = ANY (ARRAY(SELECT ${key} FROM ${from}))`,
    rowKey,
    keys: sql`SELECT DISTINCT ${whoseOf(row).by('r')}${key} AS key FROM ${from}`,
  };
}

/** What is asked of the row alone finds it where every row of the kind is the caller's own or a child's. */
function owned(ofRow: Condition, row: RowBinding): FindingWay | null {
  const parts = ofRow.kind === 'AND' ? ofRow.parts : [ofRow];
  const own = sql.raw('p.id AS account_id');
  for (const part of parts) {
    if (part.kind !== 'HOLDS') continue;
    const { predicate } = part.atom;
    if (predicate === 'account.self' && row.accountId !== undefined)
      return {
        called: predicate,
        sql: sql`${row.accountId} = p.id`,
        rowKey: row.accountId,
        keys: sql`SELECT ${own}, p.id AS key FROM gate p`,
      };
    if (predicate === 'person.self' && row.personId !== undefined)
      return {
        called: predicate,
        sql: sql`${row.personId} = p.person_id`,
        rowKey: row.personId,
        keys: sql`SELECT ${own}, p.person_id AS key FROM gate p`,
      };
    if (predicate === 'person.childOfMine' && row.personId !== undefined)
      return {
        called: predicate,
        sql: sql`${row.personId} = ANY (p.children)`,
        rowKey: row.personId,
        keys: sql`SELECT DISTINCT ${own}, child.id AS key FROM gate p CROSS JOIN LATERAL unnest(p.children) AS child (id)`,
      };
  }
  return null;
}
