import type { Condition } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { reachSource } from '../predicates/reach-source.ts';
import type { RowBinding } from '../predicates/row-binding.ts';
import type { Alternative } from './separate.ts';

/**
 * The SQL that finds by index every row for which one of the alternatives can hold: by the keys of reach, or by whose the row
 * is; null where one of them may hold on any row of the table. As arrays, because PostgreSQL then looks each key up.
 */
export function foundBy(alternatives: readonly Alternative[], row: RowBinding): SQL | null {
  const ways = new Map<string, SQL>();
  for (const { ofEpisode, ofRow } of alternatives) {
    const way = ofEpisode === null ? owned(ofRow, row) : reached(row);
    if (way === null) return null;
    ways.set(way.called, way.sql);
  }
  return ways.size === 0 ? sql`false` : sql`(${sql.join([...ways.values()], sql` OR `)})`;
}

interface Way {
  readonly called: string;
  readonly sql: SQL;
}

function reached({ link }: RowBinding): Way {
  const { from, key, rowKey } = reachSource(link);
  return { called: 'reach', sql: sql`${rowKey} = ANY (ARRAY(SELECT ${key} FROM ${from}))` };
}

/** What is asked of the row alone finds it where every row of the kind is the caller's own or a child's. */
function owned(ofRow: Condition, row: RowBinding): Way | null {
  const parts = ofRow.kind === 'AND' ? ofRow.parts : [ofRow];
  for (const part of parts) {
    if (part.kind !== 'HOLDS') continue;
    const { predicate } = part.atom;
    if (predicate === 'account.self' && row.accountId !== undefined)
      return { called: predicate, sql: sql`${row.accountId} = p.id` };
    if (predicate === 'person.self' && row.personId !== undefined)
      return { called: predicate, sql: sql`${row.personId} = p.person_id` };
    if (predicate === 'person.childOfMine' && row.personId !== undefined)
      return { called: predicate, sql: sql`${row.personId} = ANY (p.children)` };
  }
  return null;
}
