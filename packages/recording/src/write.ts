import type { ResourceDefinition, Statements } from '@postern/subgraph-kit';
import { schemaOf, tableOf } from './columns.ts';

/** Values by the names of their columns: names of our own making throughout. */
export type Row = Readonly<Record<string, unknown>>;

/** Who writes, when, and why. */
export interface Writing {
  readonly accountId: string;
  readonly agencyId: string;
  readonly at: Date;
  /** Why something is written otherwise than it was; null of what is new. */
  readonly reason: string | null;
  /** Classes that its text may reveal and, as whoever wrote it says, does not; none when absent. */
  readonly reviewedFor?: readonly string[];
}

/** A record as it stands, held until the transaction ends. */
export interface StandingRecord {
  readonly id: string;
  readonly episodeId: string;
  readonly revision: number;
  /** Every column, as JSON has it. */
  readonly row: Row;
}

/** Adds a record and its first version. */
export async function insertRecord(
  transaction: Statements,
  resource: ResourceDefinition,
  row: Row & { readonly id: string; readonly episode_id: string },
  writing: Writing,
): Promise<void> {
  const table = tableOf(resource);
  const names = Object.keys(row).join(', ');
  await transaction.run({
    text: `INSERT INTO ${table} (${names}) SELECT ${names} FROM jsonb_populate_record(NULL::${table}, $1::text::jsonb)`,
    values: [JSON.stringify(row)],
  });
  const { id, episode_id: episodeId } = row;
  await addVersion(transaction, resource, { id, episodeId, revision: 1, was: null }, writing);
}

/** Writes columns of a record that is held, and keeps what they said before. */
export async function updateRecord(
  transaction: Statements,
  resource: ResourceDefinition,
  { id, episodeId, revision, row }: StandingRecord,
  changes: Row,
  writing: Writing,
): Promise<void> {
  const table = tableOf(resource);
  const names = Object.keys(changes);
  await transaction.run({
    text: `UPDATE ${table} SET ${names.map((name) => `${name} = given.${name}`).join(', ')}, revision = ${table}.revision + 1, changed_by = $3, changed_at = $4
      FROM jsonb_populate_record(NULL::${table}, $2::text::jsonb) given WHERE ${table}.id = $1`,
    values: [id, JSON.stringify(changes), writing.accountId, writing.at.toISOString()],
  });
  const was = Object.fromEntries(names.map((name) => [name, row[name]]));
  await addVersion(transaction, resource, { id, episodeId, revision: revision + 1, was }, writing);
}

/** The episode that a record is of; null where there is no such record. */
export async function episodeOf(
  transaction: Statements,
  resource: ResourceDefinition,
  id: string,
): Promise<string | null> {
  const [found] = await transaction.run<{ episode: string }>({
    text: `SELECT episode_id AS episode FROM ${tableOf(resource)} WHERE id = $1 AND episode_id IS NOT NULL`,
    values: [id],
  });
  return found?.episode ?? null;
}

/** Reads a record and holds it until the transaction ends; null where there is none. */
export async function holdRecord(
  transaction: Statements,
  resource: ResourceDefinition,
  id: string,
): Promise<StandingRecord | null> {
  const table = tableOf(resource);
  const [found] = await transaction.run<StandingRecord>({
    text: `SELECT id, episode_id AS "episodeId", revision, to_jsonb(held) AS row FROM ${table} held WHERE id = $1 FOR UPDATE`,
    values: [id],
  });
  return found ?? null;
}

async function addVersion(
  transaction: Statements,
  resource: ResourceDefinition,
  { id, episodeId, revision, was }: Omit<StandingRecord, 'row'> & { readonly was: Row | null },
  { accountId, agencyId, at, reason, reviewedFor = [] }: Writing,
): Promise<void> {
  await transaction.run({
    text: `INSERT INTO ${schemaOf(resource)}.entry_version (type, item_id, episode_id, revision, was, reason, reviewed_for, changed_by, changed_by_agency, at)
      VALUES ($1, $2, $3, $4, $5::text::jsonb, $6, $7::text[], $8, $9, $10)`,
    values: [
      resource.type,
      id,
      episodeId,
      revision,
      was === null ? null : JSON.stringify(was),
      reason,
      reviewedFor,
      accountId,
      agencyId,
      at.toISOString(),
    ],
  });
}
