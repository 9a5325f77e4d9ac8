import type { Dimension } from './dimension.ts';
import type { Measure, Repeated, Unit } from './indicator.ts';

type Count = Extract<Measure, { kind: 'COUNT' }>;

/** What is told of every measure. */
interface Told {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
}

/** A count of what happened in the period. */
export function flow(told: Told, unit: Unit = 'FAMILIES'): Count {
  return { kind: 'COUNT', ...told, unit, over: 'FLOW' };
}

/** A count of how it stood when the period ended. */
export function stock(told: Told, unit: Unit = 'FAMILIES'): Count {
  return { kind: 'COUNT', ...told, unit, over: 'STOCK' };
}

/** A count that EPISODES tells already, for what is told as a part of it. */
export function ofEpisodes(measure: 'OPENED' | 'CLOSED' | 'OPEN_AT_END'): Count {
  const sameAs = { indicator: 'EPISODES', measure } as const;
  const id = measure;
  if (measure === 'OPEN_AT_END')
    return {
      ...stock({ id, title: 'Open at the end', definition: 'OPEN_AT_END of EPISODES.' }),
      sameAs,
    };
  const title = measure === 'OPENED' ? 'Opened' : 'Closed';
  return { ...flow({ id, title, definition: `${measure} of EPISODES.` }), sameAs };
}

/** The same count, which an earlier indicator tells of one member of a dimension. */
export function repeating(count: Count, sameAs: Repeated): Count {
  return { ...count, sameAs };
}

/** The same count, told as a part of another of its indicator. */
export function partOf(count: Count, measure: string): Count {
  return { ...count, within: { measure } };
}

/** The same count as a part of what EPISODES tells: of everything, and by each dimension that means the same in both. */
export function partOfEpisodes(
  count: Count,
  measure: 'CLOSED' | 'OPEN_AT_END',
  dimensions: readonly Dimension[],
): Count {
  const cuts = [[], ...dimensions.map((dimension) => [dimension])];
  return { ...count, within: { measure, of: { indicator: 'EPISODES', cuts } } };
}

/** `<of>_SHARE`: one count in per cent of another that it is a part of. */
export function share(of: string, from: string, title: string): Measure {
  return {
    kind: 'PERCENTAGE',
    id: `${of}_SHARE`,
    title,
    definition: `${of} in per cent of ${from}.`,
    of,
    from,
  };
}

/** `<of>_MEDIAN`: half of what is counted took so much or less. */
export function median(of: string, title: string, definition: string): Measure {
  return { kind: 'MEDIAN', id: `${of}_MEDIAN`, title, definition, of };
}
