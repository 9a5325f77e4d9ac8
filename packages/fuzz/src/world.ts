import type { Connection } from '@postern/database';
import type { DataDictionary } from '@postern/policy';
import { PURPOSES } from '@postern/policy';
import type { ResourceDefinition } from '@postern/subgraph-kit';
import { plantCanaries } from './canaries/plant.ts';
import { plantableColumns } from './canaries/plantable.ts';
import { Ways } from './canaries/ways.ts';
import { readCatalog } from './county/catalog.ts';
import { readCounty, schemasOf } from './county/raw-county.ts';
import type { RecordRows } from './county/record-rows.ts';
import { readRecordRows } from './county/record-rows.ts';
import { Entitlements } from './entitlement.ts';
import type { Grammar } from './grammar/document.ts';
import { WaysToFields } from './grammar/ways-to-fields.ts';
import type { Author, Words } from './grammar/words.ts';
import type { Principal } from './principal.ts';
import type { Surface } from './surface.ts';

/** What a county to be fuzzed is made of. */
export interface WorldGiven {
  /** Of a county of its own: its cells are overwritten. */
  readonly owner: Connection;
  readonly resources: readonly ResourceDefinition[];
  readonly dictionary: DataDictionary;
  /** The moment at which the service is asked. */
  readonly now: Date;
  readonly surfaces: readonly Surface[];
  /** Whose tokens can be had; the first ones ask most. */
  readonly subjects: readonly string[];
}

/** A county full of canaries, the grammars of what may be asked of it, and who is entitled to what. */
export interface World extends Pick<WorldGiven, 'surfaces' | 'subjects'> {
  readonly grammars: ReadonlyMap<string, Grammar>;
  readonly ways: Ways;
  readonly entitlements: Entitlements;
  readonly accounts: readonly FuzzAccount[];
  readonly words: Omit<Words, 'cursors'>;
}

/** An account and the purposes for which it is served anything at all. */
export interface FuzzAccount {
  readonly principal: Extract<Principal, { kind: 'ACCOUNT' }>;
  readonly purposes: readonly string[];
}

/** Plants the canaries and works out what there is to know of the county. */
export async function openWorld(given: WorldGiven): Promise<World> {
  const { owner, resources, dictionary, now, surfaces, subjects } = given;
  const catalog = await readCatalog(owner, schemasOf(resources));
  const before = await readCounty(owner, now, given);
  const columns = surfaces.flatMap(({ schema }) =>
    plantableColumns(schema, resources, catalog, before),
  );
  const distinct = new Map(columns.map((each) => [`${each.table}.${each.column}`, each]));
  await plantCanaries(owner, [...distinct.values()], before);

  const county = await readCounty(owner, now, given);
  const records = await readRecordRows(owner, county, { resources, now });
  const ways = new Ways(records, dictionary);
  const entitlements = new Entitlements({ county, ways, dictionary, now });
  const accounts = subjects.flatMap((subject): FuzzAccount[] =>
    county.facts.account
      .filter((account) => account.subject === subject)
      .map(({ issuerId }) => {
        const principal = { kind: 'ACCOUNT', issuerId, subject, multiFactor: true } as const;
        const served = PURPOSES.filter((each) => entitlements.of(principal, each).isServed);
        return { principal, purposes: served };
      }),
  );
  return {
    surfaces,
    subjects,
    grammars: new Map(
      surfaces.map(({ path, schema }) => [path, { schema, ways: new WaysToFields(schema) }]),
    ),
    ways,
    entitlements,
    accounts,
    words: wordsOf(records, entitlements),
  };
}

function wordsOf(
  records: readonly RecordRows[],
  entitlements: Entitlements,
): Omit<Words, 'cursors'> {
  const ids = [...new Set(records.flatMap(({ rows }) => rows.map(({ id }) => id)))];
  const all = new Map<string, readonly string[]>();
  const visible = new Map<string, readonly string[]>();
  const valuesOf = (type: string, field: string): readonly string[] => {
    const key = `${type}.${field}`;
    const known = all.get(key) ?? readValues(records, type, field);
    all.set(key, known);
    return known;
  };
  return {
    ids: () => ids,
    all: valuesOf,
    visible: (type, field, { principal, purpose }: Author) => {
      const key = `${type}.${field} ${JSON.stringify(principal)} ${purpose}`;
      const entitlement = entitlements.of(principal, purpose);
      const known =
        visible.get(key) ??
        valuesOf(type, field).filter((value) => entitlement.wayTo(value) !== null);
      visible.set(key, known);
      return known;
    },
  };
}

function readValues(
  records: readonly RecordRows[],
  type: string,
  field: string,
): readonly string[] {
  const values = records
    .filter(({ resource }) => resource.type === type && Object.hasOwn(resource.fields, field))
    .flatMap(({ rows }) => rows.map(({ asOracle }) => asOracle.attributes[field]));
  return [...new Set(values.filter((value) => typeof value === 'string'))];
}
