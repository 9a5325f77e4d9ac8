import type { Purpose } from '@postern/policy';
import { PURPOSES } from '@postern/policy';

/** The purposes of use that may be declared for records. */
export const RECORD_PURPOSES: readonly Purpose[] = PURPOSES.filter(
  (purpose) => purpose !== 'PLANNING_AND_REPORTING',
);
