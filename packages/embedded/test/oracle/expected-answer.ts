import type { Oracle, OracleRow, Purpose } from '@postern/policy';
import { createOracle } from '@postern/policy';
import { wholeDictionary } from '../../src/stack/blueprints.ts';
import { entryKindOf } from './field-model.ts';
import type { RawCounty, RawRow } from './raw-county.ts';
import { fieldModel, recordModel } from './record-model.ts';
import type { Asked } from './whole-selection.ts';
import { REFERENCE } from './whole-selection.ts';

const dictionary = wholeDictionary();
const OF_A_FAMILY: ReadonlySet<string> = new Set(['Person', 'Family']);

/** How often a coordinate was asked of a visible row, released, released with something recorded, and told as withheld. */
export interface Tally {
  asked: number;
  released: number;
  valued: number;
  told: number;
}

/** What one request is due, worked out from raw tables and CASL, with what is counted along the way. */
export class ExpectedAnswer {
  readonly oracle: Oracle;
  readonly tally = new Map<string, Tally>();
  readonly #ids = new Set<string>();
  readonly #county: RawCounty;
  readonly #now: Date;
  readonly #ownTypes: ReadonlySet<string>;

  constructor(
    county: RawCounty,
    request: { readonly subject: string; readonly purpose: Purpose; readonly now: Date },
    within: { readonly ownTypes: ReadonlySet<string>; readonly oracle?: Oracle },
  ) {
    const { oracle } = within;
    this.#ownTypes = within.ownTypes;
    this.#county = county;
    this.#now = request.now;
    this.oracle =
      oracle ??
      createOracle(
        county.facts,
        {
          caller: { issuerId: 'development', subject: request.subject, multiFactor: true },
          purpose: request.purpose,
          now: request.now,
        },
        county.rules,
        dictionary,
      );
  }

  /** The record as it is due, null where the caller may not see it. */
  record(type: string, row: RawRow, asked: Asked): Record<string, unknown> | null {
    const asOracle = oracleRow(type, row);
    if (!this.oracle.visible(type, asOracle)) return null;
    const answer: Record<string, unknown> = {};
    const notices: unknown[] = [];
    // An id counts once, however often its record is in the answer.
    if (!this.#ids.has(`${type} ${row['id']}`))
      this.#count(`${type}.id`, { released: true, valued: true, told: false });
    this.#ids.add(`${type} ${row['id']}`);
    for (const [field, inner] of asked) {
      if (field === 'withheld') continue;
      if (field === 'id' || field === '__typename') {
        answer[field] = field === 'id' ? row['id'] : type;
        continue;
      }
      const { value, released } = this.#field(type, field, row, asOracle, inner);
      answer[field] = value;
      const kind = fieldModel(type, field).kind;
      const source = kind === 'ENTRIES' || kind === 'LATEST_ENTRY' ? 'ENTRIES' : 'COLUMN';
      const reason = this.oracle.withheldReason(type, field, asOracle, source);
      // A scalar that shows the reader's own agency's entry is not also told as withheld.
      const told = reason !== null && !(kind === 'LATEST_ENTRY' && value !== null);
      const valued = value !== null && !(Array.isArray(value) && value.length === 0);
      this.#count(`${type}.${field}`, { released, valued, told });
      if (told) notices.push({ coordinate: `${type}.${field}`, ...reason });
    }
    if (asked.has('withheld')) answer['withheld'] = notices;
    return answer;
  }

  #field(
    type: string,
    field: string,
    row: RawRow,
    asOracle: OracleRow,
    inner: Asked | null,
  ): { readonly value: unknown; readonly released: boolean } {
    const model = fieldModel(type, field);
    const released = this.oracle.released(type, field, asOracle);
    const list = (items: readonly unknown[] | null, source: 'COLUMN' | 'ENTRIES'): unknown => {
      if (items !== null) return items;
      return this.oracle.disclosed(type, field, asOracle, source) ? [] : null;
    };
    switch (model.kind) {
      case 'COLUMN':
        return { released, value: released ? (row[model.column] ?? null) : null };
      case 'TEXT':
        return { released, value: released ? model.of(row, this.#county, this.#now) : null };
      case 'REFERENCE': {
        const id = released ? (row[model.column] ?? null) : null;
        return { released, value: id === null ? null : this.#reference(model.type, id) };
      }
      case 'REFERENCES': {
        const ids = (row[model.column] as readonly string[] | null) ?? [];
        const references = ids
          .map((id) => this.#reference(model.type, id))
          .filter((reference) => reference !== null);
        return { released, value: list(released ? references : null, 'COLUMN') };
      }
      case 'FIRST_ROW': {
        const children = released
          ? model
              .of(row, this.#county, this.#now)
              .toSorted((a, b) => inOrder(model.by, model.order, a, b))
          : [];
        return {
          released,
          value: this.#visible(model.type, children.values(), inner).next().value ?? null,
        };
      }
      case 'ROWS': {
        const below = model.of(row, this.#county, this.#now);
        const children = released ? [...this.#visible(model.type, below.values(), inner)] : null;
        return { released, value: list(children, 'COLUMN') };
      }
      case 'ENTRIES': {
        const entries = this.#entries(model.type, field, row, asOracle, inner);
        return {
          released: released || entries.length > 0,
          value: list(entries.length > 0 ? entries : null, 'ENTRIES'),
        };
      }
      case 'LATEST_ENTRY': {
        const candidates = this.#entriesOf(row, model.entryKind).map((each) => ({
          ...entryRow('Person', each),
          shown: each[model.column] ?? null,
        }));
        const chosen = this.oracle.chosenEntry(type, field, asOracle, candidates);
        return { released: released || chosen !== null, value: chosen?.shown ?? null };
      }
    }
  }

  /** A record of the same subgraph is read; one of another is its id alone, and of a family's only where it may be seen. */
  #reference(type: string, id: unknown): unknown {
    const [row] = this.#county.rowsBy(recordModel(type).table, 'id', id);
    if (this.#ownTypes.has(type))
      return row === undefined ? null : this.record(type, row, REFERENCE);
    const isHidden =
      OF_A_FAMILY.has(type) &&
      (row === undefined || !this.oracle.visible(type, oracleRow(type, row)));
    return isHidden ? null : { __typename: type, id };
  }

  *#visible(
    type: string,
    rows: Iterable<RawRow>,
    inner: Asked | null,
  ): Generator<Record<string, unknown>> {
    for (const row of rows) {
      const record = this.record(type, row, inner ?? new Map());
      if (record !== null) yield record;
    }
  }

  #entries(
    type: string,
    field: string,
    person: RawRow,
    asOracle: OracleRow,
    inner: Asked | null,
  ): readonly unknown[] {
    return this.#entriesOf(person, entryKindOf(type))
      .filter(
        (each) =>
          this.oracle.visible(type, entryRow(type, each)) &&
          this.oracle.chosenEntry('Person', field, asOracle, [entryRow('Person', each)]) !== null,
      )
      .map((each) => this.record(type, each, inner ?? new Map()));
  }

  #count(
    coordinate: string,
    seen: { readonly released: boolean; readonly valued: boolean; readonly told: boolean },
  ): void {
    const tally = this.tally.get(coordinate) ?? { asked: 0, released: 0, valued: 0, told: 0 };
    tally.asked += 1;
    if (seen.released) tally.released += 1;
    if (seen.valued) tally.valued += 1;
    if (seen.told) tally.told += 1;
    this.tally.set(coordinate, tally);
  }

  #entriesOf(person: RawRow, kind: string): readonly RawRow[] {
    return this.#county
      .rowsBy('families.person_entry', 'personId', person['id'])
      .filter((each) => each['kind'] === kind);
  }
}

/** A raw row as the oracle is asked about it. */
export function oracleRow(type: string, row: RawRow): OracleRow {
  return { type, attributes: row, about: recordModel(type).about(row) };
}

function entryRow(type: string, entry: RawRow): OracleRow {
  return {
    type,
    attributes: { ...entry, recordedAt: new Date(String(entry['recordedAt'])) },
    about: recordModel('Disability').about(entry),
  };
}

/** Null first where descending, last where ascending, as PostgreSQL does; then by id in the same direction. */
function inOrder(by: string, order: 'ASCENDING' | 'DESCENDING', a: RawRow, b: RawRow): number {
  const [left, right] = [a[by], b[by]] as (string | null)[];
  const isAbove =
    left === right
      ? String(a['id']) > String(b['id'])
      : left === null || (right !== null && String(left) > String(right));
  return isAbove === (order === 'DESCENDING') ? -1 : 1;
}
