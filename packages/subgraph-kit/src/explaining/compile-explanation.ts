import type { AgreementsInForce, Condition, Outcomes, Test } from '@postern/policy';
import { conditionKey } from '@postern/policy';
import type { CompiledStatement, Opening } from '@postern/query-policy';
import {
  askingFor,
  compileStatement,
  freeOfConflict,
  pathTests,
  ReachAnswers,
  renderOpening,
  requestFacts,
  requestParameters,
  Verdict,
} from '@postern/query-policy';
import type { SQL } from 'drizzle-orm';
import { aliasedTable, getTableColumns, sql } from 'drizzle-orm';
import { columnOf } from '../resources/column-of.ts';
import type { Columns, FieldDefinition, ResourceDefinition } from '../resources/resource.ts';
import { bindRow } from '../statements/bind-row.ts';
import { principalColumn } from '../statements/principal-column.ts';

/** The values of one explanation; every statement takes the same. */
export interface ExplanationValues {
  /** Whose access it is, and who wants it explained. */
  readonly account: string;
  readonly explainedTo: string;
  /** Null asks at the database's present moment. */
  readonly now: string | null;
  readonly purpose: string;
  readonly id: string;
}

const ASKED_ACCOUNT = sql.placeholder('account');
const EXPLAINED_TO = sql.placeholder('explainedTo');

/** Opens every explanation: the facts of the account asked about, as if they had signed in with two factors. */
export function factsOfAccount(inForce: AgreementsInForce): Opening {
  const asking = askingFor({
    id: sql`${ASKED_ACCOUNT}`,
    practitionersOnly: sql`(${ASKED_ACCOUNT}::uuid <> ${EXPLAINED_TO}::uuid)`,
    multiFactor: sql`true`,
    now: sql`${requestParameters.now}`,
    purpose: sql`${requestParameters.purpose}`,
  });
  return renderOpening(sql`WITH ${requestFacts(inForce, asking)}`);
}

/** Asks who an account is, with the column `principal`. */
export function compileAccount(opening: Opening): CompiledStatement {
  return compileStatement(sql`\nSELECT ${principalColumn} AS principal`, opening);
}

/** What is asked of one row. */
export interface RowTests {
  readonly resource: ResourceDefinition;
  readonly definition: FieldDefinition;
  readonly tests: readonly Test[];
  /** When the field is released. */
  readonly released: Condition;
  readonly resources: readonly ResourceDefinition[];
}

/**
 * Asks one row for the outcomes of single tests on every path to it, with the columns `principal`, `outcomes` (null where
 * there is no row, or its family is one of which whoever it is explained to has nothing to see) and `shows_own`.
 */
export function compileExplanation(asked: RowTests, opening: Opening): CompiledStatement {
  const { resource, tests } = asked;
  const columns: Columns = getTableColumns(aliasedTable(resource.table, 't1'));
  const row = bindRow(resource, columns);
  const { outcomes, joins } = pathTests(tests, row);
  const where = [
    sql`${columnOf(columns, 'id')} = ${sql.placeholder('id')}::uuid`,
    ...(resource.where === undefined ? [] : [resource.where(columns)]),
    sql`(p.id = ${EXPLAINED_TO}::uuid OR ${freeOfConflict(sql`${EXPLAINED_TO}`, row)})`,
  ];
  const answers = new ReachAnswers();
  const showsOwn = ownEntry(asked, columns, answers);
  return compileStatement(
    sql`${answers.facts()}\nSELECT ${principalColumn} AS principal, found.outcomes, coalesce(found.shows_own, false) AS shows_own
FROM (VALUES (true)) AS once
LEFT JOIN LATERAL (SELECT ${outcomes} AS outcomes, ${showsOwn} AS shows_own
  FROM gate p CROSS JOIN ${resource.table} AS t1 ${joins}
  WHERE ${sql.join(where, sql` AND `)}) found ON true`,
    opening,
  );
}

/** Whether an entry that the reader sees gives a scalar its value. */
function ownEntry(
  { definition, released, resources }: RowTests,
  parent: Columns,
  answers: ReachAnswers,
): SQL {
  if (definition.kind !== 'LATEST_ENTRY' || released.kind === 'NEVER') return sql`false`;
  const entry = resources.find(({ type }) => type === definition.type);
  if (entry === undefined) throw new TypeError(`There is no resource "${definition.type}".`);
  const columns: Columns = getTableColumns(aliasedTable(entry.table, 't2'));
  const verdict = new Verdict(bindRow(entry, columns), answers);
  const where = [
    definition.join(parent, columns),
    ...(entry.where === undefined ? [] : [entry.where(columns)]),
    verdict.holds(released),
  ];
  return sql`EXISTS (SELECT 1 FROM ${entry.table} AS t2 ${verdict.joins()} WHERE ${sql.join(where, sql` AND `)})`;
}

/** Reads the column `outcomes`: a path for each list. @throws TypeError */
export function readPaths(tests: readonly Test[], column: unknown): readonly Outcomes[] {
  if (!Array.isArray(column)) throw new TypeError('Outcomes are a list.');
  const positions = new Map(tests.map((test, index) => [conditionKey(test), index]));
  return column.map((path: unknown): Outcomes => {
    if (!Array.isArray(path)) throw new TypeError('The outcomes of a path are a list.');
    return (test) => {
      const position = positions.get(conditionKey(test));
      if (position === undefined) throw new TypeError('A test was not asked.');
      return path[position] === true;
    };
  });
}
