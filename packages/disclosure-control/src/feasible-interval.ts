import type { Edge } from './edge.ts';
import type { Interval } from './rounding.ts';

interface Arc {
  readonly to: string;
  capacity: number;
  readonly back: number;
}

/**
 * The exact interval of counts one cell can have, given what is possible for every other cell and that every line
 * keeps its balance. The lines form a flow network and the true table is one of its flows, so the extremes are maximum
 * flows in the residual network (integers in, integers out). Where a line does not add up because a family was
 * counted in two cells, the reader is credited with knowing by how much: real readers know less.
 */
export function feasibleInterval(target: Edge, edges: readonly Edge[]): Interval {
  const others = edges.filter((edge) => edge.key !== target.key);
  const room = { up: above(target), down: below(target) };
  return {
    low: target.count - Math.min(room.down, maximumFlow(others, target.from, target.to)),
    high: target.count + Math.min(room.up, maximumFlow(others, target.to, target.from)),
  };
}

/** How far a count may rise; a published stock that was revised since may lie outside what it implied. */
function above(edge: Edge): number {
  return Math.max(0, edge.possible.high - edge.count);
}

function below(edge: Edge): number {
  return Math.max(0, edge.count - edge.possible.low);
}

/** Edmonds–Karp; returns Infinity when a path without limit exists. */
function maximumFlow(edges: readonly Edge[], source: string, sink: string): number {
  if (source === sink) return Number.POSITIVE_INFINITY;
  const arcs: Arc[] = [];
  const leaving = new Map<string, number[]>();
  for (const edge of edges) addPair(edge, arcs, leaving);
  let total = 0;
  for (;;) {
    const path = shortestPath(arcs, leaving, source, sink);
    if (path === null) return total;
    const amount = Math.min(...path.map((index) => arcs[index]?.capacity ?? 0));
    if (amount === Number.POSITIVE_INFINITY) return amount;
    for (const index of path) push(arcs, index, amount);
    total += amount;
  }
}

function addPair(edge: Edge, arcs: Arc[], leaving: Map<string, number[]>): void {
  const forward = arcs.length;
  arcs.push({ to: edge.to, capacity: above(edge), back: forward + 1 });
  arcs.push({ to: edge.from, capacity: below(edge), back: forward });
  leaving.set(edge.from, [...(leaving.get(edge.from) ?? []), forward]);
  leaving.set(edge.to, [...(leaving.get(edge.to) ?? []), forward + 1]);
}

function push(arcs: readonly Arc[], index: number, amount: number): void {
  const arc = arcs[index];
  const back = arc === undefined ? undefined : arcs[arc.back];
  if (arc === undefined || back === undefined) return;
  arc.capacity -= amount;
  back.capacity += amount;
}

/** The arcs of a shortest path with room on it, or null. */
function shortestPath(
  arcs: readonly Arc[],
  leaving: ReadonlyMap<string, readonly number[]>,
  source: string,
  sink: string,
): readonly number[] | null {
  const reached = new Map<string, readonly number[]>([[source, []]]);
  const queue = [source];
  for (const node of queue) {
    for (const index of leaving.get(node) ?? []) {
      const arc = arcs[index];
      if (arc === undefined || arc.capacity <= 0 || reached.has(arc.to)) continue;
      const path = [...(reached.get(node) ?? []), index];
      if (arc.to === sink) return path;
      reached.set(arc.to, path);
      queue.push(arc.to);
    }
  }
  return null;
}
