import { pricesOf } from './price.ts';
import type { Problem } from './problem.ts';
import { at } from './problem.ts';
import { Proofs } from './proofs.ts';
import type { Offers, Room, Search } from './search.ts';
import type { View } from './views.ts';

/** Cells to hide, and what they cost beyond those that had to be. */
export interface Hiding {
  readonly hidden: ReadonlySet<number>;
  readonly cost: number;
}

/**
 * Hides companions until every hidden cell is proved to be protected from each reader, beginning in the order of
 * `first`; then shows again what proves needless, the dearest first. Where nothing is found that protects a cell,
 * what stands in its balances is withheld, then what stands in theirs; where nothing is left, the cell is as safe as what is out
 * already lets it be.
 */
export function hideWithCompanions(
  problem: Problem,
  search: Search,
  views: readonly View[],
  first: readonly number[],
): Hiding {
  const prices = pricesOf(problem);
  const offered = prices.slice();
  const proofs = views.map((view) => new Proofs(view, problem, search));
  const hidden = new Set<number>();
  const waiting: number[] = [];
  const hide = (cell: number) => {
    hidden.add(cell);
    offered[cell] = Number.POSITIVE_INFINITY;
    for (const proof of proofs) proof.hide(cell);
    waiting.push(cell);
  };
  for (const cell of first) hide(cell);
  for (const cell of waiting) {
    for (const proof of proofs) {
      while (!proof.holds(cell)) {
        const companions =
          cheapest(proof, cell, search, offered) ?? nearest(cell, problem, offered);
        if (companions.length === 0) proof.giveUp(cell);
        for (const companion of companions) hide(companion);
      }
    }
  }
  const had = new Set(first);
  const companions = [...hidden].filter((cell) => !had.has(cell));
  for (const companion of companions.toSorted((a, b) => at(prices, b) - at(prices, a) || a - b)) {
    if (!hidden.has(companion)) continue;
    const mayBeShown = new Set(companions.filter((cell) => hidden.has(cell)));
    for (const shown of shownAgain(companion, proofs, hidden, mayBeShown)) hidden.delete(shown);
  }
  const kept = companions.filter((cell) => hidden.has(cell));
  return { hidden, cost: kept.reduce((sum, cell) => sum + at(prices, cell), 0) };
}

/**
 * What to hide for a cell. It is looked for among published numbers in place of true counts, which alone decide whether it is
 * enough: so that the choice tells little of them to whoever works it out backwards. Only where that finds nothing the true counts
 * are looked at.
 */
function cheapest(
  proof: Proofs,
  cell: number,
  search: Search,
  price: Float64Array,
): readonly number[] | null {
  const { nominal, view } = proof;
  return (
    (search.isExact
      ? cheaper(proof, cell, search, nominal, { room: view.nominal.hidden, price })
      : null) ?? cheaper(proof, cell, search, proof.bounds(), { room: proof.widest(price), price })
  );
}

/** The cheaper of moving the cell up and down. */
function cheaper(
  proof: Proofs,
  cell: number,
  search: Search,
  room: Room,
  offers: Offers,
): readonly number[] | null {
  const missing = proof.missing(cell);
  let best: readonly number[] | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const sign of [1, -1]) {
    const found = search.companions({ cell, by: sign * missing }, room, offers);
    if (found === null) continue;
    const cost = found.reduce((sum, one) => sum + at(offers.price, one), 0);
    if (cost >= least) continue;
    least = cost;
    best = found;
  }
  return best;
}

/** What can still be hidden as few balances away as possible. */
function nearest(cell: number, problem: Problem, offered: Float64Array): readonly number[] {
  const seen = new Set([cell]);
  let edge = [cell];
  while (edge.length > 0) {
    const next = new Set<number>();
    for (const line of edge.flatMap((one) => problem.linesOf[one]?.cells ?? [])) {
      for (const other of problem.lines[line]?.cells ?? []) if (!seen.has(other)) next.add(other);
    }
    edge = [...next];
    for (const other of edge) seen.add(other);
    const left = edge.filter((one) => at(offered, one) < Number.POSITIVE_INFINITY);
    if (left.length > 0)
      return left.toSorted((a, b) => at(offered, a) - at(offered, b) || a - b).slice(0, 1);
  }
  return [];
}

/**
 * Shows a companion again, and with it the companions that are hidden for its sake alone, if all other proofs that
 * leant on them can be had without; returns what is shown, nothing where it cannot be.
 */
function shownAgain(
  companion: number,
  proofs: readonly Proofs[],
  hidden: ReadonlySet<number>,
  mayBeShown: ReadonlySet<number>,
): readonly number[] {
  const undos: (() => void)[] = [];
  const shown = new Set<number>([companion]);
  for (const one of shown) {
    const affected = proofs.map((proof) => {
      const { affected, undo } = proof.show(one);
      undos.unshift(undo);
      return affected;
    });
    for (const [index, proof] of proofs.entries()) {
      for (const cell of affected[index] ?? []) {
        if (shown.has(cell) || !hidden.has(cell) || proof.holds(cell)) continue;
        if (!mayBeShown.has(cell)) {
          for (const undo of undos) undo();
          return [];
        }
        shown.add(cell);
      }
    }
  }
  return [...shown];
}
