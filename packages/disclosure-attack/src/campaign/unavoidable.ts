import { SUPPRESSED } from '@postern/disclosure-control';
import type { Breach } from '../attack.ts';
import { FeasibleCounts } from '../bounds/feasible.ts';
import type { Published } from '../knowledge/published.ts';
import { asKnownBy, promisedTo } from '../knowledge/reader.ts';

/** With which edition each count was first told, counted from the oldest. */
export interface Editions {
  readonly cells: readonly { readonly key: string; readonly edition: number | null }[];
}

/**
 * Whether the edition with which a count was first told could do nothing about it: with all of that edition hidden, the same reader
 * would tell the count by what had gone out before it, when the count was safe still.
 */
export async function isUnavoidable(
  breach: Breach,
  dataset: Editions,
  published: Published,
): Promise<boolean> {
  const editions = new Set(dataset.cells.flatMap(({ edition }) => edition ?? []));
  for (const edition of [...editions].toSorted((a, b) => a - b)) {
    const sofar = outWith(edition, dataset, published);
    if (await isNarrowed(breach, sofar.published))
      return isNarrowed(breach, { ...sofar.published, cells: sofar.hidden });
  }
  return false;
}

/** What is out with an edition, and the same with all cells of that edition hidden. */
function outWith(
  last: number,
  dataset: Editions,
  { cells, relations, profile }: Published,
): { readonly published: Published; readonly hidden: Published['cells'] } {
  const editionOf = new Map(dataset.cells.map(({ key, edition }) => [key, edition]));
  const sofar = cells.filter(({ key }) => (editionOf.get(key) ?? last) <= last);
  const present = new Set(sofar.map(({ key }) => key));
  const told = relations.filter(({ terms }) => terms.every(({ key }) => present.has(key)));
  return {
    published: { cells: sofar, relations: told, profile },
    hidden: sofar.map((cell) =>
      editionOf.get(cell.key) === last ? { ...cell, shown: SUPPRESSED } : cell,
    ),
  };
}

async function isNarrowed({ reader, cell }: Breach, published: Published): Promise<boolean> {
  if (!published.cells.some(({ key }) => key === cell)) return false;
  const feasible = new FeasibleCounts(asKnownBy(reader, published));
  try {
    if (!(await feasible.open())) return false;
    return feasible.narrow(cell, promisedTo(reader, published.profile)).kind === 'NARROW';
  } finally {
    feasible.close();
  }
}
