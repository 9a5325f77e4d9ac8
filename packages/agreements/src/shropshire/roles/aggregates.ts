import type { Purpose } from '@postern/policy';
import { PURPOSES } from '@postern/policy';
import type { StoredRule } from '../../stored-rule.ts';
import { COUNTS } from '../parts/office-parts.ts';
import { EVALUATION_PURPOSES, REPORTING_PURPOSES } from '../purposes.ts';
import { rulesOf } from '../role-rules.ts';

/** Protected counts, and no record of anybody (SHR-3.2b, SOM-6.14.3). */
function counts(
  role: string,
  prefix: string,
  purposes: readonly Purpose[],
  clause: string,
): readonly StoredRule[] {
  return rulesOf({ role, prefix, purposes })(COUNTS, 'always', clause);
}

export const AGGREGATE_RULES: readonly StoredRule[] = [
  ...counts('ANALYST', 'analyst', REPORTING_PURPOSES, 'SHR-3.9.2'),
  ...counts('BOARD_MEMBER', 'board', REPORTING_PURPOSES, 'SHR-3.9.3'),
  ...counts('EVALUATOR', 'evaluator', EVALUATION_PURPOSES, 'PN-eval'),
];

/** What anybody who signs in may read of a type, whatever for. */
function anyone(called: string, resource: string, clause: string): StoredRule {
  return {
    name: `anyone-reads-${called}`,
    role: '*',
    action: 'read',
    resource,
    classes: ['PUBLIC'],
    purposes: PURPOSES,
    effect: 'ALLOW',
    when: 'always',
    clause,
  };
}

export const PUBLIC_RULES: readonly StoredRule[] = [
  anyone('the-register', 'Agency', 'SHR-2.3d'),
  anyone('who-signed-what', 'Signature', 'SHR-2.3d'),
  anyone('the-agreements', 'Agreement', 'SHR-10.1.4'),
  anyone('their-terms', 'AgreementTerm', 'SHR-10.1.4'),
  anyone('their-figures', 'AgreementTimer', 'SHR-10.1.4'),
  anyone('what-was-resolved', 'Resolution', 'STA-1.3c'),
];
