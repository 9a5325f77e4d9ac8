import type { Balance, Lattice, LatticeCell, Standing } from '../src/index.ts';

/** A dimension as a list of members, or as groups of them, each with a total of its own. */
export type Dimension = readonly (
  | string
  | { readonly group: string; readonly of: readonly string[] }
)[];

const ALL = 'ALL';
const NEW: Standing = { kind: 'NEW' };

/** The lattice of all totals over some dimensions; `counts` are of the finest cells, in the order of the last dimension first. */
export function cube(dimensions: readonly Dimension[], counts: readonly number[]): Lattice {
  const finest = dimensions.map((dimension) =>
    dimension.flatMap((m) => (typeof m === 'string' ? m : m.of)),
  );
  const leaves = product(finest).map((members, at) => ({ members, count: counts[at] ?? 0 }));
  const places = product(dimensions.map(membersOf));
  const cells = places.map((members): LatticeCell => {
    const inside = leaves.filter((leaf) =>
      leaf.members.every((member, at) => lies(member, members[at] ?? '', dimensions[at] ?? [])),
    );
    return {
      key: members.join('/'),
      measured: { kind: 'COUNT', count: inside.reduce((sum, { count }) => sum + count, 0) },
      isTotal: members.some((member, at) => !finest[at]?.includes(member)),
      standing: NEW,
    };
  });
  return { cells, balances: places.flatMap((members) => balancesOf(members, dimensions)) };
}

/** Months after one another: what was open at the start and opened is what closed and is open at the end, of each kind and of all. */
export function months(
  first: Readonly<Record<string, number>>,
  flows: readonly Readonly<Record<string, readonly [number, number]>>[],
): Lattice {
  const kinds = Object.keys(first);
  const cells: LatticeCell[] = [];
  const balances: Balance[] = [];
  const stock = { ...first };
  const put = (name: string, counts: Readonly<Record<string, number>>, standing: Standing) => {
    const all = kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
    for (const [kind, count] of [...Object.entries(counts), [ALL, all] as const]) {
      cells.push({
        key: `${name}/${kind}`,
        measured: { kind: 'COUNT', count },
        isTotal: kind === ALL,
        standing,
      });
    }
    balances.push({ plus: kinds.map((kind) => `${name}/${kind}`), minus: [`${name}/${ALL}`] });
  };
  put('stock 0', stock, { kind: 'NEVER_PUBLISHED' });
  for (const [at, month] of flows.entries()) {
    const [opened, closed]: Record<string, number>[] = [{}, {}];
    for (const kind of kinds) {
      const [comes = 0, goes = 0] = month[kind] ?? [];
      const leaving = Math.min(goes, (stock[kind] ?? 0) + comes);
      if (opened !== undefined) opened[kind] = comes;
      if (closed !== undefined) closed[kind] = leaving;
      stock[kind] = (stock[kind] ?? 0) + comes - leaving;
    }
    put(`opened ${at + 1}`, opened ?? {}, NEW);
    put(`closed ${at + 1}`, closed ?? {}, NEW);
    put(`stock ${at + 1}`, stock, NEW);
    for (const kind of [...kinds, ALL]) {
      balances.push({
        plus: [`stock ${at}/${kind}`, `opened ${at + 1}/${kind}`],
        minus: [`closed ${at + 1}/${kind}`, `stock ${at + 1}/${kind}`],
      });
    }
  }
  return { cells, balances };
}

function product(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return lists.reduce<readonly (readonly string[])[]>(
    (made, list) => made.flatMap((start) => list.map((one) => [...start, one])),
    [[]],
  );
}

function membersOf(dimension: Dimension): readonly string[] {
  return [...dimension.flatMap((m) => (typeof m === 'string' ? m : [...m.of, m.group])), ALL];
}

function lies(leaf: string, member: string, dimension: Dimension): boolean {
  return (
    member === leaf ||
    member === ALL ||
    dimension.some((m) => typeof m !== 'string' && m.group === member && m.of.includes(leaf))
  );
}

function balancesOf(
  members: readonly string[],
  dimensions: readonly Dimension[],
): readonly Balance[] {
  return members.flatMap((member, at) => {
    const dimension = dimensions[at] ?? [];
    const group = dimension.find((m) => typeof m !== 'string' && m.group === member);
    const parts =
      member === ALL
        ? dimension.map((m) => (typeof m === 'string' ? m : m.group))
        : typeof group === 'object'
          ? group.of
          : [];
    if (parts.length === 0) return [];
    return [
      { plus: parts.map((part) => members.with(at, part).join('/')), minus: [members.join('/')] },
    ];
  });
}
