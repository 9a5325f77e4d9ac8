import type { CountyDimension, Place } from './dimension.ts';
import type { Random } from './random.ts';

/** One episode of help without any name: whose, by which agency, when, and where it falls in each dimension. */
export interface CountyEpisode {
  readonly family: number;
  readonly agency: string;
  /** Months count from 0; null is still open. */
  readonly opened: number;
  readonly closed: number | null;
  readonly at: Readonly<Record<string, string>>;
}

/** How a county is drawn. */
export interface CountyShape {
  readonly dimensions: readonly CountyDimension[];
  readonly families: number;
  readonly months: number;
  /** From 0 (all members alike) up: how far a few members have most of the families. */
  readonly skew: number;
  readonly agencies: number;
}

/** Episodes of a small county: a few wards and agencies have most of it, so that small counts abound. */
export function drawEpisodes(
  { dimensions, families, months, skew, agencies }: CountyShape,
  random: Random,
): readonly CountyEpisode[] {
  return Array.from({ length: families }, (_, family) => family).flatMap((family) => {
    const episodes = random.chance(0.12) ? 2 : 1;
    let from = random.between(-Math.ceil(months / 2), months - 1);
    return Array.from({ length: episodes }, () => {
      const opened = from;
      const closed = random.chance(0.6) ? opened + random.between(0, months) : null;
      from = (closed ?? opened) + random.between(0, 2);
      const agency = `${random.weighted(range(agencies), falling(agencies, skew))}`;
      return { family, agency, opened, closed, at: drawPlace(dimensions, skew, random) };
    });
  });
}

function drawPlace(
  dimensions: readonly CountyDimension[],
  skew: number,
  random: Random,
): Readonly<Record<string, string>> {
  const at: Record<string, string> = {};
  for (const { name, members, within } of dimensions) {
    // What others lie in follows from the finer one.
    if (at[name] !== undefined) continue;
    const member = random.weighted(members, falling(members.length, skew));
    at[name] = member;
    if (within !== undefined) at[within.name] = within.of[member] ?? '';
  }
  return at;
}

/** Whether an episode falls in a place of the county. */
export function isAt({ at }: CountyEpisode, place: Place): boolean {
  return place.every(({ dimension, member }) => at[dimension] === member);
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, at) => at);
}

function falling(length: number, skew: number): readonly number[] {
  return range(length).map((at) => 1 / (at + 1) ** skew);
}
