import type { Protect } from '../campaign/publish.ts';

/** Protects every edition as if nothing had been published before it: broken on purpose. */
export function withoutStanding(protect: Protect): Protect {
  return ({ cells, balances }, profile) => {
    const fresh = cells.filter(({ standing }) => standing.kind === 'NEW');
    const present = new Set(fresh.map(({ key }) => key));
    return protect(
      {
        cells: fresh,
        balances: balances.filter(({ plus, minus }) =>
          [...plus, ...minus].every((key) => present.has(key)),
        ),
      },
      profile,
    );
  };
}
