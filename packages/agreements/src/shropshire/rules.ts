import type { ConditionTemplate } from '@postern/policy';
import { PURPOSES } from '@postern/policy';
import type { StoredRule } from '../stored-rule.ts';
import { caseworkRules } from './casework-rules.ts';
import { REPORTING_PURPOSES, SCREENING_PURPOSES, TEAM_PURPOSES } from './purposes.ts';

const inTeam: ConditionTemplate = {
  all: [{ holds: 'grant.live' }, { holds: 'episode.open' }, { holds: 'agreement.inForce' }],
};

/** The lead professional keeps reading a stepped-up episode until it closes (SHR-3.4.10b). */
const leading: ConditionTemplate = {
  all: [
    { holds: 'grant.live' },
    { any: [{ holds: 'episode.open' }, { holds: 'episode.steppedUp' }] },
    { holds: 'agreement.inForce' },
  ],
};

/** The front door screens before there is an agreement (SHR-3.5.6c). */
const screening: ConditionTemplate = {
  all: [{ holds: 'grant.live' }, { holds: 'episode.underScreening' }],
};

function leadRule(
  name: string,
  given: Pick<StoredRule, 'resource' | 'clause'> & Partial<Pick<StoredRule, 'fields' | 'classes'>>,
): StoredRule {
  return {
    name: `lead-${name}`,
    role: 'LEAD_PROFESSIONAL',
    action: 'read',
    purposes: TEAM_PURPOSES,
    effect: 'ALLOW',
    when: leading,
    ...given,
  };
}

/** The rules of four roles of the Shropshire agreement, as they are stored (domain.md 4.2). */
export const SHROPSHIRE_RULES: readonly StoredRule[] = [
  ...caseworkRules({
    role: 'LEAD_PROFESSIONAL',
    prefix: 'lead',
    purposes: TEAM_PURPOSES,
    reach: leading,
    clause: 'SHR-3.4.2a',
    freely: new Set(),
  }),
  leadRule('reads-FamilyAgreement', {
    resource: 'FamilyAgreement',
    classes: ['OPERATIONAL', 'PERSONAL'],
    clause: 'SHR-3.4.3a',
  }),
  leadRule('reads-AgreementSigner', {
    resource: 'AgreementSigner',
    classes: ['OPERATIONAL', 'PERSONAL'],
    clause: 'SHR-3.4.3c',
  }),
  leadRule('reads-Exclusion', {
    resource: 'Exclusion',
    classes: ['OPERATIONAL', 'PERSONAL'],
    clause: 'SHR-3.4.4b',
  }),
  leadRule('reads-episode-grants', {
    resource: 'AccessGrant',
    classes: ['OPERATIONAL', 'WORKFORCE'],
    clause: 'SHR-8.2.1e',
  }),
  ...caseworkRules({
    role: 'TAF_MEMBER',
    prefix: 'taf',
    purposes: TEAM_PURPOSES,
    reach: inTeam,
    clause: 'SHR-3.4.5',
    freely: new Set(),
  }),
  {
    name: 'taf-reads-agreement-status',
    role: 'TAF_MEMBER',
    action: 'read',
    resource: 'FamilyAgreement',
    fields: ['id', 'status'],
    purposes: TEAM_PURPOSES,
    effect: 'ALLOW',
    when: inTeam,
    clause: 'SHR-3.4.4c',
  },
  ...caseworkRules({
    role: 'EHAST_PRACTITIONER',
    prefix: 'ehast',
    purposes: SCREENING_PURPOSES,
    reach: screening,
    clause: 'SHR-3.5.6c',
    freely: new Set(['RESTRICTED:IDENTIFIER', 'RESTRICTED:EDUCATION', 'RESTRICTED:SOCIAL_CARE']),
  }),
  {
    name: 'ehast-reads-FamilyAgreement',
    role: 'EHAST_PRACTITIONER',
    action: 'read',
    resource: 'FamilyAgreement',
    classes: ['OPERATIONAL', 'PERSONAL'],
    purposes: SCREENING_PURPOSES,
    effect: 'ALLOW',
    when: screening,
    clause: 'SHR-3.5.6c',
  },
  ...(['AgreementSigner', 'Exclusion'] as const).map(
    (resource): StoredRule => ({
      name: `ehast-reads-${resource}`,
      role: 'EHAST_PRACTITIONER',
      action: 'read',
      resource,
      classes: ['OPERATIONAL', 'PERSONAL'],
      purposes: SCREENING_PURPOSES,
      effect: 'ALLOW',
      when: screening,
      clause: 'SHR-3.5.6c',
    }),
  ),
  {
    name: 'analyst-reads-episode-counts',
    role: 'ANALYST',
    action: 'read',
    resource: 'EpisodeCounts',
    classes: ['PUBLIC'],
    purposes: REPORTING_PURPOSES,
    effect: 'ALLOW',
    when: 'always',
    clause: 'SHR-3.9.2',
  },
  {
    name: 'anyone-reads-the-register',
    role: '*',
    action: 'read',
    resource: 'Agency',
    classes: ['PUBLIC'],
    purposes: PURPOSES,
    effect: 'ALLOW',
    when: 'always',
    clause: 'SHR-2.3d',
  },
];
