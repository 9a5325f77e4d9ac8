import type { ApprovalReason } from '@postern/access-facts';
import type { Said } from './said.ts';

const OVERRIDE = ['OVERRIDING_PUBLIC_INTEREST', 'COMMON_LAW_PUBLIC_INTEREST'];

/** Why somebody else has to say yes first, the gravest reason first; nothing where a complete justification is enough. */
export function approvalReasons({
  classes,
  gateway,
  confidenceRoute,
}: Pick<Said, 'classes' | 'gateway' | 'confidenceRoute'>): readonly ApprovalReason[] {
  const overrides = OVERRIDE.some((each) => each === gateway || each === confidenceRoute);
  const reasons: readonly (readonly [ApprovalReason, boolean])[] = [
    ['OVERRIDE', overrides],
    ['DIGITAL_ECONOMY_ACT', gateway === 'DEA2017_S35'],
    // Whoever names a route of confidence relies on something that another agency was told in confidence.
    ['CONFIDENTIAL_ITEM', confidenceRoute !== null && !overrides],
    ['OFFENCE_DATA', classes.includes('CRIMINAL_OFFENCE')],
  ];
  return reasons.flatMap(([reason, holds]) => (holds ? [reason] : []));
}
