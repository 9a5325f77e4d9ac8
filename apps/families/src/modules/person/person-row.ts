import type { GivenFields } from '@postern/recording';
import { getTableColumns } from 'drizzle-orm';
import { person } from './person.table.ts';

const COLUMNS: Readonly<Record<string, { readonly name: string }>> = getTableColumns(person);

/** Details of a person by the names of their columns in the database. */
export function inPersonColumns(given: GivenFields): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(given).map(([field, value]) => [COLUMNS[field]?.name ?? field, value]),
  );
}
