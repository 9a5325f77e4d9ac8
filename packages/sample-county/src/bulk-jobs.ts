import type { Job } from './job-queue.ts';

/** What every job reads, made before the first. */
export const GROUNDWORK: readonly string[] = [
  'vocabulary/people',
  'vocabulary/places',
  'vocabulary/areas',
  'vocabulary/help',
  'vocabulary/agency-names',
  'agencies/further-agency',
  'agencies/pool',
  'accounts/worker',
  'entries/kind',
];

/** A part of the bulk: the files that generate it, in their order. No two fill the same table. */
export interface BulkJob extends Job {
  readonly files: readonly string[];
}

/** The bulk of the county: no job stands before one it needs; long ones stand before short ones. */
export const BULK_JOBS: readonly BulkJob[] = [
  { name: 'who lives in each family', needs: [], files: ['families/folk'] },
  {
    name: 'agencies and accounts',
    needs: [],
    files: ['agencies/agency', 'agencies/assurance', 'accounts/account', 'accounts/preconditions'],
  },
  { name: 'families', needs: [], files: ['families/family'] },
  { name: 'match pool', needs: [], files: ['matching/match-candidate'] },
  {
    name: 'course of each episode',
    needs: ['who lives in each family'],
    files: ['episodes/episode-plan'],
  },
  {
    name: 'homes',
    needs: ['who lives in each family'],
    files: ['families/home'],
  },
  {
    name: 'classed entries',
    needs: ['course of each episode'],
    files: ['entries/person-entry'],
  },
  { name: 'grants', needs: ['course of each episode'], files: ['grants/grant'] },
  { name: 'households', needs: ['homes'], files: ['families/household'] },
  {
    name: 'agreements',
    needs: ['course of each episode'],
    files: ['families/agreed', 'families/agreement', 'families/signer', 'families/exclusion'],
  },
  {
    name: 'sections of assessments',
    needs: ['course of each episode'],
    files: ['episodes/assessment-section'],
  },
  {
    name: 'persons of episodes',
    needs: ['course of each episode'],
    files: ['episodes/episode-person'],
  },
  { name: 'plan actions', needs: ['course of each episode'], files: ['episodes/plan-action'] },
  { name: 'needs', needs: ['course of each episode'], files: ['episodes/need'] },
  { name: 'meetings', needs: ['course of each episode'], files: ['episodes/meeting'] },
  { name: 'addresses', needs: ['homes'], files: ['families/address'] },
  {
    name: 'episodes',
    needs: ['course of each episode'],
    files: ['episodes/episode', 'episodes/level-transition'],
  },
  {
    name: 'members of families',
    needs: ['who lives in each family'],
    files: ['families/family-member'],
  },
  { name: 'persons', needs: ['who lives in each family'], files: ['families/person'] },
  { name: 'plans', needs: ['course of each episode'], files: ['episodes/plan'] },
  {
    name: 'notes, referrals and requests',
    needs: ['course of each episode'],
    files: ['episodes/case-note', 'episodes/referral', 'episodes/information-request'],
  },
  { name: 'assessments', needs: ['course of each episode'], files: ['episodes/assessment'] },
  {
    name: 'limits and justifications',
    needs: ['course of each episode'],
    files: ['families/disclosure-limit', 'grants/justification'],
  },
];
