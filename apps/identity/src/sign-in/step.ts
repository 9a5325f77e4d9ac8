import type { InteractionResults } from 'oidc-provider';
import { BOTH_FACTORS } from '../access-token.ts';
import type { Accounts } from '../accounts.ts';
import type { Attempt } from './attempt.ts';
import { restarted, withAccount, withWrongCode } from './attempt.ts';
import type { SignInForm } from './form.ts';
import type { Correction } from './page-for.ts';

/** What comes of a form: the next page, the same page with what was wrong, or the provider's result. */
export type Step =
  | { readonly kind: 'MOVED'; readonly attempt: Attempt }
  | ({ readonly kind: 'REFUSED'; readonly attempt: Attempt } & Correction)
  | { readonly kind: 'FINISHED'; readonly result: InteractionResults };

/** Decides the next step; only an account that is known and its right code finish a sign-in. */
export function nextStep(attempt: Attempt, form: SignInForm, accounts: Accounts): Step {
  if (form.action === 'cancel') return cancelled;
  if (form.action === 'restart') return { kind: 'MOVED', attempt: restarted(attempt) };
  return attempt.step === 'ACCOUNT'
    ? choose(attempt, form.email ?? '', accounts)
    : confirm(attempt, form.code ?? '');
}

const cancelled: Step = {
  kind: 'FINISHED',
  result: { error: 'access_denied', error_description: 'The sign-in was cancelled.' },
};

function choose(attempt: Attempt, typed: string, accounts: Accounts): Step {
  const account = accounts.withEmail(typed);
  if (account !== undefined) {
    return { kind: 'MOVED', attempt: withAccount(attempt, account.subject) };
  }
  const message =
    typed.trim() === ''
      ? 'Enter the e-mail address of a sample account'
      : 'There is no sample account with this e-mail address';
  return { kind: 'REFUSED', attempt, typed, error: { field: 'email', message } };
}

function confirm(attempt: Attempt & { readonly step: 'CODE' }, typed: string): Step {
  if (typed.replaceAll(/\s/g, '') === attempt.code) return signedIn(attempt.subject);
  const next = withWrongCode(attempt);
  const error =
    next.step === 'CODE'
      ? { field: 'code', message: 'Enter the 6 digits shown on this page' }
      : { field: 'email', message: 'Too many wrong codes: start again' };
  return { kind: 'REFUSED', attempt: next, error };
}

function signedIn(accountId: string): Step {
  const { acr, amr } = BOTH_FACTORS;
  return { kind: 'FINISHED', result: { login: { accountId, amr: [...amr], acr } } };
}
