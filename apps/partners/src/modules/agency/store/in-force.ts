import type { AgencyState } from '@postern/access-facts';

/** The states in which an agency takes part: it shares, is shared with, and its people read. */
export const IN_FORCE: readonly AgencyState[] = ['SIGNED', 'ACTIVE', 'REVIEW_DUE', 'NOTICE_GIVEN'];

/** SQL: whether an agency takes part. */
export function isInForce(agency: string): string {
  return `${agency}.state IN (${IN_FORCE.map((state) => `'${state}'`).join(', ')})`;
}
