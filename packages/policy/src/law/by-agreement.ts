/**
 * The roles that work with a family because it agreed: their grants reach nobody whose part of the agreement does not stand, and
 * nobody who keeps the worker’s agency out (SHR-3.4.3a, SHR-3.4.4c). Whoever leads stays with everybody, to ask them again.
 */
export const BY_AGREEMENT: readonly string[] = [
  'TAF_MEMBER',
  'GROUP_WORK_PROVIDER',
  'THIRD_PARTY',
  'PANEL_MEMBER',
];
