import { episode } from '@postern/access-facts';
import type { Condition } from '@postern/policy';
import { atomsOf } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { Whose } from '../facts/whose.ts';
import type { RowBinding } from './row-binding.ts';
import { whoseOf } from './row-binding.ts';

/** Which facts of `hidden`, as `h`, bind a row, and a quick test that is true wherever one of them does. */
interface Binding {
  readonly binds: SQL;
  readonly may: SQL;
}

/** Whether details of a row of this kind can be hidden at all. */
export function canBeHidden({ link }: RowBinding): boolean {
  return link.kind !== 'COLLEAGUE' && link.kind !== 'NONE';
}

/** What of the hidden details of a row is asked for: all of them, or those that yield to no override. */
export type HiddenDetails = 'coordinates' | 'restricted';

/** Which hidden details conditions ask for. */
export function hiddenAskedFor(conditions: readonly Condition[]): readonly HiddenDetails[] {
  const asked = new Set(conditions.flatMap(atomsOf).map(({ predicate }) => predicate));
  return [
    ...(asked.has('detail.hidden') ? ['coordinates' as const] : []),
    ...(asked.has('detail.restricted') ? ['restricted' as const] : []),
  ];
}

/** The coordinates that are hidden on a row: a text array, null for none. Few rows have any, and most are told so by looking their keys up. */
export function hiddenCoordinates(row: RowBinding, asked: HiddenDetails): SQL {
  const name = sql.raw(asked);
  const binding = bindingOf(row);
  if (binding === undefined) return sql`NULL::text[] AS ${name}`;
  const { binds, may } = binding;
  const where = asked === 'restricted' ? sql`(${binds}) AND NOT h.yields` : binds;
  return sql`CASE WHEN ${may} THEN (SELECT array_agg(h.coordinate) FROM ${whoseOf(row).hidden} WHERE ${where}) END AS ${name}`;
}

/** Joins a row with values of its own, as `x`. `OFFSET 0` keeps each where it is given once. */
export function beside(values: readonly SQL[]): SQL {
  if (values.length === 0) return sql``;
  return sql`CROSS JOIN LATERAL (SELECT ${sql.join([...values], sql`, `)} OFFSET 0) x`;
}

function bindingOf(row: RowBinding): Binding | undefined {
  const { link, rowId, concerns } = row;
  const whose = whoseOf(row);
  // Says nothing of the row but its key, so PostgreSQL hashes the facts once.
  const isAmong = (key: SQL, named: SQL): SQL =>
    sql`(${whose.key(key)} IN (SELECT ${whose.by('h')}${named} FROM hidden h)) IS TRUE`;
  const among = (key: SQL, column: string): SQL => isAmong(key, sql.raw(`h.${column}`));
  const item = { binds: sql`h.item_id = ${rowId}`, may: among(rowId, 'item_id') };
  switch (link.kind) {
    case 'PERSON':
    case 'PERSON_ENTRY':
      // A person's own row is looked up once: what is hidden names an item or a person, never both.
      if (link.personId === rowId) {
        const named = sql.raw('coalesce(h.item_id, h.person_id)');
        return { binds: sql`${named} = ${rowId}`, may: isAmong(rowId, named) };
      }
      return any([
        { binds: sql`h.person_id = ${link.personId}`, may: among(link.personId, 'person_id') },
        item,
      ]);
    case 'FAMILY':
      return any([
        { binds: sql`h.family_id = ${link.familyId}`, may: among(link.familyId, 'family_id') },
        item,
      ]);
    case 'EPISODE':
      return any([
        { binds: sql`h.episode_id = ${link.episodeId}`, may: among(link.episodeId, 'episode_id') },
        item,
        ofPerson(link.episodeId, concerns, whose),
      ]);
    default:
      return undefined;
  }
}

/** A detail of one person is hidden in whatever concerns that person, in whatever episode; where a record names nobody, in the family's. */
function ofPerson(episodeId: SQL, concerns: SQL | undefined, { hidden }: Whose): Binding {
  const ofTheFamily = sql`h.named AND h.family_id = (SELECT ${episode.familyId} FROM ${episode} WHERE ${episode.id} = ${episodeId})`;
  if (concerns === undefined)
    return {
      binds: sql`(${ofTheFamily})`,
      may: sql`EXISTS (SELECT 1 FROM ${hidden} WHERE h.named)`,
    };
  const namesNobody = sql`cardinality(${concerns}) = 0`;
  return {
    binds: sql`(h.named AND h.person_id = ANY (${concerns}) OR ${namesNobody} AND ${ofTheFamily})`,
    may: sql`(${namesNobody} OR ${concerns} && ARRAY(SELECT h.person_id FROM ${hidden} WHERE h.named)) IS TRUE`,
  };
}

function any(bindings: readonly Binding[]): Binding {
  return {
    binds: sql.join(
      bindings.map(({ binds }) => binds),
      sql` OR `,
    ),
    may: sql.join(
      bindings.map(({ may }) => may),
      sql` OR `,
    ),
  };
}
