import type { ProtectedCell } from '@postern/disclosure-control';
import type { Protect } from '../campaign/publish.ts';

/**
 * Protects each table by two dimensions on its own, with margins of its own, though tables share them: a margin
 * suppressed in one is printed in the next. Broken on purpose.
 */
export function unlinkedTables(protect: Protect): Protect {
  return ({ cells, balances }, profile) => {
    const shown = new Map<string, ProtectedCell>();
    for (const table of tablesOf(cells.map(({ key }) => key))) {
      const inside = cells.filter(({ key }) => dimensionsOf(key).every((name) => table.has(name)));
      const present = new Set(inside.map(({ key }) => key));
      const ties = balances.filter(({ plus, minus }) =>
        [...plus, ...minus].every((key) => present.has(key)),
      );
      for (const [key, cell] of protect({ cells: inside, balances: ties }, profile))
        if (shown.get(key)?.kind !== 'VALUE') shown.set(key, cell);
    }
    return shown;
  };
}

/** The sets of dimensions that cells are cut by, without those that lie in a wider one. */
function tablesOf(keys: readonly string[]): readonly ReadonlySet<string>[] {
  const all = [...new Set(keys.map((key) => dimensionsOf(key).join(';')))].map(
    (names) => new Set(names.split(';').filter((name) => name !== '')),
  );
  return all.filter(
    (one) =>
      !all.some((other) => other.size > one.size && [...one].every((name) => other.has(name))),
  );
}

function dimensionsOf(key: string): readonly string[] {
  const place = key.slice(key.lastIndexOf('/') + 1);
  return place === 'ALL' ? [] : place.split(';').map((part) => part.split('=')[0] ?? '');
}
