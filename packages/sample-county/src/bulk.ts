import type { Connection } from '@postern/database';
import { runSqlFile } from './sql-file.ts';

/** The bulk of the county in the order it is built: each step's files, after the line that announces it. */
const STEPS: readonly { readonly announce: string; readonly files: readonly string[] }[] = [
  {
    announce: 'agencies and accounts',
    files: [
      'vocabulary/people',
      'vocabulary/places',
      'vocabulary/help',
      'vocabulary/agency-names',
      'agencies/agency',
      'agencies/assurance',
      'agencies/pool',
      'accounts/worker',
      'accounts/account',
      'accounts/preconditions',
    ],
  },
  {
    announce: 'families',
    files: [
      'families/folk',
      'families/person',
      'families/family',
      'families/household',
      'families/address',
    ],
  },
  {
    announce: 'episodes',
    files: [
      'episodes/episode-plan',
      'episodes/episode',
      'episodes/episode-person',
      'episodes/level-transition',
      'episodes/assessment',
      'episodes/need',
      'episodes/plan',
      'episodes/meeting',
      'episodes/case-note',
      'episodes/referral',
      'episodes/information-request',
    ],
  },
  {
    announce: 'agreements, grants and justifications',
    files: [
      'families/agreement',
      'families/signer',
      'families/exclusion',
      'families/disclosure-limit',
      'grants/grant',
      'grants/justification',
    ],
  },
  {
    announce: 'classed entries',
    files: ['entries/kind', 'entries/person-entry', 'matching/match-candidate'],
  },
];

/** Generates the bulk inside PostgreSQL. */
export async function generateBulk(
  owner: Connection,
  onProgress: (line: string) => void,
): Promise<void> {
  for (const step of STEPS) {
    onProgress(`Sample county: ${step.announce}`);
    for (const file of step.files) await runSqlFile(owner, `${file}.sql`);
  }
}
