import type { ProtectedCell } from '@postern/disclosure-control';
import type { Period } from '../calendar/period.ts';
import type { IndicatorDefinition } from '../catalogue/indicator.ts';
import type { Geometry } from './geometry.ts';
import type { Measured } from './measure.ts';

/** What one edition is protected over. */
export interface EditionLattice {
  readonly definition: IndicatorDefinition;
  readonly period: Period;
  readonly geometry: Geometry;
  readonly measured: Measured;
  /** What is out, by cell key. */
  readonly published: ReadonlyMap<string, ProtectedCell>;
}
