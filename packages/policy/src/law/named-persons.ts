import type { Coordinate } from '../classes/dictionary.ts';

/**
 * Records of an episode that hold other records and say little themselves. A grant that names persons leads to them, as it
 * does to the episode; what lies in them it leads to only where it concerns the persons named and nobody else.
 */
export const FOLDERS: ReadonlySet<string> = new Set(['Assessment', 'Plan']);

/**
 * What is said of the family as a whole on records that every grant leads to: only a grant that names nobody opens it. The
 * one-line address is that of some household, in which those whom a grant names need not live.
 */
export const OF_THE_WHOLE_FAMILY: ReadonlySet<Coordinate> = new Set<Coordinate>([
  'Family.address',
  'Episode.reason',
  'Assessment.reasons',
  'Plan.objective',
  'LevelTransition.reason',
  'FamilyAgreement.basisWhenNoAgreement',
  'AccessEvent.reason',
]);
