import type { ConditionTemplate } from '@postern/policy';
import type { StoredRule } from '../../stored-rule.ts';
import { all } from '../conditions.ts';
import { fieldsOf } from '../parts/part.ts';
import { GRANTED, KEEPING_AGREEMENT, MY_EPISODE } from '../reach.ts';
import { FAMILY, LEAD, MANAGER, SUPPORT, YOUNG } from '../recording-roles.ts';
import { recordsOf } from '../role-rules.ts';

const STANDING = fieldsOf('FamilyAgreement', 'standing', ['status', 'exclusions']);
const EXCLUSION = fieldsOf('Exclusion', 'scope', ['scope']);
const PART = fieldsOf('AgreementPart', 'standing', ['state', 'disclosureLimit']);
const OWN_WORD = fieldsOf('AgreementPart', 'standing', ['state']);
const EVERYTHING = [STANDING, EXCLUSION, PART];

const MYSELF: ConditionTemplate = { holds: 'person.self' };

const lead = recordsOf(LEAD);
const support = recordsOf(SUPPORT);
const manager = recordsOf(MANAGER);
const family = recordsOf(FAMILY);
const young = recordsOf(YOUNG);

/** Who records what a family agrees to: whoever leads and the host in its name, and each of the family for themselves. */
export const AGREEING_RULES: readonly StoredRule[] = [
  ...lead(EVERYTHING, KEEPING_AGREEMENT, 'SHR-3.4.3a'),
  ...support(EVERYTHING, GRANTED, 'SHR-8.2.1i'),
  ...manager(EVERYTHING, GRANTED, 'SHR-3.4.3a'),
  ...family(OWN_WORD, all(MY_EPISODE, MYSELF), 'SHR-3.4.2c'),
  ...young(PART, all(MY_EPISODE, MYSELF), 'SHR-3.4.3d'),
];
