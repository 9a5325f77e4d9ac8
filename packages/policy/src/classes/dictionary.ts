import type { ClassKey } from './data-class.ts';

/** The class of every field of every record type: `type → field → class`, read from the subgraphs' SDL. */
export type DataDictionary = ReadonlyMap<string, ReadonlyMap<string, ClassKey>>;

/** The `Type.field` name of a field, as masks, exclusions and the ledger use it. */
export type Coordinate = `${string}.${string}`;

export function coordinate(type: string, field: string): Coordinate {
  return `${type}.${field}`;
}
