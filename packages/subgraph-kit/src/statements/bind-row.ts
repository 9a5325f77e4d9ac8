import { FOLDERS } from '@postern/policy';
import type { EpisodeLink, RowBinding } from '@postern/query-policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { attributeOf } from '../resources/attribute-of.ts';
import { columnOf } from '../resources/column-of.ts';
import type { Columns, ResourceDefinition } from '../resources/resource.ts';

/** Tells the predicates where they find what they speak about on a row of a resource. */
export function bindRow(resource: ResourceDefinition, columns: Columns): RowBinding {
  // A justification speaks about a person of the reach; a row about a person has to be reached as one.
  if (resource.person !== undefined && !resource.link.kind.startsWith('PERSON'))
    throw new TypeError(`${resource.type} is about a person and has to be reached as one.`);
  // One column is one value: a person's own row is known by its key being the person's.
  const values = new Map<string, SQL>();
  const at = (key: string): SQL => {
    const value = values.get(key) ?? sql`${columnOf(columns, key)}`;
    values.set(key, value);
    return value;
  };
  return {
    link: linkOf(resource, at),
    rowId: at(resource.pieceOf?.record ?? 'id'),
    ...given('personId', resource.person ?? resource.concernsOne, at),
    ...given('concerns', resource.concerns, at),
    ...given('concerns', resource.concernsOne, (key) => sql`array_remove(ARRAY[${at(key)}], NULL)`),
    isFolder: FOLDERS.has(resource.type),
    ...given('agencyId', resource.agency, at),
    ...given('accountId', resource.account, at),
    ...given('householdId', resource.household, at),
    ...given('excludedAgencyId', resource.excludedAgency, at),
    ...given('parties', resource.parties, (keys) => sql`ARRAY[${sql.join(keys.map(at), sql`, `)}]`),
    ...given('rowClass', resource.rowClass, at),
    ...given('purposeLock', resource.purposeLock, at),
    ...given('ofUnnamedFamily', resource.ofUnnamedFamily, at),
    ...given('receivedOn', resource.receivedOn, at),
    attribute: (name) => {
      const attribute = attributeOf(resource, name);
      return attribute === undefined ? undefined : at(attribute.column);
    },
  };
}

/** One part of a binding, where the resource has it. */
function given<Name extends keyof RowBinding, Key>(
  name: Name,
  key: Key | undefined,
  bind: (key: Key) => SQL,
): { readonly [N in Name]?: SQL } {
  return key === undefined ? {} : ({ [name]: bind(key) } as { readonly [N in Name]: SQL });
}

function linkOf(resource: ResourceDefinition, at: (key: string) => SQL): EpisodeLink {
  const { link } = resource;
  switch (link.kind) {
    case 'EPISODE':
      return { kind: 'EPISODE', episodeId: at(link.episode) };
    case 'FAMILY':
      return { kind: 'FAMILY', familyId: at(link.family) };
    case 'PERSON':
      return { kind: 'PERSON', personId: at(link.person) };
    case 'PERSON_ENTRY':
      return { kind: 'PERSON_ENTRY', personId: at(link.person), episodeId: at(link.episode) };
    case 'COLLEAGUE':
      return { kind: 'COLLEAGUE', accountId: at(link.account) };
    case 'NONE':
      return link;
  }
}

/**
 * The SQL that holds a child to its parent's own episode or family, where both are reached the same way;
 * null where they are not, and the child has to be asked about for itself. `IS TRUE` keeps it a check on the few rows
 * that the join brings: as a second way into the table it would cost more than it saves.
 */
export function sameEpisode(
  parent: { readonly resource: ResourceDefinition; readonly columns: Columns },
  child: ResourceDefinition,
  columns: Columns,
): SQL | null {
  const above = parent.resource.link;
  const below = child.link;
  if (above.kind === 'EPISODE' && below.kind === 'EPISODE')
    return sql`(${columnOf(columns, below.episode)} = ${columnOf(parent.columns, above.episode)}) IS TRUE`;
  if (above.kind === 'FAMILY' && below.kind === 'FAMILY')
    return sql`(${columnOf(columns, below.family)} = ${columnOf(parent.columns, above.family)}) IS TRUE`;
  return null;
}
