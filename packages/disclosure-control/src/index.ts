export type { Balance, Lattice, LatticeCell } from './lattice.ts';
export type { Measurement } from './measurement.ts';
export { costOfHiding } from './price.ts';
export { DFE_10, type DisclosureProfile, NHS_7_5, OFQUAL_5, TEN_FIVE } from './profile.ts';
export { protectLattice } from './protect-lattice.ts';
export {
  type CellSymbol,
  LOW,
  NOT_APPLICABLE,
  type ProtectedCell,
  SUPPRESSED,
  UNAVAILABLE,
} from './protected-cell.ts';
export { mayStandFor } from './rounding.ts';
export type { Standing } from './standing.ts';
