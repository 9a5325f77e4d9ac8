import type { EpisodeLink, RowBinding } from '@postern/query-policy';
import { Verdict } from '@postern/query-policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { StatementContext } from './statement-context.ts';

/** The records of other subgraphs whose ids tell of a family, and how they are reached. Who recorded an entry stays with it (SHR-3.8.9). */
const REACHED_BY: Readonly<Record<string, (id: SQL) => EpisodeLink>> = {
  Person: (personId) => ({ kind: 'PERSON', personId }),
  Family: (familyId) => ({ kind: 'FAMILY', familyId }),
  Episode: (episodeId) => ({ kind: 'EPISODE', episodeId }),
};

/** The id that a row refers to, null where the record is not the caller's to see: an id alone tells who and how many. */
export function visibleReference(type: string, id: SQL, context: StatementContext): SQL {
  const visible = testOf(type, context);
  return visible === null
    ? id
    : sql`(SELECT reference.id FROM (SELECT ${id} AS id) reference ${visible.joins} WHERE ${visible.where})`;
}

/** Of the ids that a row refers to those that the caller may see, in their order. */
export function visibleReferences(type: string, ids: SQL, context: StatementContext): SQL {
  const visible = testOf(type, context);
  return visible === null
    ? ids
    : sql`(SELECT coalesce(array_agg(reference.id ORDER BY reference.place), '{}') FROM unnest(${ids}) WITH ORDINALITY AS reference (id, place)
        ${visible.joins} WHERE ${visible.where})`;
}

/** What is known of a record of another subgraph by its id alone; undefined for types whose ids tell of no family. */
export function referenceBinding(type: string): RowBinding | undefined {
  const id = sql.raw('reference.id');
  const link = REACHED_BY[type]?.(id);
  if (link === undefined) return undefined;
  return {
    link,
    rowId: id,
    ...(link.kind === 'PERSON' ? { personId: id } : {}),
    attribute: () => undefined,
  };
}

function testOf(
  type: string,
  context: StatementContext,
): { readonly where: SQL; readonly joins: SQL } | null {
  const row = referenceBinding(type);
  if (row === undefined) return null;
  const verdict = new Verdict(row, context.answers);
  const where = verdict.holds(context.decide(type, 'id').released);
  return { where, joins: verdict.joins() };
}
