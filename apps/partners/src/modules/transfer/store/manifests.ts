import type { Statements } from '@postern/subgraph-kit';

/** Everybody who picked something for a transfer. */
export async function pickersOf(
  transaction: Statements,
  transfer: string,
): Promise<readonly string[]> {
  const rows = await transaction.run<{ id: string }>({
    text: 'SELECT DISTINCT picked_by AS id FROM partners.transfer_line WHERE transfer_id = $1',
    values: [transfer],
  });
  return rows.map(({ id }) => id);
}

/** One line of a manifest as it is shown. */
export interface ShownLine {
  readonly item: string;
  /** Null of a classed item, but to whoever picked it: that there is one of such a type is of its class. */
  readonly type: string | null;
  readonly basis: string;
  readonly pickedBy: string;
}

/** The manifests of some transfers, as somebody is shown them. */
export async function manifestsOf(
  statements: Statements,
  transfers: readonly string[],
  reader: string,
): Promise<ReadonlyMap<string, readonly ShownLine[]>> {
  const rows = await statements.run<{ transfer: string; items: readonly ShownLine[] }>({
    text: `SELECT transfer_id AS transfer, json_agg(json_build_object('item', item_id, 'basis', basis, 'pickedBy', picked_by,
        'type', CASE WHEN basis = 'ORDINARY' OR picked_by = $2 THEN type END) ORDER BY picked_at, item_id) AS items
      FROM partners.transfer_line WHERE transfer_id = ANY ($1::uuid[]) GROUP BY transfer_id`,
    values: [transfers, reader],
  });
  return new Map(rows.map(({ transfer, items }) => [transfer, items]));
}
