import { createHash } from 'node:crypto';
import type { CellRow } from './cell-row.ts';

/**
 * SHA-256 of an edition in hexadecimal: a line for each cell, `<key> <value or symbol>` and a line feed, in the order of the keys'
 * code units. Whoever cites an edition can work it out from what they hold.
 */
export function digestOf(cells: Iterable<readonly [key: string, cell: CellRow]>): string {
  const hash = createHash('sha256');
  const lines = [...cells].map(([key, { value, symbol }]) => ({ key, shown: symbol ?? value }));
  lines.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  for (const { key, shown } of lines) hash.update(`${key} ${shown}\n`);
  return hash.digest('hex');
}
