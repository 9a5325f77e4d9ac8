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
