import { countOf } from './measurement.ts';
import type { NetworkCell } from './network.ts';

/** The first line, by name, with exactly one hidden cell and another that could be hidden beside it; else null. */
export function loneLine(
  cells: readonly NetworkCell[],
  hidden: ReadonlySet<string>,
): string | null {
  const lines = [...new Set(cells.flatMap((cell) => [cell.from, cell.to]))].toSorted();
  return lines.find((line) => isLone(line, cells, hidden)) ?? null;
}

function isLone(line: string, cells: readonly NetworkCell[], hidden: ReadonlySet<string>): boolean {
  const unknown = cells.filter((cell) => touches(cell, line) && isUnknown(cell, hidden));
  return (
    unknown.length === 1 &&
    unknown.some((cell) => hidden.has(cell.key)) &&
    companionIn([line], cells, hidden) !== null
  );
}

/**
 * The cell to suppress next within the given lines (null: anywhere): one inside the table before a total, a true zero
 * last of all, then the smallest count, then the smaller key; null when nothing new is left to hide there.
 */
export function companionIn(
  lines: readonly (string | undefined)[] | null,
  cells: readonly NetworkCell[],
  hidden: ReadonlySet<string>,
): NetworkCell | null {
  let best: NetworkCell | null = null;
  for (const cell of cells) {
    const isCandidate = cell.standing.kind === 'NEW' && !hidden.has(cell.key);
    if (!isCandidate || countOf(cell.measured) === null) continue;
    if (lines !== null && !lines.some((line) => line !== undefined && touches(cell, line)))
      continue;
    if (best === null || cost(cell) < cost(best)) best = cell;
  }
  return best;
}

/** What hiding a cell costs the reader; zeros and totals are dearer than any count. */
function cost(cell: NetworkCell): number {
  const count = countOf(cell.measured) ?? 0;
  return (count === 0 ? 2e12 : 0) + (cell.isTotal ? 1e12 : 0) + count;
}

function touches(cell: NetworkCell, line: string): boolean {
  return cell.from === line || cell.to === line;
}

function isUnknown(cell: NetworkCell, hidden: ReadonlySet<string>): boolean {
  return hidden.has(cell.key) || cell.standing.kind === 'NEVER_PUBLISHED';
}
