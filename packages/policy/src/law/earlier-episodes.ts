/**
 * The roles that may read assessments of a family's earlier, closed episodes, so that nobody has to be asked twice (SHR-1.2d):
 * by a grant that names nobody, since what was assessed then is about everybody.
 */
export const READERS_OF_EARLIER_EPISODES: readonly string[] = [
  'LEAD_PROFESSIONAL',
  'EHAST_PRACTITIONER',
];
