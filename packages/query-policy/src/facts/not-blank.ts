import type { AnyColumn, SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';

/** Letters that are there to be ignored: the fillers of Hangul. */
const IGNORED = sql.raw(String.raw`E'\u115F\u1160\u3164\uFFA0'`);

/**
 * Text that says something: not null, and at least one letter or digit. The collation brings Unicode's own tables along,
 * whatever the database's locale; a character that they do not know yet says nothing.
 */
export function notBlank(text: AnyColumn | SQL): SQL {
  return sql`coalesce(translate(${text}, ${IGNORED}, '') COLLATE "pg_unicode_fast" ~ '[[:alnum:]]', false)`;
}
