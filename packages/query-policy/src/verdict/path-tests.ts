import type { Condition } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { asksOfEpisode, conditionSql } from '../predicates/condition.ts';
import { beside, hiddenAskedFor, hiddenCoordinates } from '../predicates/hidden-details.ts';
import { namedReach, reachOfRow } from '../predicates/named-reach.ts';
import { reachSource } from '../predicates/reach-source.ts';
import type { RowBinding } from '../predicates/row-binding.ts';
import { whoseOf } from '../predicates/row-binding.ts';

/** Single tests of a row, each asked for itself. */
export interface PathTests {
  /** One JSON value: for each path to the row the outcomes in the order of the tests, the path through no episode first. */
  readonly outcomes: SQL;
  /** What the row is joined with. */
  readonly joins: SQL;
}

/**
 * Asks single tests of a row on every path by which it is reached, where a {@link Verdict} asks whether all of a
 * condition holds on one of them. They are the same forms, so an explanation says what decides.
 */
export function pathTests(tests: readonly Condition[], row: RowBinding): PathTests {
  const { key, rowKey, ...source } = reachSource(row.link);
  const { link } = row;
  const reaches = namedReach(row);
  const from =
    reaches === undefined
      ? source.from
      : sql`${reachOfRow(row, reaches, whoseOf(row), { onlyNarrowed: false })} r`;
  const onPath = outcomes(tests.map((test) => conditionSql(test, row)));
  const onNone = outcomes(
    tests.map((test) => (asksOfEpisode(test) ? sql`false` : conditionSql(test, row))),
  );
  // An entry that was recorded in an episode is seen through that one only.
  const through =
    link.kind === 'PERSON_ENTRY'
      ? sql` AND (${link.episodeId} IS NULL OR r.episode_id = ${link.episodeId})`
      : sql``;
  const paths =
    link.kind === 'NONE'
      ? sql`'[]'::jsonb`
      : sql`(SELECT coalesce(jsonb_agg(DISTINCT ${onPath}), '[]') FROM ${from} WHERE ${key} = ${rowKey}${through})`;
  return {
    outcomes: sql`jsonb_build_array(${onNone}) || ${paths}`,
    joins: beside(hiddenAskedFor(tests).map((asked) => hiddenCoordinates(row, asked))),
  };
}

function outcomes(tests: readonly SQL[]): SQL {
  return sql`to_jsonb(ARRAY[${sql.join([...tests], sql`, `)}]::boolean[])`;
}
