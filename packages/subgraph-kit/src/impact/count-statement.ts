import { account } from '@postern/access-facts';
import type { AgreementsInForce, Condition } from '@postern/policy';
import { conditionKey, or } from '@postern/policy';
import type { CompiledStatement, RowBinding } from '@postern/query-policy';
import {
  compileStatement,
  freeOfConflict,
  ReachAnswers,
  requestFacts,
  Verdict,
} from '@postern/query-policy';
import type { SQL } from 'drizzle-orm';
import { aliasedTable, getTableColumns, sql } from 'drizzle-orm';
import { columnOf } from '../resources/column-of.ts';
import type { Columns, ResourceDefinition } from '../resources/resource.ts';
import { bindRow } from '../statements/bind-row.ts';
import type { Probe, RowsQuestion } from './rows-question.ts';

/** What one account answers: its roles as the facts have them (null where it is not admitted) and a {@link RowsCount} for each question. */
export interface AccountCount {
  readonly account: string;
  readonly roles: readonly string[] | null;
  readonly counts: readonly RowsCount[];
}

/** By which agreements it is counted, and whether for somebody who has declared conflicts of interest. */
export interface CountedFor {
  readonly inForce: AgreementsInForce;
  readonly conflicts: boolean;
}

/** Rows whose entry is locked to purposes; rows that lose, that gain a field of the question; then the same two of each probe. */
export type RowsCount = readonly number[];

const ASKED = {
  issuer: sql`${account.issuerId}`,
  subject: sql`${account.subject}`,
  // Taken as given: whoever lacks a second factor is asked for one and then reads the same.
  multiFactor: sql`true`,
  now: sql`${sql.placeholder('now')}`,
  purpose: sql`${sql.placeholder('purpose')}`,
};

/**
 * Compiles the questions into one statement that asks them of one account after another, each with the request facts of its
 * own: `accounts` and `now`, `purpose`, `roles` are its values. An account of other roles than `roles` counts nothing. Where
 * whoever it is told to has `conflicts` of interest, families of theirs are left out: the value `toldTo`.
 */
export function countStatement(
  questions: readonly RowsQuestion[],
  { inForce, conflicts }: CountedFor,
): CompiledStatement {
  const answers = new ReachAnswers();
  const counts = questions.map(
    (question, index) => sql`(${countsOf(question, `t${index}`, { answers, conflicts })})`,
  );
  return compileStatement(sql`SELECT ${account.id} AS account, counted.roles, counted.counts
FROM ${account} CROSS JOIN LATERAL (
  WITH ${requestFacts(inForce, ASKED)}${answers.facts()}
  SELECT (SELECT p.roles FROM gate p) AS roles, json_build_array(${sql.join(counts, sql`, `)}) AS counts
) counted
WHERE ${account.id} = ANY (${sql.placeholder('accounts')}::uuid[])`);
}

function countsOf(
  { resource, probes }: RowsQuestion,
  alias: string,
  { answers, conflicts }: { readonly answers: ReachAnswers; readonly conflicts: boolean },
): SQL {
  const columns: Columns = getTableColumns(aliasedTable(resource.table, alias));
  const reached = new Named('reached');
  const asked = new Named('decided');
  const row = bindRow(resource, columns);
  const verdict = new Verdict(row, answers, (key, ask) => reached.once(key, ask));
  const allOf = (conditions: readonly Condition[], person: Condition | undefined): SQL => {
    const parts = conditions.map((condition) =>
      asked.once(conditionKey(condition), () => verdict.holds(condition)),
    );
    const visible =
      person === undefined
        ? []
        : [
            asked.once(`person ${conditionKey(person)}`, () =>
              personVisible(resource, columns, person, answers),
            ),
          ];
    return sql`(${sql.join([...visible, ...parts, sql`true`], sql` AND `)})`;
  };
  const pairs = probes.map(({ live, draft, through }) => ({
    live: allOf(live, through?.live),
    draft: allOf(draft, through?.draft),
  }));
  const lost = pairs.map(({ live, draft }) => sql`(${live} AND NOT ${draft})`);
  const gained = pairs.map(({ live, draft }) => sql`(${draft} AND NOT ${live})`);
  const locked =
    resource.purposeLock === undefined
      ? sql`false`
      : sql`${columnOf(columns, resource.purposeLock)} IS NOT NULL`;
  const where = [
    sql`p.roles = ${sql.placeholder('roles')}::text[]`,
    ...(resource.where === undefined ? [] : [resource.where(columns)]),
    ...(conflicts ? [freeOfConflict(sql`${sql.placeholder('toldTo')}`, row)] : []),
    ...found(probes, verdict),
  ];
  const counts = [
    sql`decided.locked`,
    sql.join(lost, sql` OR `),
    sql.join(gained, sql` OR `),
    ...lost.flatMap((test, index) => [test, gained[index] ?? sql`false`]),
  ].map((test) => sql`count(*) FILTER (WHERE ${test})`);
  // OFFSET 0 keeps each answer where it is given once; otherwise every mention would ask again.
  return sql`SELECT json_build_array(${sql.join(counts, sql`, `)})
    FROM (SELECT ${sql.join([sql`${locked} AS locked`, ...asked.columns()], sql`, `)}
      FROM gate p CROSS JOIN ${resource.table} AS ${sql.identifier(alias)} ${verdict.joins()}
      CROSS JOIN LATERAL (SELECT ${sql.join([sql`true AS here`, ...reached.columns()], sql`, `)} OFFSET 0) reached
      WHERE ${sql.join(where, sql` AND `)} OFFSET 0) decided`;
}

/** Answers with a name each, as columns of one subquery. */
class Named {
  readonly #table: string;
  readonly #answers = new Map<string, { readonly name: string; readonly answer: SQL }>();

  constructor(table: string) {
    this.#table = table;
  }

  once(key: string, ask: () => SQL): SQL {
    const known = this.#answers.get(key) ?? { answer: ask(), name: `c${this.#answers.size}` };
    this.#answers.set(key, known);
    return sql.raw(`${this.#table}.${known.name}`);
  }

  columns(): readonly SQL[] {
    return [...this.#answers.values()].map(
      ({ name, answer }) => sql`${answer} AS ${sql.raw(name)}`,
    );
  }
}

/** Finds the rows by index, where every one that can show anything can be found so. */
function found(probes: readonly Probe[], verdict: Verdict): readonly SQL[] {
  const ways: Condition[] = [];
  for (const conditions of probes.flatMap(({ live, draft }) => [live, draft])) {
    const way = conditions.find((condition) => verdict.foundBy(condition) !== null);
    if (way === undefined) return [];
    ways.push(way);
  }
  return [verdict.foundBy(or(ways))].filter((way) => way !== null);
}

/** Whether the person is visible whose entry the row is: asked of the person, as the list's own row. */
function personVisible(
  resource: ResourceDefinition,
  columns: Columns,
  condition: Condition,
  answers: ReachAnswers,
): SQL {
  const person = sql.raw('owner.id');
  const row: RowBinding = {
    link: { kind: 'PERSON', personId: person },
    rowId: person,
    personId: person,
    attribute: () => undefined,
  };
  const verdict = new Verdict(row, answers);
  const visible = verdict.holds(condition);
  return sql`(SELECT ${visible} FROM (SELECT ${columnOf(columns, resource.person ?? 'id')} AS id) owner ${verdict.joins()})`;
}
