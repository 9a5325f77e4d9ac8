import type { ConditionTemplate } from '@postern/policy';
import type { StoredRule } from '../../stored-rule.ts';
import { justified, justifiedOrOwn } from '../conditions.ts';
import { CARE_RECEIVED, CARING, COURT_ORDERS, wholly } from '../parts/person-parts.ts';
import type { Reads } from '../role-rules.ts';

/**
 * What a court ordered about a child and whom a child cares for, to whoever says why it is relevant. Whom the care is for is of
 * that person's health: only a justification for them opens it, whoever wrote it.
 */
export function hardLives(
  reads: Reads,
  reach: ConditionTemplate,
  clause: string,
): readonly StoredRule[] {
  return [
    ...[COURT_ORDERS, CARING].flatMap((items) =>
      reads(wholly(items), justifiedOrOwn(reach), clause),
    ),
    ...reads(wholly(CARE_RECEIVED), justified(reach), clause),
  ];
}
