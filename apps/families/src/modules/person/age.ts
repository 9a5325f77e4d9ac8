import type { Columns } from '@postern/subgraph-kit';
import { columnOf } from '@postern/subgraph-kit';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';

/** The first age of each band and its name. */
const BANDS: readonly (readonly [from: number, name: string])[] = [
  [25, '25+'],
  [18, '18-24'],
  [16, '16-17'],
  [13, '13-15'],
  [10, '10-12'],
  [5, '5-9'],
  [0, '0-4'],
];

/** Whole years lived by today or until death; null for somebody whose date of birth is not recorded or lies ahead. */
export function age(person: Columns): SQL {
  const born = columnOf(person, 'dateOfBirth');
  const until = sql`least(p.today, ${columnOf(person, 'deceasedOn')})`;
  return sql`CASE WHEN ${born} <= ${until} THEN extract(year FROM age(${until}, ${born}))::integer END`;
}

/** The band that the age falls into. */
export function ageBand(person: Columns): SQL {
  const bands = BANDS.map(([from, name]) => sql.raw(`WHEN lived.years >= ${from} THEN '${name}'`));
  return sql`(SELECT CASE ${sql.join(bands, sql` `)} END FROM (SELECT ${age(person)} AS years) lived)`;
}

export function birthYear(person: Columns): SQL {
  return sql`extract(year FROM ${columnOf(person, 'dateOfBirth')})::integer`;
}
