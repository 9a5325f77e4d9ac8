import type { Connection } from '@postern/database';
import type { OracleRow } from '@postern/policy';
import { compileStatement } from '@postern/query-policy';
import type { Columns, ResourceDefinition } from '@postern/subgraph-kit';
import { columnOf } from '@postern/subgraph-kit';
import type { SQL } from 'drizzle-orm';
import { aliasedTable, getTableColumns, sql } from 'drizzle-orm';
import type { RawCounty, RawRow } from './raw-county.ts';
import { camelCase, tableOf } from './raw-county.ts';

/** One row of a resource: as the oracle is asked about it, as its table has it, and what its computed fields come to. */
export interface RecordRow {
  readonly id: string;
  readonly asOracle: OracleRow;
  readonly raw: RawRow;
  readonly computed: Readonly<Record<string, unknown>>;
}

/** A resource with all its rows, seen or not. */
export interface RecordRows {
  readonly resource: ResourceDefinition;
  readonly rows: readonly RecordRow[];
}

/** Reads the rows of every resource. A type of several subgraphs is one record: its rows carry the attributes of all. */
export async function readRecordRows(
  owner: Connection,
  county: RawCounty,
  scope: { readonly resources: readonly ResourceDefinition[]; readonly now: Date },
): Promise<readonly RecordRows[]> {
  const attributes = new Map<string, Record<string, unknown>>();
  const found = [];
  for (const resource of scope.resources) {
    const computed = await readComputed(owner, resource, scope.now);
    const raws = county.rows(tableOf(resource)).filter((raw) => computed.has(String(raw['id'])));
    for (const raw of raws) {
      const key = `${resource.type} ${String(raw['id'])}`;
      const merged = attributes.get(key) ?? {};
      attributes.set(key, Object.assign(merged, raw, columnFields(resource, raw)));
    }
    found.push({ resource, raws, computed });
  }
  return found.map(({ resource, raws, computed }) => ({
    resource,
    rows: raws.map((raw) => {
      const id = String(raw['id']);
      return {
        id,
        raw,
        computed: computed.get(id) ?? {},
        asOracle: {
          type: resource.type,
          attributes: attributes.get(`${resource.type} ${id}`) ?? {},
          about: aboutOf(resource, raw),
        },
      };
    }),
  }));
}

/** The raw value behind a column key of a resource. */
export function rawValue(resource: ResourceDefinition, raw: RawRow, key: string): unknown {
  return raw[camelCase(columnOf(getTableColumns(resource.table), key).name)];
}

/** The rows that are of the resource's type at all, each with its computed fields, as the owner reads them. */
async function readComputed(
  owner: Connection,
  resource: ResourceDefinition,
  now: Date,
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const columns: Columns = getTableColumns(aliasedTable(resource.table, 't'));
  const expressions = Object.entries(resource.fields).flatMap(([name, field]): SQL[] =>
    field.kind === 'EXPRESSION'
      ? [sql`${sql.raw(`'${name}'`)}, ${field.value(columns, () => sql`true`)}`]
      : [],
  );
  // What the kit calls `p` is the caller; computed values may read the time from it.
  const { text, bind } = compileStatement(sql`SELECT ${columnOf(columns, 'id')}::text AS id,
    json_build_object(${sql.join(expressions, sql`, `)}) AS computed
    FROM ${resource.table} AS t CROSS JOIN (SELECT ${now.toISOString()}::timestamptz AS now,
      (${now.toISOString()}::timestamptz AT TIME ZONE 'Europe/London')::date AS today,
      (SELECT max(version) FROM access.policy_version WHERE activated_at <= ${now.toISOString()}::timestamptz) AS policy_version) p
    WHERE ${resource.where?.(columns) ?? sql`true`}`);
  const rows = await owner.run<{ id: string; computed: Readonly<Record<string, unknown>> }>({
    text,
    values: bind({}),
  });
  return new Map(rows.map(({ id, computed }) => [id, computed]));
}

/** Rules compare fields by the names that the schema gives them. */
function columnFields(resource: ResourceDefinition, raw: RawRow): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(resource.fields).flatMap(([name, field]) =>
      field.kind === 'COLUMN' ? [[name, rawValue(resource, raw, field.column)]] : [],
    ),
  );
}

function aboutOf(resource: ResourceDefinition, raw: RawRow): OracleRow['about'] {
  const at = (key: string): string | null =>
    (rawValue(resource, raw, key) as string | null | undefined) ?? null;
  const { person, agency, account, excludedAgency, household, rowClass, purposeLock } = resource;
  const { pieceOf, concerns, concernsOne, ofUnnamedFamily, parties, receivedOn } = resource;
  const persons = (key: string): readonly string[] | null =>
    (rawValue(resource, raw, key) as readonly string[] | null | undefined) ?? null;
  return {
    rowId: String(pieceOf === undefined ? raw['id'] : at(pieceOf.record)),
    ...linkOf(resource, at),
    ...(person === undefined ? {} : { personId: at(person) }),
    ...(agency === undefined ? {} : { agencyId: at(agency) }),
    ...(account === undefined ? {} : { accountId: at(account) }),
    ...(excludedAgency === undefined ? {} : { excludedAgencyId: at(excludedAgency) }),
    ...(household === undefined ? {} : { householdId: at(household) }),
    ...(rowClass === undefined ? {} : { rowClass: at(rowClass) }),
    ...(purposeLock === undefined ? {} : { purposeLock: at(purposeLock) }),
    ...(concerns === undefined ? {} : { concerns: persons(concerns) }),
    ...(concernsOne === undefined ? {} : { personId: at(concernsOne) }),
    ...(parties === undefined ? {} : { parties: parties.map(at).filter((id) => id !== null) }),
    ...(ofUnnamedFamily === undefined
      ? {}
      : { ofUnnamedFamily: rawValue(resource, raw, ofUnnamedFamily) === true }),
    ...(receivedOn === undefined ? {} : { receivedOn: at(receivedOn) ?? '' }),
  };
}

function linkOf(
  { link }: ResourceDefinition,
  at: (key: string) => string | null,
): OracleRow['about'] {
  switch (link.kind) {
    case 'EPISODE':
      return { episodeId: at(link.episode) };
    case 'FAMILY':
      return { familyId: at(link.family) };
    case 'PERSON':
      return { personId: at(link.person) };
    case 'PERSON_ENTRY':
      return { personId: at(link.person), entryEpisodeId: at(link.episode) };
    case 'COLLEAGUE':
      return { accountId: at(link.account) };
    case 'NONE':
      return {};
  }
}
