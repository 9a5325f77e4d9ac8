import type { StoredRule } from '../../stored-rule.ts';
import { justified, justifiedOrOwn } from '../conditions.ts';
import { HEADER_STATUS } from '../parts/episode-parts.ts';
import {
  ALERTS,
  CHARACTERISTICS,
  COMMUNICATION,
  CONCERNS,
  EDUCATION,
  GROUP_WORK,
  HEALTH,
  HOUSEHOLDS,
  IDENTIFIERS,
  IDENTITY,
  LIVELIHOOD,
  OFFENCES,
  SETTINGS,
  SOCIAL_CARE,
  SOCIAL_CARE_CONTACT,
  VOICE,
  WHEREABOUTS,
  wholly,
} from '../parts/person-parts.ts';
import { OVERRIDE_PURPOSES } from '../purposes.ts';
import { OVERRIDING } from '../reach.ts';
import { rulesOf } from '../role-rules.ts';
import { hardLives } from './hard-lives.ts';
import { ofNamedPersons } from './named-persons.ts';
import { colleagues, ownAccess } from './own-account.ts';

const reads = rulesOf({
  role: 'OVERRIDE_HOLDER',
  prefix: 'override',
  purposes: OVERRIDE_PURPOSES,
});

/**
 * What it takes to protect somebody tonight: who the persons named are and where to find them, what is feared for them, and
 * whom to ring. Everything else is of a class that the override has to name.
 */
export const OVERRIDE_HOLDER_RULES: readonly StoredRule[] = [
  ...reads([...HEADER_STATUS, ...IDENTITY, ...HOUSEHOLDS], OVERRIDING, 'SHR-3.5L-e'),
  ...reads([...WHEREABOUTS, SETTINGS, COMMUNICATION], OVERRIDING, 'SHR-3.5L-e'),
  ...reads([...wholly(CONCERNS), ...wholly(ALERTS)], OVERRIDING, 'SHR-3.5L-e'),
  ...[VOICE, GROUP_WORK].flatMap((items) =>
    reads(wholly(items), justifiedOrOwn(OVERRIDING), 'SHR-3.3.3a'),
  ),
  ...reads(IDENTIFIERS, justified(OVERRIDING), 'SHR-4.3'),
  ...reads([CHARACTERISTICS, SOCIAL_CARE_CONTACT], justifiedOrOwn(OVERRIDING), 'SHR-4.3-cond'),
  ...[HEALTH, OFFENCES, EDUCATION, LIVELIHOOD, SOCIAL_CARE].flatMap((items) =>
    reads(wholly(items), justifiedOrOwn(OVERRIDING), 'SHR-4.3-cond'),
  ),
  ...hardLives(reads, OVERRIDING, 'SHR-4.3-cond'),
  ...ofNamedPersons(reads, OVERRIDING, 'SHR-3.3.3a'),
  ...colleagues(reads, OVERRIDING),
  ...ownAccess(reads),
];
