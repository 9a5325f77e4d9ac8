import type { Accounts } from '../accounts.ts';
import { accountPage } from '../pages/account-page.ts';
import { codePage } from '../pages/code-page.ts';
import type { FieldError } from '../pages/error-summary.ts';
import type { Page } from '../pages/layout.ts';
import type { Attempt } from './attempt.ts';

/** What was wrong with the form just sent, and what had been typed into it. */
export interface Correction {
  readonly error: FieldError;
  readonly typed?: string;
}

/** The page of the step an attempt has come to. */
export function pageFor(attempt: Attempt, accounts: Accounts, correction?: Correction): Page {
  const { csrf } = attempt;
  const error = correction?.error;
  const typed = correction?.typed ?? '';
  if (attempt.step === 'ACCOUNT')
    return accountPage({ csrf, accounts: accounts.all, typed, error });
  const name = accounts.withSubject(attempt.subject)?.name ?? '';
  return codePage({ csrf, name, code: attempt.code, error });
}
