import type { ClassKey } from '@postern/policy';
import type { CommandCall, ResourceDefinition } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { getTableColumns } from 'drizzle-orm';
import { tableOf } from '../columns.ts';

/** A type of record that may be picked for a transfer, and the field by which it is told that somebody may read one. */
export interface Pickable {
  readonly resource: ResourceDefinition;
  /** One that every record of the type has, of the class of its content. */
  readonly field: string;
}

/** A record as it is picked. */
export interface FoundItem {
  readonly id: string;
  readonly agency: string | null;
  /** A class of the entry itself, stricter than its type's. */
  readonly rowClass: ClassKey | null;
  /** Whom it is about, where it says so. */
  readonly persons: readonly string[] | null;
}

/**
 * Those of the records that are of the episode, or of the family that it is about.
 * @throws CommandRefused RECORD_UNKNOWN where one of them is of another, or is not there
 */
export async function foundOf(
  { resource }: Pickable,
  ids: readonly string[],
  {
    transaction,
    episode,
  }: Pick<CommandCall<unknown>, 'transaction'> & { readonly episode: string },
): Promise<readonly FoundItem[]> {
  const column = columnsOf(resource);
  const rows = await transaction.run<FoundItem & Record<string, unknown>>({
    text: `SELECT item.id, ${column(resource.agency, 'uuid')} AS agency, ${column(resource.rowClass, 'text')} AS "rowClass",
        ${personsIn(resource, column)} AS persons
      FROM ${tableOf(resource)} item WHERE item.id = ANY ($1::uuid[]) AND ${ofEpisode(resource, column)}`,
    values: [ids, episode],
  });
  if (rows.length < new Set(ids).size) throw new CommandRefused('RECORD_UNKNOWN');
  return rows;
}

type Column = (key: string | undefined, type: string) => string;

/** SQL of a column by its key; NULL of the type where the resource has none. */
function columnsOf({ table, type }: ResourceDefinition): Column {
  const columns = getTableColumns(table);
  return (key, of) => {
    if (key === undefined) return `NULL::${of}`;
    const found = columns[key];
    if (found === undefined) throw new TypeError(`"${type}" has no column "${key}".`);
    return `item.${found.name}`;
  };
}

function personsIn({ link, concerns }: ResourceDefinition, column: Column): string {
  if (link.kind === 'PERSON_ENTRY') return `ARRAY[${column(link.person, 'uuid')}]`;
  return concerns === undefined ? 'NULL::uuid[]' : column(concerns, 'uuid[]');
}

/** SQL: whether a row is of the episode `$2`, by how its type is linked to one. */
function ofEpisode({ link, type }: ResourceDefinition, column: Column): string {
  const concerned = (person: string) =>
    `${person} IN (SELECT of_it.person_id FROM access.episode_person of_it WHERE of_it.episode_id = $2)`;
  if (link.kind === 'EPISODE') return `${column(link.episode, 'uuid')} = $2`;
  if (link.kind === 'PERSON') return concerned(column(link.person, 'uuid'));
  if (link.kind === 'FAMILY')
    return `${column(link.family, 'uuid')} = (SELECT about.family_id FROM access.episode about WHERE about.id = $2)`;
  if (link.kind === 'PERSON_ENTRY') {
    const recordedIn = column(link.episode, 'uuid');
    return `${concerned(column(link.person, 'uuid'))} AND (${recordedIn} IS NULL OR ${recordedIn} = $2)`;
  }
  throw new TypeError(`"${type}" is of no episode, and cannot be picked.`);
}
