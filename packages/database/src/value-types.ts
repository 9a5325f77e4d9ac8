import type { PostgresType } from 'postgres';
import { parseArray } from './array-values.ts';
import { EncodedArray } from './value-encoding.ts';

/** Object ids of a type and of its array in PostgreSQL's pg_type, which never change, and how to read it. */
interface Kind {
  readonly types: readonly (readonly [type: number, array: number])[];
  parse(text: string): unknown;
}

/**
 * How values come back: `date` stays `YYYY-MM-DD`, `timestamptz` is a Date, JSON is parsed, and
 * `int8` is a number where a number can hold it and its decimal text where not; arrays likewise.
 */
const KINDS: Readonly<Record<string, Kind>> = {
  boolean: { types: [[16, 1000]], parse: (text) => text === 't' },
  // int2, int4, float4, float8, oid
  number: {
    types: [
      [21, 1005],
      [23, 1007],
      [700, 1021],
      [701, 1022],
      [26, 1028],
    ],
    parse: Number,
  },
  int8: {
    types: [[20, 1016]],
    parse: (text) => (Number.isSafeInteger(Number(text)) ? Number(text) : text),
  },
  // text, varchar, bpchar, name, uuid, numeric
  text: {
    types: [
      [25, 1009],
      [1043, 1015],
      [1042, 1014],
      [19, 1003],
      [2950, 2951],
      [1700, 1231],
    ],
    parse: (text) => text,
  },
  // json, jsonb
  json: {
    types: [
      [114, 199],
      [3802, 3807],
    ],
    parse: (text): unknown => JSON.parse(text),
  },
  bytea: { types: [[17, 1001]], parse: (text) => Buffer.from(text.slice(2), 'hex') },
  // A calendar day has no zone; a Date would shift it.
  date: { types: [[1082, 1182]], parse: (text) => text },
  timestamp: { types: [[1114, 1115]], parse: (text) => text },
  timestamptz: { types: [[1184, 1185]], parse: (text) => new Date(text) },
};

const JSON_TYPES = new Set([114, 3802]);

/** The kinds as the driver takes them: one entry per type and one per array type. */
export const VALUE_TYPES: Readonly<Record<string, PostgresType>> = Object.fromEntries(
  Object.entries(KINDS).flatMap(([name, kind]) =>
    kind.types.flatMap(([type, array]) => [
      [`${name}_${type}`, valueType(type, kind.parse)],
      [`${name}_${array}`, valueType(array, (text) => parseArray(text, kind.parse))],
    ]),
  ),
);

/** Values are text before they reach the driver; only an array still has two readings. */
function valueType(oid: number, parse: (text: string) => unknown): PostgresType {
  const isJson = JSON_TYPES.has(oid);
  return {
    to: oid,
    from: [oid],
    serialize: (value: unknown) =>
      isJson && value instanceof EncodedArray ? value.json : String(value),
    parse,
  };
}
