/** The types of values that are served (OData CSDL 4.01 section 3.3). */
export type EdmType =
  | 'Edm.String'
  | 'Edm.Boolean'
  | 'Edm.Int32'
  | 'Edm.Decimal'
  | 'Edm.Date'
  | 'Edm.DateTimeOffset';

/** One value of a row: moments and days as ISO 8601 has them, numbers as JSON has them. */
export type Value = string | number | boolean | null;

/** One row, by the names of its properties. */
export type Row = Readonly<Record<string, Value>>;

/** A column of an entity set. */
export interface Property {
  readonly name: string;
  readonly type: EdmType;
  readonly nullable: boolean;
  readonly description: string;
}

/** What may be worked out of a column, and what a sum of it has to keep apart: without that it would add what is not alike. */
export interface Aggregable {
  readonly property: string;
  /** Columns that a sum is grouped by or held to one value in. */
  readonly apart: readonly string[];
  /** Columns of a dimension, in which `whole` says everything together: never added to its parts. */
  readonly cuts: { readonly columns: readonly string[]; readonly whole: string };
  /** What rows say that may be added up at all; null where all of them may. */
  readonly only: { readonly column: string; readonly value: string } | null;
}

/** Rows of one kind that can be read and never written. */
export interface EntitySet {
  readonly name: string;
  readonly description: string;
  /** The property by which one row is told from every other; text. */
  readonly key: string;
  readonly properties: readonly Property[];
  /** Null where nothing is worked out of it. */
  readonly aggregable: Aggregable | null;
}

/** Finds a property by its name, as the protocol has it: case counts. */
export function propertyOf(
  { properties }: Pick<EntitySet, 'properties'>,
  name: string,
): Property | undefined {
  return properties.find((each) => each.name === name);
}
