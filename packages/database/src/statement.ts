/**
 * One SQL statement with `$1..` placeholders and a value for each. A value is a string, number,
 * bigint, boolean, Date, Uint8Array, array, or null; any other object, like JSON text, is JSON.
 */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}
