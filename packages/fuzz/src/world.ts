import type { Connection } from '@postern/database';
import type { DataDictionary } from '@postern/policy';
import { PURPOSES } from '@postern/policy';
import type { ResourceDefinition } from '@postern/subgraph-kit';
import type { GraphQLSchema } from 'graphql';
import { getNamedType } from 'graphql';
import { plantCanaries } from './canaries/plant.ts';
import { plantableColumns } from './canaries/plantable.ts';
import { Ways } from './canaries/ways.ts';
import { readCatalog } from './county/catalog.ts';
import { catalogScope, readCounty } from './county/raw-county.ts';
import { readRecordRows } from './county/record-rows.ts';
import { countyWords } from './county-words.ts';
import { harvestCursors } from './cursors.ts';
import { Entitlements } from './entitlement.ts';
import type { AccountPrincipal, FuzzAccount } from './fuzz-account.ts';
import type { Grammar } from './grammar/grammar.ts';
import { WaysToFields } from './grammar/ways-to-fields.ts';
import type { Author, Words } from './grammar/words.ts';
import type { Address, Surface } from './surface.ts';
import { readSurface } from './surface.ts';
import type { Target } from './target.ts';

/** What a county to be fuzzed is made of. */
export interface WorldGiven {
  /** Of a county of its own: its cells are overwritten. */
  readonly owner: Connection;
  readonly resources: readonly ResourceDefinition[];
  readonly dictionary: DataDictionary;
  /** The moment at which the service is asked. */
  readonly now: Date;
  readonly target: Target;
  readonly addresses: readonly Address[];
  /** Whose tokens can be had; the first one's schema is taken for everybody's. */
  readonly accounts: readonly Omit<AccountPrincipal, 'kind' | 'multiFactor'>[];
}

/** A county full of canaries, the grammars of what may be asked of it, and who is entitled to what. */
export interface World {
  readonly target: Target;
  readonly surfaces: readonly Surface[];
  readonly grammars: ReadonlyMap<string, Grammar>;
  readonly ways: Ways;
  readonly entitlements: Entitlements;
  readonly accounts: readonly FuzzAccount[];
  readonly words: Words;
  /** Each `Type.field` by which something planted can be seen. */
  readonly planted: ReadonlySet<string>;
  /** `Type.field` → those who may see a value of it. */
  readonly entitled: ReadonlyMap<string, readonly Author[]>;
}

/** Plants the canaries and works out what there is to know of the county. */
export async function openWorld(given: WorldGiven): Promise<World> {
  const { owner, resources, dictionary, now, target } = given;
  const principals = given.accounts.map(
    (account): AccountPrincipal => ({ kind: 'ACCOUNT', multiFactor: true, ...account }),
  );
  const [first] = principals;
  if (first === undefined) throw new TypeError('A fuzz needs somebody who asks.');
  const surfaces: Surface[] = [];
  for (const address of given.addresses) surfaces.push(await readSurface(target, address, first));

  await plant(given, surfaces);
  const county = await readCounty(owner, now, given);
  const records = await readRecordRows(owner, county, { resources, now });
  const ways = new Ways(records, dictionary);
  const entitlements = new Entitlements({ county, ways, dictionary, now });
  const accounts = principals.map((principal) => ({
    principal,
    purposes: PURPOSES.filter((purpose) => entitlements.of(principal, purpose).isServed),
  }));
  const planted = ways.coordinates();
  const cursors = await harvestCursors(target, surfaces, accounts);
  return {
    target,
    surfaces,
    grammars: new Map(
      surfaces.map(({ path, schema }) => {
        const recordRoots = recordRootsOf(schema, planted);
        return [path, { schema, ways: new WaysToFields(schema), recordRoots }];
      }),
    ),
    ways,
    entitlements,
    accounts,
    words: countyWords(records, entitlements, cursors),
    planted,
    entitled: entitledTo(accounts, entitlements),
  };
}

/** The root's fields that answer with a type of which something planted may be seen, or with a page of them. */
function recordRootsOf(
  schema: GraphQLSchema,
  coordinates: ReadonlySet<string>,
): ReadonlySet<string> {
  const types = new Set([...coordinates].map((each) => each.slice(0, each.indexOf('.'))));
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  return new Set(
    fields
      .filter(({ type }) => types.has(getNamedType(type).name.replace(/Connection$/, '')))
      .map(({ name }) => name),
  );
}

async function plant(
  { owner, resources, now, dictionary }: WorldGiven,
  surfaces: readonly Surface[],
): Promise<void> {
  const catalog = await readCatalog(owner, catalogScope(resources));
  const county = await readCounty(owner, now, { resources, dictionary });
  const columns = surfaces.flatMap(({ schema }) =>
    plantableColumns(schema, resources, catalog, county),
  );
  const distinct = new Map(columns.map((each) => [`${each.table}.${each.column}`, each]));
  await plantCanaries(owner, [...distinct.values()], county);
}

/** Of how many purposes of an account it is worked out beforehand what they entitle to: it takes a second for each ten. */
const MOST_PURPOSES = 2;

function entitledTo(
  accounts: readonly FuzzAccount[],
  entitlements: Entitlements,
): ReadonlyMap<string, readonly Author[]> {
  const found = new Map<string, Author[]>();
  for (const { principal, purposes } of accounts)
    for (const purpose of purposes.slice(0, MOST_PURPOSES))
      for (const coordinate of entitlements.of(principal, purpose).coordinates()) {
        const authors = found.get(coordinate) ?? [];
        found.set(coordinate, [...authors, { principal, purpose }]);
      }
  return found;
}
