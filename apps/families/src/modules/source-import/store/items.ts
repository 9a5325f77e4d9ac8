import type { SourceName } from '@postern/agreements';
import { SOURCES } from '@postern/agreements';
import type { Held } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import type { ImportItemState } from '../import-item.table.ts';
import type { TakenItem } from '../reading/judge.ts';

/** What an item says, by the names of its columns. */
export type Content = Readonly<Record<string, string | number | null>>;

/** An item that its source sent before, held until the transaction ends. */
export interface KnownItem extends Held<ImportItemState> {
  readonly reference: string;
  readonly content: Content;
  /** Whether its twelve months have passed: then it is there for nobody, its source included. */
  readonly isOver: boolean;
}

/** Who sends, of which source, and when. */
export interface Sending {
  readonly source: SourceName;
  readonly agencyId: string;
  readonly accountId: string;
  readonly at: Date;
  /** `YYYY-MM-DD`, in London. */
  readonly today: string;
}

export function contentOf(item: TakenItem): Content {
  return {
    given_name: item.givenName,
    family_name: item.familyName,
    date_of_birth: item.dateOfBirth,
    address_line: item.addressLine ?? null,
    postcode: item.postcode ?? null,
    uprn: item.uprn ?? null,
    kind: item.kind,
    criterion: item.criterion,
    label: item.label,
    detail: item.detail ?? null,
    status: item.status ?? null,
    percentage: item.percentage ?? null,
    started_on: item.startedOn ?? null,
    ended_on: item.endedOn ?? null,
  };
}

/** Names of our own making throughout. */
const COLUMNS = [
  ...['given_name', 'family_name', 'date_of_birth', 'address_line', 'postcode', 'uprn', 'kind'],
  ...['criterion', 'label', 'detail', 'status', 'percentage', 'started_on', 'ended_on'],
];

/** Those of the references that are known, in the order in which everybody holds them. */
export function holdKnown(
  transaction: Statements,
  { agencyId, source, today }: Pick<Sending, 'agencyId' | 'source' | 'today'>,
  references: readonly string[],
): Promise<readonly KnownItem[]> {
  return transaction.run<KnownItem & Record<string, unknown>>({
    text: `SELECT id, state, revision, reference, jsonb_build_object(${COLUMNS.map((name) => `'${name}', item.${name}`).join(', ')}) AS content, families.pool_ends(received_on) <= $4::date AS "isOver"
      FROM families.import_item item WHERE agency_id = $1 AND source = $2 AND reference = ANY ($3::text[]) ORDER BY id FOR UPDATE`,
    values: [agencyId, source, [...references], today],
  });
}

/** Holds what the items were made known by, before any of it is taken off. */
export async function holdCandidates(
  transaction: Statements,
  items: readonly string[],
): Promise<void> {
  await transaction.run({
    text: 'SELECT families.hold_candidates($1::uuid[])',
    values: [[...items]],
  });
}

/** Adds what is new, as one batch; by their ids. */
export async function addItems(
  transaction: Statements,
  { source, agencyId, accountId, at, today }: Sending,
  items: readonly TakenItem[],
): Promise<readonly string[]> {
  if (items.length === 0) return [];
  const batch = crypto.randomUUID();
  await transaction.run({
    text: `INSERT INTO families.import_batch (id, agency_id, source, sent_by, received_at, received_on) VALUES ($1, $2, $3, $4, $5, $6)`,
    values: [batch, agencyId, source, accountId, at.toISOString(), today],
  });
  const rows = items.map((item) => ({
    ...contentOf(item),
    id: crypto.randomUUID(),
    reference: item.reference,
    batch_id: batch,
    agency_id: agencyId,
    source,
    received_on: today,
    state: 'WAITING',
    held_under: SOURCES[source].purposeLock,
  }));
  const names = Object.keys(rows[0] ?? {}).join(', ');
  await transaction.run({
    text: `INSERT INTO families.import_item (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::families.import_item, $1::text::jsonb)`,
    values: [JSON.stringify(rows)],
  });
  return rows.map(({ id }) => id);
}

/** Writes an item as its source says now, and keeps what it said; the revision is counted up. */
export async function amendItem(
  transaction: Statements,
  { id, revision, content }: KnownItem,
  now: Content,
  { accountId, at }: Pick<Sending, 'accountId' | 'at'>,
): Promise<void> {
  await transaction.run({
    text: `INSERT INTO families.import_item_version (item_id, revision, was, sent_by, at) VALUES ($1, $2, $3::text::jsonb, $4, $5)`,
    values: [id, revision, JSON.stringify(content), accountId, at.toISOString()],
  });
  await transaction.run({
    text: `UPDATE families.import_item SET ${COLUMNS.map((name) => `${name} = given.${name}`).join(', ')}, revision = import_item.revision + 1
      FROM jsonb_populate_record(NULL::families.import_item, $2::text::jsonb) given WHERE import_item.id = $1`,
    values: [id, JSON.stringify(now)],
  });
}
