import type { Condition } from '@postern/policy';
import { conditionKey, or } from '@postern/policy';
import type { FindingWay, ReachAnswers, RowBinding } from '@postern/query-policy';
import { freeOfConflict, MANY_ACCOUNTS, Verdict } from '@postern/query-policy';
import type { SQL } from 'drizzle-orm';
import { aliasedTable, getTableColumns, sql } from 'drizzle-orm';
import { columnOf } from '../resources/column-of.ts';
import type { Columns } from '../resources/resource.ts';
import { bindRow } from '../statements/bind-row.ts';
import type { Probe, RowsQuestion } from './rows-question.ts';

/** What is counted of one question in a statement that asks many accounts. */
export interface CountedRows {
  /** Facts to write after those of {@link ReachAnswers}, by their names. */
  readonly facts: readonly SQL[];
  /** Gives `account_id`, the question's place and its counts; undefined where no row can show anything. */
  readonly counts: SQL | undefined;
  readonly asksForHidden: boolean;
}

interface CountedIn {
  readonly answers: ReachAnswers;
  /** Whether families are left out with which whoever it is told to has a conflict of interest. */
  readonly conflicts: boolean;
}

/** Counts the rows of one question for each of the accounts `asked`. */
export function countedRows(
  { resource, probes }: RowsQuestion,
  place: number,
  { answers, conflicts }: CountedIn,
): CountedRows {
  const alias = `t${place}`;
  const columns: Columns = getTableColumns(aliasedTable(resource.table, alias));
  const row = bindRow(resource, columns);
  const reached = new Named('reached');
  const asked = new Named('decided');
  const verdict = new Verdict(row, answers, (key, ask) => reached.once(key, ask));
  let asksForHiddenPerson = false;
  /** Whether the person is visible whose entry the row is: asked of the person, as the list's own row. */
  const personVisible = (condition: Condition): SQL => {
    const persons = new Verdict(PERSON, answers);
    const visible = persons.holds(condition);
    asksForHiddenPerson ||= persons.asksForHidden;
    return sql`(SELECT ${visible} FROM (SELECT ${columnOf(columns, resource.person ?? 'id')} AS id) owner ${persons.joins()})`;
  };
  const allOf = (conditions: readonly Condition[], through: Condition | undefined): SQL => {
    if (conditions.some(({ kind }) => kind === 'NEVER')) return sql`false`;
    const parts = conditions.map((condition) =>
      asked.once(conditionKey(condition), () => verdict.holds(condition)),
    );
    const visible =
      through === undefined
        ? []
        : [asked.once(`person ${conditionKey(through)}`, () => personVisible(through))];
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
    ...(resource.where === undefined ? [] : [resource.where(columns)]),
    ...(conflicts ? [freeOfConflict(sql`${sql.placeholder('toldTo')}`, row)] : []),
  ];
  const counts = [
    sql`decided.locked`,
    sql.join(lost, sql` OR `),
    sql.join(gained, sql` OR `),
    ...lost.flatMap((test, index) => [test, gained[index] ?? sql`false`]),
  ].map((test) => sql`count(*) FILTER (WHERE ${test})`);
  const table = sql`${resource.table} AS ${sql.identifier(alias)}`;
  const { facts, rows } = found(waysTo(probes, verdict), table, place);
  // OFFSET 0 keeps each answer where it is given once; otherwise every mention would ask again.
  const decided = rows.map(
    (
      each,
    ) => sql`SELECT ${sql.join([sql`p.id AS account_id`, sql`${locked} AS locked`, ...asked.columns()], sql`, `)}
      FROM ${each.from} ${verdict.joins()}
      CROSS JOIN LATERAL (SELECT ${sql.join([sql`true AS here`, ...reached.columns()], sql`, `)} OFFSET 0) reached
      WHERE ${sql.join([...each.where, ...where, sql`true`], sql` AND `)}`,
  );
  return {
    facts,
    counts:
      decided.length === 0
        ? undefined
        : sql`SELECT decided.account_id, ${sql.raw(String(place))} AS question, json_build_array(${sql.join(counts, sql`, `)}) AS counts
    FROM (${sql.join(decided, sql` UNION ALL `)} OFFSET 0) decided GROUP BY decided.account_id`,
    asksForHidden: verdict.asksForHidden || asksForHiddenPerson,
  };
}

const OWNER = sql.raw('owner.id');

const PERSON: RowBinding = {
  link: { kind: 'PERSON', personId: OWNER },
  rowId: OWNER,
  personId: OWNER,
  attribute: () => undefined,
};

/** By what every row is found that can show anything: of conditions that all have to hold, by one of them; null where it may be any. */
function waysTo(probes: readonly Probe[], verdict: Verdict): readonly FindingWay[] | null {
  const ways: Condition[] = [];
  for (const conditions of probes.flatMap(({ live, draft }) => [live, draft])) {
    const way = conditions.find((condition) => verdict.waysTo(condition) !== null);
    if (way === undefined) return null;
    ways.push(way);
  }
  return verdict.waysTo(or(ways));
}

interface FoundRows {
  readonly facts: readonly SQL[];
  readonly rows: readonly { readonly from: SQL; readonly where: readonly SQL[] }[];
}

/** Each row of the table beside each account `p` that it is found for, once: by one way those that none before has found. */
function found(ways: readonly FindingWay[] | null, table: SQL, place: number): FoundRows {
  if (ways === null)
    return { facts: [], rows: [{ from: sql`asked p CROSS JOIN ${table}`, where: [] }] };
  const named = ways.map((way, index) => ({ ...way, name: sql.raw(`keys${place}_${index}`) }));
  return {
    facts: named.map(({ name, keys }) => sql`${name} AS MATERIALIZED (${keys})`),
    rows: named.map(({ name, rowKey }, index) => ({
      from: sql`asked p JOIN ${name} k ON k.account_id = p.id JOIN ${table} ON ${rowKey} = k.key`,
      where: named
        .slice(0, index)
        .map(
          (before) =>
            sql`(${MANY_ACCOUNTS.key(before.rowKey)} IN (SELECT f.account_id, f.key FROM ${before.name} f)) IS NOT TRUE`,
        ),
    })),
  };
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
