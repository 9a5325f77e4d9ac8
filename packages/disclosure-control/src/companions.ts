import { pricesOf } from './price.ts';
import type { Problem } from './problem.ts';
import { at } from './problem.ts';
import { Proofs } from './proofs.ts';
import type { Offers, Room, Search } from './search.ts';
import type { Task } from './task.ts';
import { withdrawVain } from './vain-companions.ts';

/** Cells to hide, what they cost beyond those that had to be, and how many counts are lacking where nothing was left to hide, of those that had to be first of all. */
export interface Hiding {
  readonly hidden: ReadonlySet<number>;
  readonly cost: number;
  readonly exposed: number;
}

/** What had to be hidden is kept before what was hidden for its sake. */
const FIRST = 1_000;

/**
 * Hides companions until every hidden cell is proved to be protected from each reader and stands alone in no line,
 * beginning in the order of `first` and without what is spared; then shows again what proves needless, the dearest first.
 * Where all that can be hidden would not protect a cell any further, it is as safe as what is out already lets it be.
 */
export function hideWithCompanions(
  task: Task,
  first: readonly number[],
  spared: ReadonlySet<number>,
): Hiding {
  const { problem, search } = task;
  const prices = pricesOf(problem);
  const offered = prices.map((price, cell) =>
    spared.has(cell) ? Number.POSITIVE_INFINITY : price,
  );
  const proofs = task.views.map((view) => new Proofs(view, task, offered));
  const hidden = new Set<number>();
  const had = new Set(first);
  const weightOf = (cell: number) => (had.has(cell) ? FIRST : 1);
  const waiting: number[] = [];
  let exposed = 0;
  const hide = (cell: number) => {
    hidden.add(cell);
    for (const proof of proofs) proof.hide(cell);
    waiting.push(cell);
  };
  for (const cell of first) hide(cell);
  for (const cell of withdrawVain(proofs)) prices[cell] = Number.POSITIVE_INFINITY;
  const isOffered = (cell: number) => proofs.every((proof) => proof.offers(cell));
  for (const cell of waiting) {
    for (const proof of proofs) {
      const short = proof.expectOnly(cell);
      exposed += short * weightOf(cell);
      while (!proof.holds(cell)) {
        const helped = cheapest(proof, cell, search) ?? proof.helpers(cell);
        const companions =
          helped.length === 0 && had.has(cell) ? around(cell, problem, isOffered) : helped;
        const lacking = companions.length === 0 ? proof.giveUp(cell) : 0;
        exposed += lacking * weightOf(cell);
        for (const companion of companions) hide(companion);
      }
    }
    for (const companion of missingInLines(cell, { problem, hidden, isOffered, prices }))
      hide(companion);
  }
  const companions = [...hidden].filter((cell) => !had.has(cell));
  for (const companion of companions.toSorted((a, b) => at(prices, b) - at(prices, a) || a - b)) {
    if (!hidden.has(companion)) continue;
    const mayBeShown = new Set(companions.filter((cell) => hidden.has(cell)));
    const found = shownAgain(companion, { problem, proofs, hidden, mayBeShown });
    for (const shown of found) hidden.delete(shown);
  }
  const kept = companions.filter((cell) => hidden.has(cell));
  const cost = kept.reduce((sum, cell) => sum + at(prices, cell), 0);
  return { hidden, cost, exposed };
}

/**
 * What to hide for a cell. It is looked for among published numbers in place of true counts, which alone decide whether it is
 * enough: so that the choice tells little of them to whoever works it out backwards. Only where that finds nothing the true counts
 * are looked at.
 */
function cheapest(proof: Proofs, cell: number, search: Search): readonly number[] | null {
  const { nominal, view, offered: price } = proof;
  return (
    (search.isExact
      ? cheaper(proof, cell, search, nominal, { room: view.nominal.hidden, price })
      : null) ?? cheaper(proof, cell, search, proof.bounds(), { room: proof.widest(), price })
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

/** All that can still be hidden as few balances away as possible: what finds nothing has proved nothing. */
function around(
  cell: number,
  problem: Problem,
  isOffered: (cell: number) => boolean,
): readonly number[] {
  const seen = new Set([cell]);
  for (let edge = [cell]; edge.length > 0; ) {
    const next = new Set<number>();
    for (const line of edge.flatMap((one) => problem.linesOf[one]?.cells ?? []))
      for (const other of problem.lines[line]?.cells ?? []) if (!seen.has(other)) next.add(other);
    edge = [...next];
    for (const other of edge) seen.add(other);
    const left = edge.filter(isOffered);
    if (left.length > 0) return left;
  }
  return [];
}

/** The cheapest cell of each line in which this one would be hidden alone, one that is spared if need be; nothing for a line whose other cells are out. */
function missingInLines(
  cell: number,
  { problem, hidden, isOffered, prices }: Offered,
): readonly number[] {
  const found = new Set<number>();
  if (problem.cells[cell]?.isWorkedOut === true) return [];
  for (const line of problem.linesOf[cell]?.cells ?? []) {
    const others = (problem.lines[line]?.cells ?? []).filter((one) => one !== cell);
    const isHidden = (one: number) => hidden.has(one) || found.has(one) || isNever(one, problem);
    if (others.some(isHidden)) continue;
    const left = others.filter((one) => at(prices, one) < Number.POSITIVE_INFINITY);
    const unspared = left.filter(isOffered);
    const [cheapest] = (unspared.length > 0 ? unspared : left).toSorted(
      (a, b) => at(prices, a) - at(prices, b) || a - b,
    );
    if (cheapest !== undefined) found.add(cheapest);
  }
  return [...found];
}

/** What is hidden, and what else can be. */
interface Offered {
  readonly problem: Problem;
  readonly hidden: ReadonlySet<number>;
  readonly isOffered: (cell: number) => boolean;
  readonly prices: Float64Array;
}

/** The cells that would be hidden alone in a line if this one was shown. */
function leftAlone(
  cell: number,
  problem: Problem,
  isHidden: (cell: number) => boolean,
): readonly number[] {
  return (problem.linesOf[cell]?.cells ?? []).flatMap((line) => {
    const cells = problem.lines[line]?.cells ?? [];
    const left = cells.filter((one) => isHidden(one) || isNever(one, problem));
    const isSeen = (one: number) => isHidden(one) && problem.cells[one]?.isWorkedOut !== true;
    return left.length === 1 ? left.filter(isSeen) : [];
  });
}

function isNever(cell: number, { cells }: Problem): boolean {
  return cells[cell]?.standing.kind === 'NEVER_PUBLISHED';
}

/** What is hidden, the companions among it, and what it rests on. */
interface Hidden {
  readonly problem: Problem;
  readonly proofs: readonly Proofs[];
  readonly hidden: ReadonlySet<number>;
  readonly mayBeShown: ReadonlySet<number>;
}

/**
 * Shows a companion again, and with it the companions that are hidden for its sake alone, if all other proofs that
 * leant on them can be had without; returns what is shown, nothing where it cannot be.
 */
function shownAgain(
  companion: number,
  { problem, proofs, hidden, mayBeShown }: Hidden,
): readonly number[] {
  const undos: (() => void)[] = [];
  const shown = new Set<number>([companion]);
  const undo = (): readonly number[] => {
    for (const each of undos) each();
    return [];
  };
  for (const one of shown) {
    for (const alone of leftAlone(one, problem, (cell) => hidden.has(cell) && !shown.has(cell))) {
      if (!mayBeShown.has(alone)) return undo();
      shown.add(alone);
    }
    const affected = proofs.map((proof) => {
      const { affected, undo: undoOne } = proof.show(one);
      undos.unshift(undoOne);
      return affected;
    });
    const left = affected.map((cells) =>
      cells.filter((cell) => hidden.has(cell) && !shown.has(cell)),
    );
    const must = left.map((cells) => cells.filter((cell) => !mayBeShown.has(cell)));
    // What bounds alone exclude is known before any search.
    if (proofs.some((proof, index) => must[index]?.some((cell) => !proof.mayHold(cell))))
      return undo();
    if (proofs.some((proof, index) => must[index]?.some((cell) => !proof.holds(cell))))
      return undo();
    for (const [index, proof] of proofs.entries())
      for (const cell of left[index] ?? []) if (!proof.holds(cell)) shown.add(cell);
  }
  return [...shown];
}
