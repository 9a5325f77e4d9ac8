import type { ResourceDefinition, Statements } from '@postern/subgraph-kit';
import { columnName, schemaOf, tableOf } from '../columns.ts';
import type { GivenFields } from '../given-fields.ts';
import type { Row, Writing } from '../write.ts';
import type { Writings } from './writings.ts';

/** A record of details as it stands, held until the transaction ends. */
export interface StandingDetails {
  readonly id: string;
  /** Every column, as JSON has it. */
  readonly row: Row;
}

/** Reads a record of details and holds it until the transaction ends; null where there is none. */
export async function holdDetails(
  transaction: Statements,
  resource: ResourceDefinition,
  id: string,
): Promise<StandingDetails | null> {
  const [found] = await transaction.run<{ id: string; row: Row }>({
    text: `SELECT id, to_jsonb(held) AS row FROM ${tableOf(resource)} held WHERE id = $1 FOR UPDATE`,
    values: [id],
  });
  return found ?? null;
}

/** Adds a record of details, by the names of its columns, and its first version. */
export async function insertDetails(
  transaction: Statements,
  resource: ResourceDefinition,
  row: Row & { readonly id: string },
  writing: Writing,
): Promise<void> {
  const table = tableOf(resource);
  const names = Object.keys(row).join(', ');
  await transaction.run({
    text: `INSERT INTO ${table} (${names}) SELECT ${names} FROM jsonb_populate_record(NULL::${table}, $1::text::jsonb)`,
    values: [JSON.stringify(row)],
  });
  await addVersion(transaction, resource, { id: row.id, was: null }, writing);
}

/** Writes fields of a record that is held, each a column, and keeps what they said before. */
export async function updateDetails(
  transaction: Statements,
  resource: ResourceDefinition,
  standing: StandingDetails,
  changes: GivenFields,
  writing: Writing,
): Promise<void> {
  const table = tableOf(resource);
  const fields = Object.keys(changes);
  const columns = new Map(fields.map((field) => [field, columnName(resource, field)]));
  const given = Object.fromEntries(fields.map((field) => [columns.get(field), changes[field]]));
  const set = [...columns.values()].map((name) => `${name} = given.${name}`);
  await transaction.run({
    text: `UPDATE ${table} SET ${[...set, 'writings = $3::text::jsonb'].join(', ')}
      FROM jsonb_populate_record(NULL::${table}, $2::text::jsonb) given WHERE ${table}.id = $1`,
    values: [standing.id, JSON.stringify(given), JSON.stringify(counted(standing, fields))],
  });
  const was = Object.fromEntries(
    fields.map((field) => [field, standing.row[columns.get(field) ?? '']]),
  );
  await addVersion(transaction, resource, { id: standing.id, was }, writing);
}

/** Notes that a list of a record that is held was written, whose rows are kept elsewhere: what it held before is `was`. */
export async function noteListWritten(
  transaction: Statements,
  resource: ResourceDefinition,
  standing: StandingDetails,
  was: Row,
  writing: Writing,
): Promise<void> {
  await transaction.run({
    text: `UPDATE ${tableOf(resource)} SET writings = $2::text::jsonb WHERE id = $1`,
    values: [standing.id, JSON.stringify(counted(standing, Object.keys(was)))],
  });
  await addVersion(transaction, resource, { id: standing.id, was }, writing);
}

function counted({ row }: StandingDetails, fields: readonly string[]): Writings {
  const before = row['writings'] as Writings;
  return {
    ...before,
    ...Object.fromEntries(fields.map((field) => [field, (before[field] ?? 0) + 1])),
  };
}

async function addVersion(
  transaction: Statements,
  resource: ResourceDefinition,
  { id, was }: { readonly id: string; readonly was: Row | null },
  { accountId, agencyId, at, reason }: Writing,
): Promise<void> {
  await transaction.run({
    text: `INSERT INTO ${schemaOf(resource)}.detail_version (type, item_id, was, reason, changed_by, changed_by_agency, at)
      VALUES ($1, $2, $3::text::jsonb, $4, $5, $6, $7)`,
    values: [
      resource.type,
      id,
      was === null ? null : JSON.stringify(was),
      reason,
      accountId,
      agencyId,
      at.toISOString(),
    ],
  });
}
