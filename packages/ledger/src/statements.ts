import type { Statement } from '@postern/database';

const COLUMNS =
  'id, at, contract, account_id, agency_id, purpose, policy_versions, operation_hash, operation_name,' +
  ' grants, justifications, persons, families, episodes, coordinates, explained, told';

const GIVEN =
  'jsonb_to_recordset($1::jsonb) as given(id uuid, at timestamptz, contract text, account_id uuid, agency_id uuid,' +
  ' purpose text, policy_versions integer[], operation_hash text, operation_name text, grants uuid[],' +
  ' justifications uuid[], persons uuid[], families uuid[], episodes uuid[], coordinates jsonb, explained jsonb, told jsonb)';

/** Writes all rows or none, in one transaction of its own. */
export function insertRows(rows: readonly string[]): Statement {
  return {
    text: `insert into ledger.release (${COLUMNS}) select ${COLUMNS} from ${GIVEN}`,
    values: [jsonArray(rows)],
  };
}

/** Finds which rows are on the ledger exactly as given; `id` of each. */
export function findRows(rows: readonly string[]): Statement {
  return {
    text:
      `select given.id from ${GIVEN} join ledger.release as stored on stored.id = given.id` +
      ' where to_jsonb(stored) = to_jsonb(given)',
    values: [jsonArray(rows)],
  };
}

function jsonArray(rows: readonly string[]): string {
  return `[${rows.join(',')}]`;
}
