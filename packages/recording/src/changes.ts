import { isLive } from '@postern/access-facts';
import { id } from '@postern/steps';
import type { Question, QuestionCall, Statements } from '@postern/subgraph-kit';
import { argumentInvalid, isUuid } from '@postern/subgraph-kit';
import { z } from 'zod';

const MOST_CHANGES = 100;
/** Writings that are looked through at a time. */
const AT_A_TIME = 500;

const input = z.strictObject({
  since: id.nullish(),
  first: z.number().int().min(1).max(MOST_CHANGES, `at most ${MOST_CHANGES}`).nullish(),
});

/** The schema of changes, for every subgraph that records. */
export const RECORD_CHANGES_SCHEMA = new URL('./changes.graphql', import.meta.url);

/** One writing of a record. */
interface Writing {
  readonly cursor: string;
  readonly position: string;
  readonly type: string;
  readonly item: string;
  readonly episode: string;
  readonly revision: number;
  readonly at: string;
}

/**
 * What was written of records that the caller may see, in the order in which it was committed: for systems of partners that
 * keep up with the record. What one may not see is not among it and moves no cursor; what is still being written comes later
 * and is not skipped.
 * @param schema a name of our own making
 */
export function changesQuestion(schema: string): Question<z.infer<typeof input>> {
  return {
    roles: 'ANY',
    purpose: 'ANY',
    input,
    clause: 'SHR-8.2.2c',
    answer: async (call) => {
      const { since = null, first } = call.input;
      const most = first ?? MOST_CHANGES;
      let position = await positionOf(call.statements, schema, since);
      const changes: Writing[] = [];
      for (;;) {
        const written = await writtenAfter(call, schema, position);
        changes.push(...(await seenOf(written, call)));
        position = written.at(-1)?.position ?? position;
        if (changes.length > most || written.length < AT_A_TIME) break;
      }
      const told = changes.slice(0, most);
      call.tells(
        'Episode',
        told.map(({ episode }) => episode),
      );
      return {
        changes: told.map(({ item, position: _, cursor: __, ...change }) => ({
          ...change,
          id: item,
        })),
        cursor: told.at(-1)?.cursor ?? since,
        more: changes.length > most,
      };
    },
  };
}

async function positionOf(
  statements: Statements,
  schema: string,
  since: string | null,
): Promise<string> {
  if (since === null) return '0';
  const [found] = isUuid(since)
    ? await statements.run<{ position: string }>({
        text: `SELECT position::text FROM ${schema}.entry_version WHERE cursor = $1`,
        values: [since],
      })
    : [];
  if (found === undefined) throw argumentInvalid('since', 'a cursor that was given here');
  return found.position;
}

/**
 * Writings of episodes to which the caller has access now of any kind but for the panel, whose members keep no copy
 * (SHR-3.7.8a), whatever they had before; whether they may see the record is asked of the rules.
 */
function writtenAfter(
  { statements, principal, now }: QuestionCall<unknown>,
  schema: string,
  position: string,
): Promise<readonly Writing[]> {
  return statements.run<Writing>({
    text: `SELECT cursor, position::text, type, item_id AS item, episode_id AS episode, revision, at
      FROM ${schema}.entry_version written WHERE written.position > $1::bigint AND written_in < pg_snapshot_xmin(pg_current_snapshot())
        AND episode_id IN (SELECT held.episode_id FROM access.access_grant held WHERE held.account_id = $2 AND held.role <> 'PANEL_MEMBER'
          AND held.role = ANY ($3::text[]) AND ${isLive('held', '$4::timestamptz')})
      ORDER BY written.position LIMIT ${AT_A_TIME}`,
    values: [position, principal.accountId, [...principal.roles], now.toISOString()],
  });
}

async function seenOf(
  written: readonly Writing[],
  { seen }: QuestionCall<unknown>,
): Promise<readonly Writing[]> {
  const visible = new Set<string>();
  for (const [type, of] of Map.groupBy(written, (each) => each.type))
    for (const item of await seen(type, [...new Set(of.map((each) => each.item))]))
      visible.add(item);
  return written.filter(({ item }) => visible.has(item));
}
