import type { SampleAccount } from '@postern/sample-county';

/** The people who can sign in here, and no others. */
export class Accounts {
  readonly all: readonly SampleAccount[];
  readonly #byEmail: ReadonlyMap<string, SampleAccount>;
  readonly #bySubject: ReadonlyMap<string, SampleAccount>;

  constructor(accounts: readonly SampleAccount[]) {
    this.all = accounts;
    this.#byEmail = new Map(accounts.map((account) => [account.email.toLowerCase(), account]));
    this.#bySubject = new Map(accounts.map((account) => [account.subject, account]));
  }

  /** Finds by e-mail as a person types it: case and surrounding space do not matter. */
  withEmail(typed: string): SampleAccount | undefined {
    return this.#byEmail.get(typed.trim().toLowerCase());
  }

  withSubject(subject: string): SampleAccount | undefined {
    return this.#bySubject.get(subject);
  }
}
