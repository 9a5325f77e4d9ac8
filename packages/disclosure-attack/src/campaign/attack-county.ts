import type { Attacked, Breach } from '../attack.ts';
import { attackAs } from '../attack.ts';
import type { County } from '../county/counties.ts';
import { datasetOf } from '../county/dataset-of.ts';
import { publishedLattice } from '../knowledge/of-lattice.ts';
import type { Reader } from '../knowledge/reader.ts';
import type { Protect } from './publish.ts';
import { publishEditions } from './publish.ts';
import { isUnavoidable } from './unavoidable.ts';

/** What several readers made of one county. */
export interface AttackedCounty {
  readonly seed: number;
  readonly cells: number;
  readonly suppressed: number;
  readonly tried: number;
  readonly undecided: number;
  readonly contradictions: number;
  readonly breaches: readonly Breach[];
  /** Counts that the edition with which they were told could not keep; no breaches. */
  readonly unavoidable: readonly Breach[];
}

/** Publishes a county and attacks all that is out, as each of the readers. */
export async function attackCounty(
  county: Pick<County, 'seed' | 'profile' | 'truth'>,
  protect: Protect,
  readers: readonly Reader[],
): Promise<AttackedCounty> {
  const dataset = datasetOf(county.truth);
  const { lattice, shown } = publishEditions(dataset, county.profile, protect);
  const published = publishedLattice(lattice, shown, county.profile);
  const found: Attacked[] = [];
  for (const reader of readers) found.push(await attackAs(reader, published));
  const breaches: Breach[] = [];
  const unavoidable: Breach[] = [];
  for (const breach of found.flatMap((attacked) => attacked.breaches))
    ((await isUnavoidable(breach, dataset, published)) ? unavoidable : breaches).push(breach);
  const sum = (of: (attacked: Attacked) => number) =>
    found.reduce((total, attacked) => total + of(attacked), 0);
  return {
    seed: county.seed,
    cells: shown.size,
    suppressed: [...shown.values()].filter(({ kind }) => kind === 'SUPPRESSED').length,
    tried: sum(({ tried }) => tried),
    undecided: sum(({ undecided }) => undecided),
    contradictions: sum(({ contradictions }) => contradictions),
    breaches,
    unavoidable,
  };
}
