import type { AnyColumn, SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';

// What ECMAScript calls white space (String.prototype.trim); btrim alone strips only spaces.
const WHITE_SPACE = String.raw`\t\n\u000B\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF`;

/** Text that says something: not null, not only white space. */
export function notBlank(text: AnyColumn | SQL): SQL {
  return sql`coalesce(btrim(${text}, ${sql.raw(`E'${WHITE_SPACE}'`)}) <> '', false)`;
}
