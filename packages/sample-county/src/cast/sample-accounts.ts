import { practitioners } from './practitioners.ts';

/** A person to sign in as, and what that shows. */
export interface SampleAccount {
  readonly email: string;
  readonly subject: string;
  readonly name: string;
  readonly shows: string;
}

/** Every practitioner of the cast; the first is a school's team member with many families and no justification. */
export const sampleAccounts: readonly SampleAccount[] = Object.values(practitioners).map(
  ({ email, subject, name, shows }) => ({ email, subject, name, shows }),
);
