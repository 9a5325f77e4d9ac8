import type { Connection } from '@postern/database';
import type { RawCounty } from '../county/raw-county.ts';
import { FACTS_SCHEMA } from '../county/raw-county.ts';
import type { PlantableColumn } from './plantable.ts';
import { MOST_DATES, MOST_TEXTS, PLANTED } from './token.ts';

/** Where a column of many kinds of rows holds one of a closed list, which the database checks. */
const OF_A_CLOSED_LIST: Readonly<Record<string, string>> = {
  'families.person_entry.label': `t.kind = 'COURT_ORDER'`,
};

/**
 * Gives every cell of the columns a value of its own. What is past stays past and what is ahead stays ahead, so that
 * planting closes nothing and ends nothing; a date that is not recorded stays so.
 */
export async function plantCanaries(
  owner: Connection,
  columns: readonly PlantableColumn[],
  county: Pick<RawCounty, 'rows' | 'today'>,
): Promise<void> {
  const next = { texts: 1, dates: 1 };
  const statements: string[] = [];
  for (const [table, planted] of Map.groupBy(columns, (each) => each.table)) {
    const rows = county.rows(table).length;
    const assignments = planted.map(({ column, kind }) => {
      const counter = kind === 'TEXT' || kind === 'TEXTS' ? 'texts' : 'dates';
      const n = `${next[counter]} + n.n`;
      next[counter] += rows + 1;
      const value = assigned({ table, column, kind }, n, county.today);
      const closed = OF_A_CLOSED_LIST[`${table}.${column}`];
      return closed === undefined
        ? `"${column}" = ${value}`
        : `"${column}" = CASE WHEN ${closed} THEN t."${column}" ELSE ${value} END`;
    });
    statements.push(`UPDATE ${table} AS t SET ${assignments.join(', ')}
      FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM ${table}) n WHERE n.id = t.id;`);
  }
  if (next.texts > MOST_TEXTS || next.dates > MOST_DATES)
    throw new RangeError('The county has more cells than canaries that can be told apart.');
  await owner.script(statements.join('\n'));
}

function assigned({ table, column, kind }: PlantableColumn, n: string, today: string): string {
  const old = `t."${column}"`;
  switch (kind) {
    case 'TEXT':
      return unlessAbsentFact(table, old, PLANTED.text(n));
    case 'TEXTS':
      return unlessAbsentFact(table, old, `ARRAY[${PLANTED.text(n)}]`);
    case 'DATE':
    case 'MOMENT': {
      const stored = kind === 'DATE' ? 'date' : "timestamp AT TIME ZONE 'UTC'";
      const day = `CASE WHEN ${old} < date '${today}' THEN ${PLANTED.past(n)} ELSE ${PLANTED.ahead(n)} END`;
      return `CASE WHEN ${old} IS NOT NULL THEN (${day})::${stored} END`;
    }
  }
}

/** A fact that is not recorded may decide something by its absence. */
function unlessAbsentFact(table: string, old: string, value: string): string {
  return table.startsWith(`${FACTS_SCHEMA}.`)
    ? `CASE WHEN ${old} IS NOT NULL THEN ${value} END`
    : value;
}
