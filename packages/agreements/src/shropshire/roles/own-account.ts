import type { ConditionTemplate } from '@postern/policy';
import type { StoredRule } from '../../stored-rule.ts';
import { any } from '../conditions.ts';
import {
  ACCESS_LISTS,
  ACCOUNT_STATE,
  GRANTS,
  JUSTIFICATIONS,
  PRACTITIONER,
} from '../parts/office-parts.ts';
import { SELF } from '../reach.ts';
import type { Reads } from '../role-rules.ts';

/** Oneself, and nobody else. */
export function ownAccount(reads: Reads): readonly StoredRule[] {
  return [...reads(PRACTITIONER, SELF, 'SHR-8.2.1a'), ...reads(ACCOUNT_STATE, SELF, 'SHR-8.2.1a')];
}

/** Oneself, and the colleagues on the episodes that one reaches (SHR-3.4.11b). */
export function colleagues(reads: Reads, reach: ConditionTemplate): readonly StoredRule[] {
  return [
    ...reads(PRACTITIONER, any(SELF, reach), 'SHR-3.4.11b'),
    ...reads(ACCOUNT_STATE, SELF, 'SHR-8.2.1a'),
  ];
}

/** The access one has oneself, and why. */
export function ownAccess(reads: Reads): readonly StoredRule[] {
  return [
    ...reads(ACCESS_LISTS, SELF, 'SHR-8.2.1e'),
    ...reads(GRANTS, SELF, 'SHR-8.2.1e'),
    ...reads(JUSTIFICATIONS, SELF, 'SHR-4.3-cond'),
  ];
}
