import type { ProofScope } from '@postern/policy';
import { PRECONDITIONS } from '@postern/policy';
import { ROLES } from './matrix/roles.ts';

const TITLES: Readonly<Record<string, { readonly title: string }>> = ROLES;

/** What the roles and types of the partnership are to the proof of its rules. */
export const PROOF_SCOPE: ProofScope = {
  administrators: ['ADMINISTRATOR'],
  reporting: ['ANALYST', 'BOARD_MEMBER', 'EVALUATOR'],
  notRecords: [
    'Agency',
    'DisclosureProfile',
    'EpisodeCountCell',
    'EpisodeCounts',
    'PolicyRule',
    'Practitioner',
  ],
  // Nothing goes by default: what a lead professional picked for social care (SHR-3.4.10c).
  handPicked: ['SOCIAL_CARE_WORKER'],
  preconditions: PRECONDITIONS,
  titleOf: (role) => TITLES[role]?.title ?? role,
};
