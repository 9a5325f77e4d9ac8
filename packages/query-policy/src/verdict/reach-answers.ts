import type { Condition } from '@postern/policy';
import { ALWAYS, atomsOf, conditionKey, needsEpisode } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { Whose } from '../facts/whose.ts';
import { THE_CALLER } from '../facts/whose.ts';
import { conditionSql } from '../predicates/condition.ts';
import { isReachedPerson } from '../predicates/forms/reached-person.ts';
import { namedReach, reachOfRow } from '../predicates/named-reach.ts';
import type { ReachAnswer } from '../predicates/reach-source.ts';
import { reachedBy, reachSource } from '../predicates/reach-source.ts';
import type { RowBinding } from '../predicates/row-binding.ts';
import { separate } from './separate.ts';
import { throughGrant, throughGrantKey } from './through-grant.ts';

/**
 * What one statement asks of the caller's reach, each question answered once for every row of it, however many rows and
 * fields ask. Written beside the request's facts, as one more of them for each table of reach that is asked. Of the reach of
 * many accounts the same is asked at once, and looked up by account and key.
 */
export class ReachAnswers {
  readonly whose: Whose;
  readonly #asked = new Map<Table, Map<string, { readonly name: string; readonly test: SQL }>>();

  constructor(whose = THE_CALLER) {
    this.whose = whose;
  }

  /** True where the row is reached through an episode for which the condition holds. */
  reached(ofEpisode: Condition, row: RowBinding): SQL {
    if (this.whose === THE_CALLER || isOfReachAlone(ofEpisode, row))
      return this.#reached(ofEpisode, row);
    // What is asked of the row beside is the same for each episode; asked within, the reach of all accounts would be gone
    // through for every row.
    const ways = separate(ofEpisode, asksOfReach).map(({ ofEpisode: ofReach, ofRow }) => {
      const reached = this.#reached(ofReach ?? ALWAYS, row);
      return sql`(${reached} AND ${conditionSql(ofRow, row)})`;
    });
    return sql`(${sql.join(ways, sql` OR `)})`;
  }

  /** Where grants that name persons reach some rows of the kind only, those are asked for each row that no other grant reaches. */
  #reached(ofEpisode: Condition, row: RowBinding): SQL {
    const { whose } = this;
    const answer = this.to(ofEpisode, row);
    const reaches = namedReach(row);
    if (reaches === undefined) return reachedBy(row.link, answer, whose);
    const wide = reachedBy(
      row.link,
      { ...answer, test: sql`${answer.test} AND NOT r.narrowed` },
      whose,
    );
    const source = reachSource(row.link);
    const narrowed = reachedBy(row.link, { ...source, test: sql`r.narrowed` }, whose);
    const named = sql`EXISTS (SELECT 1 FROM ${reachOfRow(row, reaches, whose, { onlyNarrowed: true })} r WHERE ${conditionSql(ofEpisode, row)})`;
    return sql`CASE WHEN ${wide} THEN true WHEN ${narrowed} THEN ${named} ELSE false END`;
  }

  /** Answers a question about episodes for rows of this kind. */
  to(ofEpisode: Condition, row: RowBinding): ReachAnswer {
    const test = conditionSql(ofEpisode, row);
    if (!isOfReachAlone(ofEpisode, row)) return { ...reachSource(row.link), test };
    return this.#kept(conditionKey(ofEpisode), test, row);
  }

  /** Answers by which grants a condition holds for rows of this kind. */
  through(ofEpisode: Condition, row: RowBinding): ReachAnswer {
    const test = throughGrant(ofEpisode, row);
    if (!isOfReachAlone(ofEpisode, row)) return { ...reachSource(row.link), test };
    return this.#kept(throughGrantKey(ofEpisode), test, row);
  }

  #kept(key: string, test: SQL, row: RowBinding): ReachAnswer {
    const source = reachSource(row.link);
    const table = TABLE_OF[row.link.kind];
    const answers = this.#asked.get(table) ?? new Map();
    this.#asked.set(table, answers);
    const answer = answers.get(key) ?? { name: `q${answers.size}`, test };
    answers.set(key, answer);
    return { ...source, from: sql.raw(`${table}_answers r`), test: sql.raw(`r.${answer.name}`) };
  }

  /** The facts that the answers stand in, each after a comma; read when everything has been asked. */
  facts(): SQL {
    const tables = [...this.#asked].map(([table, answers]) => {
      const columns = [...answers.values()].map(
        ({ name, test }) => sql`${test} AS ${sql.raw(name)}`,
      );
      return sql`,\n${sql.raw(`${table}_answers`)} AS MATERIALIZED (
  SELECT ${this.whose.by('r')}${sql.join([sql.raw(KEYS[table]), ...columns], sql`, `)} FROM ${sql.raw(table)} r
)`;
    });
    return sql.join(tables);
  }
}

type Table = 'reach' | 'concerned' | 'colleagues';

const TABLE_OF = {
  EPISODE: 'reach',
  FAMILY: 'reach',
  PERSON: 'concerned',
  PERSON_ENTRY: 'concerned',
  COLLEAGUE: 'colleagues',
  NONE: 'reach',
} as const satisfies Readonly<Record<RowBinding['link']['kind'], Table>>;

const KEYS: Readonly<Record<Table, string>> = {
  reach: 'r.episode_id, r.family_id, r.grant_id, r.narrowed',
  concerned: 'r.concerned_id, r.episode_id, r.grant_id',
  colleagues: 'r.colleague_id, r.grant_id',
};

/** A justification speaks about whom the row concerns, whom the row of reach tells only where persons are reached. */
function isOfReachAlone(ofEpisode: Condition, row: RowBinding): boolean {
  return (
    isReachedPerson(row) ||
    atomsOf(ofEpisode).every(({ predicate }) => predicate !== 'justification.covers')
  );
}

/** Whether a condition on a row that is not about the person by whom it is reached asks anything of a row of reach. */
function asksOfReach(condition: Condition): boolean {
  return atomsOf(condition).some(
    (atom) => needsEpisode(atom) && atom.predicate !== 'justification.covers',
  );
}
