import type { DataDictionary, Oracle, OracleRow } from '@postern/policy';
import type { FieldDefinition, ResourceDefinition } from '@postern/subgraph-kit';
import type { RecordRow, RecordRows } from '../county/record-rows.ts';
import { rawValue } from '../county/record-rows.ts';
import { tokensIn } from './token.ts';

/** One way in which a planted value may come to be seen: a field of a row, given where the oracle releases it. */
export interface Way {
  /** `Type.field`. */
  readonly coordinate: string;
  readonly row: string;
  /** Whether a value of the row itself is seen by it, not the id of another record. */
  readonly isValue: boolean;
  released(oracle: Oracle): boolean;
}

/** A row with the ways by which its own values may be seen. */
interface RowWays {
  readonly type: string;
  readonly asOracle: OracleRow;
  readonly ways: Way[];
}

/** Every planted value and id of the county with the ways in which it may be seen; one without any way never may. */
export class Ways {
  readonly #ways = new Map<string, Way[]>();
  readonly #rows: RowWays[] = [];
  readonly #records: readonly RecordRows[];
  readonly #byPerson = new Map<
    RecordRows,
    ReadonlyMap<string | null | undefined, readonly RecordRow[]>
  >();

  constructor(records: readonly RecordRows[], dictionary: DataDictionary) {
    this.#records = records;
    for (const { resource, rows } of records) {
      const lists = this.#listsOf(resource.type);
      for (const row of rows) {
        const listed = listedBy(lists, row);
        const own: RowWays = { type: resource.type, asOracle: row.asOracle, ways: [] };
        this.#rows.push(own);
        for (const [field, definition] of Object.entries(resource.fields)) {
          const isShown = dictionary.get(resource.type)?.has(field) === true;
          if (definition.kind === 'LATEST_ENTRY')
            this.#latest(resource, { row, own }, field, definition);
          else
            for (const token of valuesOf(resource, row, field, definition)) {
              const way = isShown ? fieldWay(resource, row, field, listed) : null;
              this.#add(token, way);
              if (way?.isValue === true) own.ways.push(way);
            }
        }
      }
    }
  }

  /** Null where the token is none of this county. */
  of(token: string): readonly Way[] | null {
    return this.#ways.get(token) ?? null;
  }

  /** Every `Type.field` by which a value may be seen. */
  coordinates(): ReadonlySet<string> {
    return new Set(this.#rows.flatMap(({ ways }) => ways.map((way) => way.coordinate)));
  }

  /** Those by which some value is released. */
  releasedCoordinates(oracle: Oracle): ReadonlySet<string> {
    const found = new Set<string>();
    for (const { type, asOracle, ways } of this.#rows) {
      if (ways.every(({ coordinate }) => found.has(coordinate))) continue;
      if (!oracle.visible(type, asOracle)) continue;
      for (const way of ways)
        if (!found.has(way.coordinate) && way.released(oracle)) found.add(way.coordinate);
    }
    return found;
  }

  #add(token: string, way: Way | null): void {
    const known = this.#ways.get(token);
    if (known === undefined) this.#ways.set(token, way === null ? [] : [way]);
    else if (way !== null) known.push(way);
  }

  #listsOf(type: string): readonly List[] {
    return this.#records.flatMap(({ resource, rows }) => {
      const byId = new Map(rows.map((row) => [row.id, row]));
      return Object.entries(resource.fields)
        .filter(([, each]) => each.kind === 'ENTRIES' && each.type === type)
        .map(([field]) => ({ type: resource.type, field, above: byId }));
    });
  }

  #entriesOf(source: RecordRows): ReadonlyMap<string | null | undefined, readonly RecordRow[]> {
    const known =
      this.#byPerson.get(source) ??
      Map.groupBy(source.rows, ({ asOracle }) => asOracle.about.personId);
    this.#byPerson.set(source, known);
    return known;
  }

  /** A scalar that shows the latest of the entries that may stand behind it. */
  #latest(
    { type }: ResourceDefinition,
    { row, own }: { readonly row: RecordRow; readonly own: RowWays },
    field: string,
    definition: Extract<FieldDefinition, { kind: 'LATEST_ENTRY' }>,
  ): void {
    for (const source of this.#records.filter((each) => each.resource.type === definition.type)) {
      const entries = this.#entriesOf(source).get(row.id) ?? [];
      const candidates = entries.map((entry) => asEntryOf(type, entry));
      for (const entry of entries)
        for (const token of tokensOf(rawValue(source.resource, entry.raw, definition.column))) {
          const way: Way = {
            coordinate: `${type}.${field}`,
            row: row.id,
            isValue: true,
            released: (oracle) =>
              oracle.chosenEntry(type, field, row.asOracle, candidates)?.attributes['id'] ===
              entry.id,
          };
          this.#add(token, way);
          own.ways.push(way);
        }
    }
  }
}

/** A field that lists entries of a type, and the rows that have it. */
interface List {
  readonly type: string;
  readonly field: string;
  readonly above: ReadonlyMap<string, RecordRow>;
}

/** An entry is seen through one of the lists that it stands in, or not at all. */
function listedBy(lists: readonly List[], row: RecordRow): (oracle: Oracle) => boolean {
  if (lists.length === 0) return () => true;
  return (oracle) =>
    lists.some(({ type, field, above }) => {
      const parent = above.get(row.asOracle.about.personId ?? '');
      if (parent === undefined) return false;
      return oracle.chosenEntry(type, field, parent.asOracle, [asEntryOf(type, row)]) !== null;
    });
}

function fieldWay(
  { type, fields }: ResourceDefinition,
  row: RecordRow,
  field: string,
  listed: (oracle: Oracle) => boolean,
): Way {
  return {
    coordinate: `${type}.${field}`,
    row: row.id,
    isValue: field !== 'id' && !(fields[field]?.kind.startsWith('REFERENCE') ?? false),
    released: (oracle) =>
      (field === 'id'
        ? oracle.visible(type, row.asOracle)
        : oracle.released(type, field, row.asOracle)) && listed(oracle),
  };
}

function valuesOf(
  resource: ResourceDefinition,
  row: RecordRow,
  field: string,
  definition: FieldDefinition,
): Iterable<string> {
  switch (definition.kind) {
    case 'COLUMN':
    case 'REFERENCE':
    case 'REFERENCES':
      return tokensOf(rawValue(resource, row.raw, definition.column));
    case 'EXPRESSION':
      return tokensOf(row.computed[field]);
    default:
      return [];
  }
}

function tokensOf(value: unknown): Iterable<string> {
  return value === null || value === undefined ? [] : tokensIn(JSON.stringify(value));
}

function asEntryOf(type: string, { asOracle }: RecordRow): OracleRow {
  const { attributes, about } = asOracle;
  const recordedAt = new Date(String(attributes['recordedAt']));
  return { type, about, attributes: { ...attributes, recordedAt } };
}
