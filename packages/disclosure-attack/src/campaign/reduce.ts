import type { Cut } from '../county/dimension.ts';
import type { Truth } from '../county/truth.ts';

/** Whether a smaller truth still shows what was found. */
export type Shows = (truth: Truth) => Promise<boolean>;

/**
 * The smallest truth that still shows it, by leaving out episodes, months, cuts and members in turn until nothing can be
 * left out; what is left is small enough to reckon by hand.
 */
export async function reduce(truth: Truth, shows: Shows): Promise<Truth> {
  let least = truth;
  for (;;) {
    const smaller = await firstSmaller(least, shows);
    if (smaller === null) return least;
    least = smaller;
  }
}

async function firstSmaller(truth: Truth, shows: Shows): Promise<Truth | null> {
  for (const smaller of smallerThan(truth)) if (await shows(smaller)) return smaller;
  return null;
}

function* smallerThan(truth: Truth): Generator<Truth> {
  const { episodes, cuts, months } = truth;
  if (months !== null)
    for (let fewer = 1; fewer < months; fewer += 1) yield { ...truth, months: fewer };
  if (truth.countsAgencies) yield { ...truth, countsAgencies: false };
  for (const cut of cuts)
    if (cut.length > 1 || cuts.every((other) => other.length < 2))
      yield { ...truth, cuts: cuts.filter((other) => other !== cut) };
  for (const { name, members } of new Set(cuts.flat()))
    if (members.length > 2) for (const member of members) yield withoutMember(truth, name, member);
  for (let size = Math.ceil(episodes.length / 2); size >= 1; size = Math.floor(size / 2))
    for (let from = 0; from < episodes.length; from += size)
      yield { ...truth, episodes: episodes.toSpliced(from, size) };
}

function withoutMember(truth: Truth, name: string, member: string): Truth {
  const without = (cut: Cut): Cut =>
    cut.map((dimension) =>
      dimension.name === name
        ? { ...dimension, members: dimension.members.filter((other) => other !== member) }
        : dimension,
    );
  return {
    ...truth,
    cuts: truth.cuts.map(without),
    episodes: truth.episodes.filter(({ at }) => at[name] !== member),
  };
}
