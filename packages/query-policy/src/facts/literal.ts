import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';

/** A name of our own making as an SQL literal; anything that could need escaping is refused. */
export function literal(name: string): SQL {
  if (!/^[A-Za-z0-9_.:-]+$/.test(name))
    throw new TypeError('Only plain names may be written into SQL.');
  return sql.raw(`'${name}'`);
}

export function literals(names: readonly string[]): SQL {
  return sql.join(names.map(literal), sql.raw(', '));
}
