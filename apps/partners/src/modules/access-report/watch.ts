import { isLive } from '@postern/access-facts';
import type { Statements } from '@postern/subgraph-kit';
import { relatedEpisodes } from '../conflict/store/related-families.ts';

/** What a report is drawn from: a time that is over, and how things are now. */
export interface Watched {
  readonly statements: Statements;
  /** Whose report it is: nothing in it is of a family that they have a relationship with (SHR-1.2g). */
  readonly reader: string;
  readonly from: Date;
  readonly until: Date;
  readonly now: Date;
  /** A figure of the partnership by its name; of a period its days. */
  figure(name: string): Promise<number>;
}

/** Somebody whom something was found of: how often, and from when until when. */
export interface Found {
  readonly account: string;
  /** Another one whom it is about as well. */
  readonly other: string | null;
  readonly count: number;
  readonly first: Date;
  readonly last: Date;
}

/** One thing that is watched for (SHR-8.3.7i). */
export interface Watch {
  readonly kind: string;
  readonly clause: string;
  /** What to look at next. */
  readonly lookAt: string;
  find(watched: Watched): Promise<readonly Found[]>;
}

/** More than anybody reads at once; the gravest come first. */
const MOST_FOUND = 50;

/** SQL: the grants and justifications that a report is drawn from, by their tables' names without a schema. */
export function watchedRows(reader: string, at: string): string {
  const ofOthers = `WHERE episode_id NOT IN (${relatedEpisodes(reader, at)})`;
  return `access_grant AS NOT MATERIALIZED (SELECT * FROM access.access_grant ${ofOthers}),
    justification AS NOT MATERIALIZED (SELECT * FROM access.justification ${ofOthers})`;
}

/**
 * A watch that is one statement: `$1` and `$2` the time, `$3` now, `$4` the reader, and from `$5` on the figures. What it
 * reads of grants and justifications is `access_grant` and `justification` without a schema.
 */
export function watch(
  { kind, clause, lookAt }: Pick<Watch, 'kind' | 'clause' | 'lookAt'>,
  sql: string,
  figures: readonly string[] = [],
): Watch {
  return {
    kind,
    clause,
    lookAt,
    find: async ({ statements, reader, from, until, now, figure }) => {
      const values: unknown[] = [...[from, until, now].map((each) => each.toISOString()), reader];
      for (const name of figures) values.push(await figure(name));
      return statements.run<Found>({
        text: `WITH period AS (SELECT $1::timestamptz AS since, $2::timestamptz AS until, $3::timestamptz AS now), ${watchedRows('$4', '$3::timestamptz')},
          found AS (${sql})
          SELECT account, other, count::integer, first, last FROM found ORDER BY count DESC, account, other LIMIT ${MOST_FOUND}`,
        values,
      });
    },
  };
}

/** That a grant is live now. */
export const LIVE_NOW = isLive('g', 'period.now');

/** That a grant began in the time of the report. */
export const BEGUN = 'g.starts_at >= period.since AND g.starts_at < period.until';
