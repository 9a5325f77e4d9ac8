import { createHash } from 'node:crypto';

/** A fixed identifier for a name, as `county.id` makes them in SQL: RFC 9562 version 8 over MD5. */
export function countyId(name: string): string {
  const digest = createHash('md5').update(name).digest('hex');
  const marked = `${digest.slice(0, 12)}8${digest.slice(13, 16)}a${digest.slice(17)}`;
  return marked.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
