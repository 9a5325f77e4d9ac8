import type { Balance, Lattice, LatticeCell } from './lattice.ts';
import { countOf } from './measurement.ts';
import { isSmall } from './primary.ts';
import type { DisclosureProfile } from './profile.ts';

/**
 * The cells that would tell something of everybody in a line, by key. Where one sensitive part holds the whole line, it
 * and the line's zeros are hidden (100 % and 0 %); where the whole is small, the zeros of its sensitive parts are.
 */
export function classDisclosing(
  { cells, balances }: Lattice,
  profile: DisclosureProfile,
): ReadonlySet<string> {
  const byName = new Map(cells.map((cell) => [cell.key, cell]));
  return new Set(
    balances.flatMap((balance) => toldBy(balance, byName, profile).map(({ key }) => key)),
  );
}

function toldBy(
  { plus, minus }: Balance,
  byName: ReadonlyMap<string, LatticeCell>,
  profile: DisclosureProfile,
): readonly LatticeCell[] {
  const [partKeys, wholeKeys] = plus.length === 1 ? [minus, plus] : [plus, minus];
  if (wholeKeys.length !== 1 || partKeys.length < 2) return [];
  const counted = (key: string) => {
    const cell = byName.get(key);
    const count = cell === undefined ? null : countOf(cell.measured);
    return cell === undefined || count === null ? [] : [{ cell, count }];
  };
  const [whole] = wholeKeys.flatMap(counted);
  if (whole === undefined || whole.count === 0) return [];
  const parts = partKeys.flatMap(counted);
  const zeros = parts.filter(({ count }) => count === 0);
  const full = parts.filter(({ cell, count }) => cell.isSensitive && count === whole.count);
  const told =
    full.length > 0
      ? [...full, ...zeros]
      : zeros.filter(({ cell }) => cell.isSensitive && isSmall(whole.count, profile));
  return told.map(({ cell }) => cell);
}
