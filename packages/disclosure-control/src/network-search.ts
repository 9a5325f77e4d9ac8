import { at } from './problem.ts';
import type { Aim, Offers, Room, Search, Witness } from './search.ts';

/** Each cell as an arc: one more of it is one more in `to` and one less in `from`. */
export interface Arcs {
  readonly nodes: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** What it costs, in cells hidden, to go through a cell that cannot carry everything. */
const NARROW = 0.7;
/** A cell that moves this far needs no companion. */
const FAR = 1e6;
/** Among ways that hide nothing more, the shorter. */
const STEP = 1e-6;

/**
 * Where every cell is in two balances at most, the tables that keep them are the flows of a network: one cell can move
 * as far as the maximum flow through the others, in whole numbers, and the search is exact. What to hide is the
 * cheapest way from one end of the cell to the other.
 */
export function networkSearch(arcs: Arcs): Search {
  const leaving = arcsLeaving(arcs);
  const flow = new Float64Array(arcs.from.length);
  const end = (arc: number) => at(arc % 2 === 0 ? arcs.to : arcs.from, arc >> 1);
  const residual = (arc: number, room: Room) =>
    arc % 2 === 0
      ? at(room.up, arc >> 1) - at(flow, arc >> 1)
      : at(room.down, arc >> 1) + at(flow, arc >> 1);

  const reached = new Int32Array(arcs.nodes);
  const queue = new Int32Array(arcs.nodes);
  /** The arcs of a shortest way, last first, or null. */
  const shortestWay = ({ cell, by }: Aim, room: Room): readonly number[] | null => {
    const [source, sink] = endsOf(arcs, cell, by);
    reached.fill(-1);
    let filled = 1;
    queue[0] = source;
    reached[source] = -2;
    for (let next = 0; next < filled; next += 1) {
      for (const arc of leaving[at(queue, next)] ?? []) {
        const node = end(arc);
        if (at(reached, node) !== -1 || arc >> 1 === cell || residual(arc, room) < 1) continue;
        reached[node] = arc;
        if (node === sink) return wayBack(sink, source, reached, end);
        queue[filled] = node;
        filled += 1;
      }
    }
    return null;
  };

  /** Leaves the flow in place; returns how far the cell moved. */
  const push = (aim: Aim, room: Room): number => {
    const limit = Math.min(Math.abs(aim.by), at(aim.by > 0 ? room.up : room.down, aim.cell));
    const [source, sink] = endsOf(arcs, aim.cell, aim.by);
    let total = source === sink ? limit : 0;
    while (total < limit) {
      const way = shortestWay(aim, room);
      if (way === null) break;
      const amount = Math.min(limit - total, ...way.map((arc) => residual(arc, room)));
      for (const arc of way) {
        flow[arc >> 1] = at(flow, arc >> 1) + (arc % 2 === 0 ? amount : -amount);
      }
      total += amount;
    }
    flow[aim.cell] = aim.by > 0 ? total : -total;
    return total;
  };

  const cheapestWay = (aim: Aim, room: Room, offers: Offers, left: number) => {
    const [source, sink] = endsOf(arcs, aim.cell, aim.by);
    const best = new Float64Array(arcs.nodes).fill(Number.POSITIVE_INFINITY);
    const price = (arc: number): number => {
      const free = residual(arc, room);
      if (free >= 1) return free >= left ? STEP : NARROW;
      const offered = residual(arc, offers.room);
      if (offered < 1) return Number.POSITIVE_INFINITY;
      return at(offers.price, arc >> 1) + (offered < left ? NARROW : STEP);
    };
    best[source] = 0;
    const waiting = [source];
    for (const node of waiting) {
      for (const arc of leaving[node] ?? []) {
        if (arc >> 1 === aim.cell) continue;
        const cost = at(best, node) + price(arc);
        if (cost >= at(best, end(arc)) || cost >= at(best, sink)) continue;
        best[end(arc)] = cost;
        reached[end(arc)] = arc;
        waiting.push(end(arc));
      }
    }
    if (at(best, sink) === Number.POSITIVE_INFINITY) return null;
    return wayBack(sink, source, reached, end);
  };

  return {
    isExact: true,
    move: (aim, room) => {
      flow.fill(0);
      return push(aim, room) === 0 ? null : witnessOf(flow);
    },
    companions: (aim, room, offers) => {
      flow.fill(0);
      const reached = push({ cell: aim.cell, by: Math.sign(aim.by) * FAR }, room);
      const own = at(aim.by > 0 ? room.up : room.down, aim.cell) - reached;
      const left = Math.min(Math.abs(aim.by), own);
      const way = left < 1 || reached >= FAR ? null : cheapestWay(aim, room, offers, left);
      return way?.filter((arc) => residual(arc, room) < 1).map((arc) => arc >> 1) ?? null;
    },
  };
}

/** Moving a cell up sends one more along it, which has to come back from its end to its start. */
function endsOf(arcs: Arcs, cell: number, by: number): readonly [number, number] {
  const ends = [at(arcs.to, cell), at(arcs.from, cell)] as const;
  return by > 0 ? ends : [ends[1], ends[0]];
}

/** Arc `2 × cell` goes with the cell, `2 × cell + 1` against it. */
function arcsLeaving({ nodes, from, to }: Arcs): readonly (readonly number[])[] {
  const leaving = Array.from({ length: nodes }, (): number[] => []);
  for (const [cell, start] of from.entries()) {
    leaving[start]?.push(2 * cell);
    leaving[at(to, cell)]?.push(2 * cell + 1);
  }
  return leaving;
}

function wayBack(
  sink: number,
  source: number,
  reached: Int32Array,
  end: (arc: number) => number,
): readonly number[] {
  const way: number[] = [];
  for (let node = sink; node !== source; ) {
    const arc = at(reached, node);
    way.push(arc);
    node = end(arc ^ 1);
  }
  return way;
}

function witnessOf(flow: Float64Array): Witness {
  const cells: number[] = [];
  const by: number[] = [];
  for (const [cell, moved] of flow.entries()) {
    if (moved === 0) continue;
    cells.push(cell);
    by.push(moved);
  }
  return { cells, by };
}
