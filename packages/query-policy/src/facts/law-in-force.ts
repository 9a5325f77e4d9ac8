import type { Dated } from '@postern/policy';
import { BEGINNING } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { literal, literals } from './literal.ts';
import { TODAY } from './live.ts';

/**
 * Whether text names an entry of a table of the law that is in force today. What began with the law itself is not asked
 * for its first day: no basis of Article 6 is in force before that.
 */
export function namesInForce(text: SQL, table: Readonly<Record<string, Dated>>): SQL {
  const byDates = Map.groupBy(Object.entries(table), ([, { from, until }]) => `${from} ${until}`);
  const groups = [...byDates.values()].flatMap((entries) => {
    const [first] = entries;
    const names = literals(entries.map(([name]) => name));
    if (first === undefined || first[1].from === null) return [];
    return [sql.join([sql`${text} IN (${names})`, ...inForceToday(first[1])], sql` AND `)];
  });
  return groups.length === 0 ? sql`false` : sql`(${sql.join(groups, sql` OR `)})`;
}

/** The conditions that the dates of an entry put on today; none where it is as old as the law and has no end. */
export function inForceToday({ from, until }: Dated): readonly SQL[] {
  if (from === null) return [sql`false`];
  return [
    ...(from === BEGINNING ? [] : [onOrAfter(from)]),
    ...(until === null ? [] : [sql`NOT ${onOrAfter(until)}`]),
  ];
}

/** Whether today is this day or later. */
export function onOrAfter(day: string): SQL {
  return sql`${TODAY} >= ${literal(day)}::date`;
}
