import type { StoredRule } from '../../stored-rule.ts';
import { justified, justifiedOrOwn } from '../conditions.ts';
import { HEADER_STATUS } from '../parts/episode-parts.ts';
import {
  ALERTS,
  CHARACTERISTICS,
  COMMUNICATION,
  CONCERNS,
  CONTACTS,
  EDUCATION,
  GROUP_WORK,
  HEALTH,
  IDENTIFIERS,
  IDENTITY,
  LIVELIHOOD,
  OFFENCES,
  SETTINGS,
  SOCIAL_CARE,
  SOCIAL_CARE_CONTACT,
  VOICE,
  wholly,
} from '../parts/person-parts.ts';
import { INFORMATION_GOVERNANCE_PURPOSES } from '../purposes.ts';
import { IN_PROCEEDING } from '../reach.ts';
import { rulesOf } from '../role-rules.ts';
import { hardLives } from './hard-lives.ts';
import { ofNamedPersons } from './named-persons.ts';
import { colleagues, ownAccess } from './own-account.ts';

const reads = rulesOf({
  role: 'INFORMATION_GOVERNANCE_OFFICER',
  prefix: 'information-governance',
  purposes: INFORMATION_GOVERNANCE_PURPOSES,
});

/** One person's data while that person's rights request or a breach is dealt with: the grant names the person. */
export const INFORMATION_GOVERNANCE_OFFICER_RULES: readonly StoredRule[] = [
  ...reads([...HEADER_STATUS, ...IDENTITY], IN_PROCEEDING, 'SHR-10.1.2'),
  ...reads([CONTACTS, SETTINGS, COMMUNICATION], IN_PROCEEDING, 'SHR-10.1.2'),
  ...[VOICE, CONCERNS, ALERTS, GROUP_WORK].flatMap((items) =>
    reads(wholly(items), IN_PROCEEDING, 'SHR-10.1.2'),
  ),
  ...reads(IDENTIFIERS, justified(IN_PROCEEDING), 'SHR-4.3'),
  ...reads([CHARACTERISTICS, SOCIAL_CARE_CONTACT], justifiedOrOwn(IN_PROCEEDING), 'SHR-4.3-cond'),
  ...[HEALTH, OFFENCES, EDUCATION, LIVELIHOOD, SOCIAL_CARE].flatMap((items) =>
    reads(wholly(items), justifiedOrOwn(IN_PROCEEDING), 'SHR-4.3-cond'),
  ),
  ...hardLives(reads, IN_PROCEEDING, 'SHR-4.3-cond'),
  ...ofNamedPersons(reads, IN_PROCEEDING, 'SHR-10.1.2'),
  ...colleagues(reads, IN_PROCEEDING),
  ...ownAccess(reads),
];
