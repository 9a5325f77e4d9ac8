export { type Attacked, attackAs, type Breach } from './attack.ts';
export { type AttackedCounty, attackCounty } from './campaign/attack-county.ts';
export { type FailingCase, failingCase, isBroken, rerun } from './campaign/failing-case.ts';
export { type Protect, publishEditions } from './campaign/publish.ts';
export { isUnavoidable } from './campaign/unavoidable.ts';
export { type County, drawCounty, SHAPES, type Shape } from './county/counties.ts';
export type { Dataset } from './county/dataset.ts';
export { Random } from './county/random.ts';
export { publishedLattice } from './knowledge/of-lattice.ts';
export type { Published, PublishedCell } from './knowledge/published.ts';
export { PROMISED, READERS, type Reader } from './knowledge/reader.ts';
export { oneCompanionPerLine } from './naive/one-companion.ts';
export { primaryOnly } from './naive/primary-only.ts';
export { unlinkedTables } from './naive/unlinked-tables.ts';
export { withoutStanding } from './naive/without-standing.ts';
export {
  type ComparedTable,
  compareWithLeast,
  figuresOfCompared,
  tablesToCompare,
} from './optimum/compare.ts';
