import { Fault } from '@postern/errors';
import { formatArray } from './array-values.ts';
import type { Statement } from './statement.ts';

/** The most parameters that PostgreSQL's protocol, and the driver, can count. */
const MOST_VALUES = 65_533;

/** An array that goes to a JSON parameter as JSON and to any other as an SQL array. */
export class EncodedArray {
  readonly json: string;
  readonly #array: string;

  constructor(elements: readonly unknown[]) {
    this.json = JSON.stringify(elements);
    this.#array = formatArray(elements, encodeText);
  }

  toString(): string {
    return this.#array;
  }
}

/**
 * Writes a statement's values as text before the driver sees them: the driver's session hangs for
 * good when a value cannot be written half-way through. Throws Fault DATABASE_STATEMENT_FAILED.
 */
export function encodeValues(statement: Statement): readonly (string | EncodedArray | null)[] {
  if (statement.values.length > MOST_VALUES) throw unwritable('too many values');
  if (statement.text.includes('\0')) throw unwritable('a NUL in the text');
  try {
    return statement.values.map(encode);
  } catch {
    throw unwritable('a value cannot be written');
  }
}

function encode(value: unknown): string | EncodedArray | null {
  if (value === null) return null;
  return Array.isArray(value) ? new EncodedArray(value) : encodeText(value);
}

function encodeText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (typeof value === 'object') return JSON.stringify(value);
  if (['number', 'bigint', 'boolean'].includes(typeof value)) return String(value);
  // Absent is not null: whoever means NULL says so.
  throw new TypeError('not a value');
}

function unwritable(reason: string): Fault {
  return new Fault('DATABASE_STATEMENT_FAILED', { logged: { reason } });
}
