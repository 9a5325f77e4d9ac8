import type { DisclosureProfile } from '@postern/disclosure-control';
import { DFE_10, NHS_7_5, OFQUAL_5, TEN_FIVE } from '@postern/disclosure-control';
import type { Breach } from '../attack.ts';
import { attackAs } from '../attack.ts';
import type { County } from '../county/counties.ts';
import type { Dataset } from '../county/dataset.ts';
import { datasetOf } from '../county/dataset-of.ts';
import { publishedLattice } from '../knowledge/of-lattice.ts';
import type { Reader } from '../knowledge/reader.ts';
import { attackCounty } from './attack-county.ts';
import type { Protect } from './publish.ts';
import { publishEditions } from './publish.ts';
import { reduce } from './reduce.ts';

/** A dataset whose protection a reader once broke, as a file that anybody can run again. */
export interface FailingCase {
  readonly profile: string;
  readonly reader: Reader;
  readonly seed: number;
  readonly dataset: Dataset;
  /** How it was shown when it was broken. */
  readonly shown: Readonly<Record<string, number | string>>;
  readonly breaches: readonly Breach[];
}

const PROFILES = [NHS_7_5, TEN_FIVE, DFE_10, OFQUAL_5];

/** The smallest dataset that follows from this county and that the reader still breaks; null where it holds. */
export async function failingCase(
  county: County,
  protect: Protect,
  reader: Reader,
): Promise<FailingCase | null> {
  const { seed, profile } = county;
  const shows = async (truth: County['truth']) =>
    (await attackCounty({ seed, profile, truth }, protect, [reader])).breaches.some(isBroken);
  if (!(await shows(county.truth))) return null;
  const dataset = datasetOf(await reduce(county.truth, shows));
  return { ...(await rerun({ dataset, profile: profile.name, reader }, protect)), seed };
}

/** Publishes and attacks a case again. */
export async function rerun(
  given: Pick<FailingCase, 'dataset' | 'profile' | 'reader'>,
  protect: Protect,
): Promise<Omit<FailingCase, 'seed'>> {
  const profile = profileNamed(given.profile);
  const { lattice, shown } = publishEditions(given.dataset, profile, protect);
  const published = publishedLattice(lattice, shown, profile);
  const { breaches } = await attackAs(given.reader, published);
  const printed = [...shown].map(
    ([key, cell]) => [key, cell.kind === 'VALUE' ? cell.value : cell.symbol] as const,
  );
  return { ...given, shown: Object.fromEntries(printed), breaches: breaches.filter(isBroken) };
}

/** A cell suppressed beside another gives nobody away where it is only narrowed. */
export function isBroken({ isPrimary, isExact }: Breach): boolean {
  return isPrimary || isExact;
}

function profileNamed(name: string): DisclosureProfile {
  const found = PROFILES.find((profile) => profile.name === name);
  if (found === undefined) throw new RangeError('A case names a profile of the engine.');
  return found;
}
