import type { ResourceDefinition } from '@postern/subgraph-kit';
import { columnOf } from '@postern/subgraph-kit';
import { getTableColumns } from 'drizzle-orm';
import type { GraphQLSchema } from 'graphql';
import { getNamedType, isObjectType } from 'graphql';
import type { Catalog } from '../county/catalog.ts';
import type { RawCounty } from '../county/raw-county.ts';
import { camelCase, FACTS_SCHEMA, tableOf } from '../county/raw-county.ts';

/** A column whose every cell is given a value that occurs nowhere else. */
export interface PlantableColumn {
  readonly table: string;
  readonly column: string;
  readonly kind: 'TEXT' | 'TEXTS' | 'DATE' | 'MOMENT';
}

type Kind = PlantableColumn['kind'];

/** GraphQL scalar and the database's type of a column → how it is planted. */
const KINDS: Readonly<Record<string, Kind>> = {
  'String text': 'TEXT',
  'String varchar': 'TEXT',
  'String _text': 'TEXTS',
  'Date date': 'DATE',
  'DateTime timestamptz': 'MOMENT',
};

/** A word of a closed vocabulary, e.g. `A6_1_E_PUBLIC_TASK`, or the number of a version. */
const CODE = /^[A-Z0-9][A-Z0-9_:.-]*$/;

/**
 * Every column that a field of the schema shows as text, date or moment, and on which no decision rests: those that
 * schema `access` keeps too are what decisions are made of, and so are its own dates and codes.
 */
export function plantableColumns(
  schema: GraphQLSchema,
  resources: readonly ResourceDefinition[],
  catalog: Catalog,
  county: RawCounty,
): readonly PlantableColumn[] {
  const found = new Map<string, PlantableColumn>();
  for (const resource of resources) {
    const table = tableOf(resource);
    const type = schema.getType(resource.type);
    for (const [name, field] of Object.entries(resource.fields)) {
      const key = field.kind === 'COLUMN' || field.kind === 'LATEST_ENTRY' ? field.column : null;
      const of = field.kind === 'LATEST_ENTRY' ? byType(resources, field.type) : resource;
      // By the day on which a row was received it is there or not.
      if (key === null || of === undefined || key === resource.receivedOn) continue;
      const shown = isObjectType(type) ? type.getFields()[name] : undefined;
      if (shown === undefined) continue;
      const column = columnOf(getTableColumns(of.table), key).name;
      const stored = catalog.get(tableOf(of))?.columns.get(column) ?? '';
      const kind = KINDS[`${getNamedType(shown.type).name} ${stored}`];
      const plantable = { table: field.kind === 'LATEST_ENTRY' ? tableOf(of) : table, column };
      if (kind === undefined || isDecidedOn(plantable, kind, catalog, county)) continue;
      found.set(`${plantable.table}.${column}`, { ...plantable, kind });
    }
  }
  return [...found.values()];
}

function byType(
  resources: readonly ResourceDefinition[],
  type: string,
): ResourceDefinition | undefined {
  return resources.find((each) => each.type === type);
}

function isDecidedOn(
  { table, column }: Pick<PlantableColumn, 'table' | 'column'>,
  kind: Kind,
  catalog: Catalog,
  county: RawCounty,
): boolean {
  const [schema, name] = table.split('.');
  const isFact = schema === FACTS_SCHEMA;
  const isText = kind === 'TEXT' || kind === 'TEXTS';
  if (isFact && !isText) return true;
  if (!isFact && catalog.get(`${FACTS_SCHEMA}.${name}`)?.columns.has(column) === true) return true;
  if (!isFact) return false;
  const values = county
    .rows(table)
    .flatMap((row) => row[camelCase(column)])
    .filter((value): value is string => typeof value === 'string');
  // Of a fact that nobody has recorded yet it cannot be seen what it is.
  return values.every((value) => CODE.test(value));
}
