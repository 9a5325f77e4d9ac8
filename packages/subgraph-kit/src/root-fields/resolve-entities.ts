import { Refusal } from '@postern/errors';
import type { GraphQLResolveInfo } from 'graphql';
import { isUnionType } from 'graphql';
import type { RequestContext } from '../fetching/request-context.ts';
import type { RowFetcher } from '../fetching/row-fetcher.ts';
import type { DecodedRow } from '../release/decode-rows.ts';
import { lookAhead } from '../selection/look-ahead.ts';
import { isUuid } from '../statements/uuid.ts';

/** More than a page of families with everyone in them; each costs a place in one statement. */
const MOST_REPRESENTATIONS = 5_000;

/**
 * Resolves `_entities`: one statement for each type, whatever the number of representations.
 * Of a representation nothing is believed but its type and `id`; what is not permitted is null, as what does not exist.
 */
export async function resolveEntities(
  representations: unknown,
  fetcher: RowFetcher,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<readonly (DecodedRow | null)[]> {
  const asked = readRepresentations(representations);
  const entities = entitiesOf(info, fetcher);
  const byType = new Map<string, Set<string>>();
  for (const { type, id } of asked) {
    if (!entities.has(type)) throw unreadable();
    const ids = byType.get(type);
    if (ids === undefined) byType.set(type, new Set([id]));
    else ids.add(id);
  }
  const found = new Map<string, DecodedRow>();
  for (const [type, ids] of byType) {
    const selection = lookAhead(info.fieldNodes, type, info);
    const { rows } = await fetcher.fetch(
      {
        name: `_entities ${type}`,
        query: { kind: 'BY_IDS', type },
        selection,
        values: { ids: [...ids].filter(isUuid) },
      },
      context,
    );
    for (const row of rows) found.set(`${type} ${String(row['id'])}`, row);
  }
  return asked.map(({ type, id }) => found.get(`${type} ${id}`) ?? null);
}

function readRepresentations(
  representations: unknown,
): readonly { readonly type: string; readonly id: string }[] {
  if (!Array.isArray(representations)) throw unreadable();
  if (representations.length > MOST_REPRESENTATIONS)
    throw new Refusal('QUERY_TOO_COSTLY', {
      limit: 'representations',
      maximum: MOST_REPRESENTATIONS,
    });
  return representations.map((representation: unknown) => {
    if (typeof representation !== 'object' || representation === null) throw unreadable();
    const { __typename: type, id } = representation as Record<string, unknown>;
    if (typeof type !== 'string' || typeof id !== 'string') throw unreadable();
    return { type, id };
  });
}

/** The types that can be asked for by their id: those the schema says so of and that this subgraph holds. */
function entitiesOf(info: GraphQLResolveInfo, fetcher: RowFetcher): ReadonlySet<string> {
  const union = info.schema.getType('_Entity');
  const types = isUnionType(union) ? union.getTypes() : [];
  return new Set(types.map(({ name }) => name).filter((name) => fetcher.holds(name)));
}

function unreadable(): Refusal {
  return new Refusal('ARGUMENT_INVALID', { argument: 'representations' });
}
