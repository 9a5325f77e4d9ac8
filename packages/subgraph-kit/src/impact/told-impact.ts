import type { Progress } from './impact-run.ts';
import type {
  ImpactLine,
  ImpactSummary,
  MayChange,
  NewlyReachable,
  PersonImpact,
  Side,
} from './impact-summary.ts';

/** A number as it is told: null for fewer than five, perhaps none. */
export type ToldNumber = number | null;

export interface ToldSide {
  readonly people: ToldNumber;
  readonly records: ToldNumber;
}

/** What somebody is told of an impact. */
export interface ToldImpact {
  readonly gaining: ToldSide;
  readonly losing: ToldSide;
  readonly coordinates: number;
  readonly lines: readonly (Omit<ImpactLine, keyof Sides | 'may'> & Sides)[];
  readonly people: readonly (Pick<PersonImpact, 'account'> & Record<keyof Sides, ToldNumber>)[];
  readonly newlyReachable: readonly (Omit<NewlyReachable, 'people'> & {
    readonly people: ToldNumber;
  })[];
}

interface Sides {
  readonly gaining: ToldSide;
  readonly losing: ToldSide;
}

export const FEWEST = 5;
export const NONE: ToldSide = { people: 0, records: 0 };

/** Tells everything as it is: to whoever sees each grant anyway. */
export function toldExactly(summary: ImpactSummary): ToldImpact {
  return { ...summary, lines: summary.lines.map(({ may: _, ...line }) => line) };
}

/**
 * Tells whoever may not see who works with which family. A draft can be made to touch one family only; so fewer than five
 * and none are the same, numbers are told in fives (otherwise what is left out of a line would be the rest of its sum), and
 * nobody is named, counted as a field or put in an order by fewer. None is told where the rules alone prove it.
 */
export function toldInFives(summary: ImpactSummary): ToldImpact {
  const lines = summary.lines.map(({ may, ...line }) => ({ ...line, ...sidesOf(line, may) }));
  const may = {
    gain: summary.lines.some((line) => line.may.gain),
    lose: summary.lines.some((line) => line.may.lose),
  };
  return {
    ...sidesOf(summary, may),
    coordinates: new Set(
      lines
        .filter(({ gaining, losing }) => atLeast(gaining.people) + atLeast(losing.people) > 0)
        .flatMap(({ coordinates }) => coordinates),
    ).size,
    lines: lines.toSorted((a, b) => recordsOf(b) - recordsOf(a) || compared(textOf(a), textOf(b))),
    people: summary.people
      .map(({ account, gaining, losing }) => ({
        account,
        gaining: may.gain ? inFives(gaining) : 0,
        losing: may.lose ? inFives(losing) : 0,
      }))
      .filter(({ gaining, losing }) => atLeast(gaining) + atLeast(losing) > 0)
      .toSorted((a, b) => weightOf(b) - weightOf(a) || compared(a.account, b.account)),
    newlyReachable: summary.newlyReachable.map((opening) => ({
      ...opening,
      people: inFives(opening.people),
    })),
  };
}

/** How many accounts are asked, and again, says how many have what the draft speaks of; how far it has come does not. */
export function progressInPercent({ done, total }: Progress): Progress {
  return { done: total === 0 ? 100 : Math.floor((100 * done) / total), total: 100 };
}

function sidesOf({ gaining, losing }: Pick<ImpactSummary, keyof Sides>, may: MayChange): Sides {
  return {
    gaining: may.gain ? sideInFives(gaining) : NONE,
    losing: may.lose ? sideInFives(losing) : NONE,
  };
}

/** How many records a few people see says who they are: it is not told either. */
function sideInFives({ people, records }: Side): ToldSide {
  if (people < FEWEST) return { people: null, records: null };
  return { people: inFives(people), records: inFives(records) };
}

export function inFives(count: number): ToldNumber {
  return count < FEWEST ? null : count - (count % FEWEST);
}

export function atLeast(told: ToldNumber): number {
  return told ?? 0;
}

function recordsOf({ gaining, losing }: Sides): number {
  return atLeast(gaining.records) + atLeast(losing.records);
}

function weightOf({ gaining, losing }: Record<keyof Sides, ToldNumber>): number {
  return atLeast(gaining) + atLeast(losing);
}

function textOf({ coordinates, roles, purposes }: ToldImpact['lines'][number]): string {
  return [...coordinates, ...roles, ...purposes].join(' ');
}

function compared(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
