import type { Condition } from '@postern/policy';
import { atomsOf, NEVER, needsEpisode, substitute } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { atomSql } from './atom.ts';
import { comparisonSql } from './comparison.ts';
import type { RowBinding } from './row-binding.ts';

/** The condition as it stands for a kind of row: predicates the row has nothing for are false. */
export function conditionOn(condition: Condition, row: RowBinding): Condition {
  return substitute(condition, (atom) =>
    atomSql(atom, row) === undefined || (row.link.kind === 'NONE' && needsEpisode(atom))
      ? NEVER
      : undefined,
  );
}

/** What is left of a condition on the path "none", where every EPISODE predicate is false. */
export function withoutEpisode(condition: Condition): Condition {
  return substitute(condition, (atom) => (needsEpisode(atom) ? NEVER : undefined));
}

/** Whether a condition asks anything of the episode a row is seen through. */
export function asksOfEpisode(condition: Condition): boolean {
  return atomsOf(condition).some(needsEpisode);
}

/** The one place where a condition becomes SQL; never null on any row. */
export function conditionSql(condition: Condition, row: RowBinding): SQL {
  switch (condition.kind) {
    case 'ALWAYS':
      return sql`true`;
    case 'NEVER':
      return sql`false`;
    case 'HOLDS':
      return atomSql(condition.atom, row) ?? sql`false`;
    case 'COMPARE':
      return comparisonSql(condition, row);
    case 'AND':
      return joined(condition.parts, row, sql` AND `);
    case 'OR':
      return joined(condition.parts, row, sql` OR `);
    case 'NOT':
      return sql`NOT ${conditionSql(condition.part, row)}`;
  }
}

function joined(parts: readonly Condition[], row: RowBinding, glue: SQL): SQL {
  return sql`(${sql.join(
    parts.map((part) => conditionSql(part, row)),
    glue,
  )})`;
}
