import type { Condition } from '@postern/policy';
import { conditionKey } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';

/** Gives each value of a row its position in the compact array that comes back. */
export class RowLayout {
  readonly #values: SQL[] = [];
  readonly #bits = new Map<string, number>();

  /** Adds a value and tells its position. */
  add(value: SQL): number {
    this.#values.push(value);
    return this.#values.length - 1;
  }

  /** Adds a bit of the decision and tells its position; conditions that are the same share one. */
  bit(condition: Condition, holds: SQL): number {
    const key = conditionKey(condition);
    const known = this.#bits.get(key);
    if (known !== undefined) return known;
    const position = this.add(holds);
    this.#bits.set(key, position);
    return position;
  }

  json(): SQL {
    return sql`json_build_array(${sql.join(this.#values, sql`, `)})`;
  }
}
