import { SAYING_NOTHING } from '@postern/policy';
import type { AnyColumn, SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';

const RANGES = SAYING_NOTHING.map(([first, last]) => `${written(first)}-${written(last)}`);
const SAYING_SOMETHING = sql.raw(`'[^${RANGES.join('')}]'`);

/** Text that says something: not null, and at least one letter or digit, whatever the database's locale. */
export function notBlank(text: AnyColumn | SQL): SQL {
  return sql`coalesce(${text} ~ ${SAYING_SOMETHING}, false)`;
}

/** A code point as PostgreSQL's regular expressions have it. */
function written(code: number): string {
  const hex = code.toString(16);
  return code > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
}
