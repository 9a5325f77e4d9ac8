import { familyAccounts } from './family-accounts.ts';
import { practitioners } from './practitioners.ts';

/** A person to sign in as, and what that shows. */
export interface SampleAccount {
  readonly email: string;
  readonly subject: string;
  readonly name: string;
  readonly shows: string;
}

/**
 * Everybody of the cast who can sign in, practitioners before family members; the first is a school's team member with
 * many families and no justification.
 */
export const sampleAccounts: readonly SampleAccount[] = [
  ...Object.values(practitioners),
  ...Object.values(familyAccounts),
].map(({ email, subject, name, shows }) => ({ email, subject, name, shows }));

/** Who can sign in and has no account, so that one can be made: nominated, invited, trained and let in as anybody. */
export const sampleNewcomers: readonly SampleAccount[] = [
  {
    email: 'wren.sallow@fernhollow.example',
    subject: 'wren',
    name: 'Wren Sallow',
    shows:
      'nobody here yet: takes an invitation of the first account’s school, and every step after it',
  },
];
