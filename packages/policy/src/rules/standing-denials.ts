import type { ConditionTemplate } from '../conditions/template.ts';
import type { Action } from './action.ts';
import { PURPOSES } from './purpose.ts';
import type { Rule } from './rule.ts';

/**
 * Subtractions that cut across every rule. They are part of the engine, not of the editable policy:
 * no policy version can leave them out.
 */
export const STANDING_DENIALS: readonly Rule[] = [
  denial('family-excluded-agency', 'SHR-3.4.4c', { holds: 'exclusion.wholeAgency' }),
  // What a family withholds yields to a recorded override; what keeps somebody safe and a right exercised do not (SHR-3.5L-e).
  denial('hidden-detail', 'SHR-3.4.4c', {
    all: [{ holds: 'detail.hidden' }, { not: { holds: 'override.live' } }],
  }),
  denial('restricted-detail', 'PN-r-obj', { holds: 'detail.restricted' }),
  denial('exclusion-of-own-agency', 'SHR-3.4.4c', { holds: 'exclusion.ofOwnAgency' }),
  denial('conflict-of-interest', 'SHR-1.2g', { holds: 'conflict.declared' }),
  denial('stricter-class', 'SHR-4.3-cond', { holds: 'entry.stricterClass' }),
  denial('purpose-lock', 'SHR-3.5L-h', { holds: 'entry.purposeLocked' }),
  denial('young-persons-limit', 'SHR-3.4.3d', { holds: 'limit.hides' }),
  // Whoever may not read is not to write either; what hides a detail is no reason to keep anybody from adding one.
  denial(
    'family-excluded-agency-records',
    'SHR-3.4.4c',
    { holds: 'exclusion.wholeAgency' },
    'record',
  ),
  denial('conflict-of-interest-records', 'SHR-1.2g', { holds: 'conflict.declared' }, 'record'),
];

function denial(
  name: string,
  clause: string,
  when: ConditionTemplate,
  action: Action = 'read',
): Rule {
  return {
    name,
    role: '*',
    action,
    resource: '*',
    covers: { kind: 'EVERYTHING' },
    purposes: PURPOSES,
    effect: 'DENY',
    when,
    clause,
  };
}
