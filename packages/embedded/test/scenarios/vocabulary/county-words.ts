import type { cast } from '@postern/sample-county';
import { COUNTY_NOW } from '../../county-fixture.ts';

type CastFamilies = (typeof cast)['families'];
type EpisodesOf<Family> = Family extends { readonly episodes: infer Episodes }
  ? Episodes[keyof Episodes]
  : never;

/** What scenarios need to know of an episode of the cast. */
export type CastEpisode = Pick<
  EpisodesOf<CastFamilies[keyof CastFamilies]>,
  'id' | 'reference' | 'facts'
>;

/** Words that occur in the record of this episode and its family and nowhere else. */
export function privateWords(episode: CastEpisode): readonly string[] {
  const { family, reason } = episode.facts;
  const addresses = family.households.flatMap((household) =>
    household.addresses.map((address) => address.line),
  );
  return [
    episode.reference,
    episode.id,
    family.reference,
    family.id,
    ...addresses,
    ...(reason === null ? [] : [reason]),
  ];
}

/** An instant so many days from the county's present; negative is the past. */
export function daysFromNow(days: number): string {
  return new Date(COUNTY_NOW.getTime() + days * 86_400_000).toISOString();
}

/** The date so many days from the county's present. */
export function dateFromNow(days: number): string {
  return daysFromNow(days).slice(0, 10);
}
