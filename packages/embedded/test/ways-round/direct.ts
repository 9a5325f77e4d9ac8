import type { Purpose } from '@postern/policy';
import type { Asking } from '../county-fixture.ts';
import { ENTITIES } from '../matrix/compare-with-oracle.ts';
import type { RawCounty } from '../oracle/raw-county.ts';
import { recordModel } from '../oracle/record-model.ts';
import { KnownValues } from './known-values.ts';
import { askOf, ENTITY_TYPES, RECORDS, SUBGRAPHS } from './schema-walk.ts';
import type { Ways } from './ways.ts';

/** All that a caller gets by asking directly: every record of the county by its id, and every list for its own records. */
export async function whatIsDirect(
  ways: Ways,
  county: RawCounty,
  who: Asking,
  purpose: Purpose,
): Promise<KnownValues> {
  const known = new KnownValues();
  for (const entity of ENTITIES) known.add(await byId(entity, ways, county, who, purpose));
  for (const root of RECORDS.roots.filter(({ type }) => !ENTITY_TYPES.has(type))) {
    const query = `{ ${askOf(root, RECORDS.own(root.type), root.isPage ? 'first: 100' : '')} }`;
    known.add((await ways.gate.ask(who, query, { purpose })).body.data);
  }
  return known;
}

/** The same anew of what counts how often it was used: every answer that rests on it, however it was asked for, counts it up. */
export async function whatIsCounted(
  known: KnownValues,
  ways: Ways,
  county: RawCounty,
  who: Asking,
  purpose: Purpose,
): Promise<void> {
  const counting = ENTITIES.filter(([subgraph, type]) =>
    SUBGRAPHS.get(subgraph)?.own(type).includes('lastUsedAt'),
  );
  for (const entity of counting) known.add(await byId(entity, ways, county, who, purpose));
}

async function byId(
  [subgraph, type]: (typeof ENTITIES)[number],
  ways: Ways,
  county: RawCounty,
  who: Asking,
  purpose: Purpose,
): Promise<unknown> {
  const own = SUBGRAPHS.get(subgraph)?.own(type) ?? '';
  const query = `query ($all: [_Any!]!) { _entities(representations: $all) { ... on ${type} ${own} } }`;
  const all = county.rows(recordModel(type).table).map(({ id }) => ({ __typename: type, id }));
  return (await ways.straight(subgraph, { who, purpose, query, variables: { all } })).data;
}
