import { Fault } from '@postern/errors';
import type { Balance, Lattice, LatticeCell } from './lattice.ts';
import { countOf } from './measurement.ts';
import { isSmall } from './primary.ts';
import type { DisclosureProfile } from './profile.ts';
import { impliedBy, publish } from './rounding.ts';
import { byKey } from './standing.ts';

/** A balance by the indexes of its cells; `signs` says on which side each stands. */
export interface Line {
  readonly cells: readonly number[];
  readonly signs: readonly number[];
}

/**
 * Cells that hang together by balances, as whole numbers, in the order of their keys. Where a published stock was
 * revised since, its count is the nearest that agrees with what was published.
 */
export interface Problem {
  readonly cells: readonly LatticeCell[];
  readonly counts: readonly number[];
  /** What stands for each count where true ones would tell too much: the number published for it, one for all small ones. */
  readonly nominal: readonly number[];
  readonly lines: readonly Line[];
  /** By cell, the lines that it is in, and on which side of them. */
  readonly linesOf: readonly Line[];
}

/** The number at an index that is known to be there. */
export function at(numbers: ArrayLike<number>, index: number): number {
  return numbers[index] ?? 0;
}

/**
 * The cells of a lattice that can be anything else, apart where no balance connects them. What has no count, and what was
 * published as none, is left out of its balances: a reader knows it, or is credited with it. Throws Fault INTERNAL for a repeated key or a balance of unknown cells.
 */
export function problemsOf(
  { cells, balances }: Lattice,
  profile: DisclosureProfile,
): readonly Problem[] {
  const known = new Set(cells.map(({ key }) => key));
  if (known.size !== cells.length) throw malformed('cells of different keys');
  const countable = cells.filter(isOpen).toSorted(byKey);
  const index = new Map(countable.map(({ key }, i) => [key, i]));
  const lines = balances.map((balance) => lineOf(balance, known, index)).toSorted(byCells);
  const groups = connected(countable.length, lines);
  return groups.map((group) => problemOf(group.cells, group.lines, countable, profile));
}

function isOpen({ measured, standing }: LatticeCell): boolean {
  const isNone =
    standing.kind === 'PUBLISHED' && standing.as.kind === 'VALUE' && standing.as.value === 0;
  return countOf(measured) !== null && !isNone;
}

function problemOf(
  members: readonly number[],
  lines: readonly Line[],
  countable: readonly LatticeCell[],
  profile: DisclosureProfile,
): Problem {
  const here = new Map(members.map((cell, i) => [cell, i]));
  const cells = members.flatMap((cell) => countable.slice(cell, cell + 1));
  const own = lines.map(({ cells: of, signs }) => ({
    cells: of.map((cell) => here.get(cell) ?? 0),
    signs,
  }));
  const counts = cells.map((cell) => countFor(cell, profile));
  return {
    cells,
    counts,
    nominal: counts.map((count) => nominalOf(count, profile)),
    lines: own,
    linesOf: membershipsIn(own, cells.length),
  };
}

/** By cell, the lines that it is in and on which side of them. */
export function membershipsIn(lines: readonly Line[], count: number): readonly Line[] {
  const found = Array.from({ length: count }, () => ({
    cells: [] as number[],
    signs: [] as number[],
  }));
  for (const [line, { cells, signs }] of lines.entries()) {
    for (const [place, cell] of cells.entries()) {
      found[cell]?.cells.push(line);
      found[cell]?.signs.push(at(signs, place));
    }
  }
  return found;
}

function countFor({ measured, standing }: LatticeCell, profile: DisclosureProfile): number {
  const count = countOf(measured) ?? 0;
  if (standing.kind !== 'PUBLISHED') return count;
  const { low, high } = impliedBy(standing.as, profile);
  return Math.min(high, Math.max(low, count));
}

/** The number published for a count, one and the same for all small ones. */
export function nominalOf(count: number, profile: DisclosureProfile): number {
  if (isSmall(count, profile)) return Math.ceil((profile.suppressUpTo + 1) / 2);
  const shown = publish(count, profile);
  return shown.kind === 'VALUE' ? Math.max(shown.value, impliedBy(shown, profile).low) : count;
}

function lineOf(
  { plus, minus }: Balance,
  known: ReadonlySet<string>,
  index: ReadonlyMap<string, number>,
): Line {
  const signs = new Map<number, number>();
  for (const [keys, sign] of [[plus, 1] as const, [minus, -1] as const]) {
    for (const key of keys) {
      if (!known.has(key)) throw malformed('balances of cells that are there');
      const cell = index.get(key);
      if (cell === undefined) continue;
      if (signs.has(cell)) throw malformed('balances that name a cell once');
      signs.set(cell, sign);
    }
  }
  const terms = [...signs].toSorted(([a], [b]) => a - b);
  // Both sides of a balance may be exchanged: the first cell counts as positive, so that equal balances look equal.
  const first = terms[0]?.[1] ?? 1;
  return { cells: terms.map(([cell]) => cell), signs: terms.map(([, sign]) => sign * first) };
}

function byCells(a: Line, b: Line): number {
  for (const [place, cell] of a.cells.entries()) {
    const other = b.cells[place];
    if (other === undefined) return 1;
    if (cell !== other) return cell - other;
    const sides = at(a.signs, place) - at(b.signs, place);
    if (sides !== 0) return sides;
  }
  return a.cells.length - b.cells.length;
}

interface Group {
  readonly cells: number[];
  readonly lines: Line[];
}

function connected(count: number, lines: readonly Line[]): readonly Group[] {
  const parent = Array.from({ length: count }, (_, cell) => cell);
  const rootOf = (cell: number): number => {
    let root = cell;
    while (at(parent, root) !== root) root = at(parent, root);
    for (let step = cell; step !== root; ) {
      const next = at(parent, step);
      parent[step] = root;
      step = next;
    }
    return root;
  };
  for (const { cells } of lines) {
    for (const cell of cells) parent[rootOf(cell)] = rootOf(cells[0] ?? cell);
  }
  const groups = new Map<number, Group>();
  for (let cell = 0; cell < count; cell += 1) {
    const root = rootOf(cell);
    const group = groups.get(root) ?? { cells: [], lines: [] };
    group.cells.push(cell);
    groups.set(root, group);
  }
  for (const line of lines) {
    if (line.cells[0] !== undefined) groups.get(rootOf(line.cells[0]))?.lines.push(line);
  }
  return [...groups.values()];
}

function malformed(expected: string): Fault {
  return new Fault('INTERNAL', { logged: { expected } });
}
