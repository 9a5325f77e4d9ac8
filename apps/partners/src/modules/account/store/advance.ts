import type { Taking } from '@postern/steps';
import type { HeldAccount } from './account.ts';
import { moveAccount } from './account.ts';
import { missingModules, missingVersions } from './still-missing.ts';

/** Takes every further step towards an active account for which nothing is missing; each is on the record. */
export async function advance(held: HeldAccount, taking: Taking): Promise<HeldAccount> {
  const { transaction, actor } = taking;
  let account = held;
  if (account.state === 'TRAINING') {
    if ((await missingModules(transaction, account.id, actor.at)).length > 0) return account;
    const reason = 'All training modules are completed.';
    account = await moveAccount(account, 'TRAIN', { reason }, taking);
  }
  if (account.state === 'UAA_PENDING') {
    if ((await missingVersions(transaction, account, actor.at)).length > 0) return account;
    const reason = 'The user agreement is accepted.';
    account = await moveAccount(account, 'ACCEPT', { reason }, taking);
  }
  if (account.state !== 'MFA_PENDING' || account.secondFactorAt === null) return account;
  const reason = 'A second factor was shown.';
  return moveAccount(account, 'CONFIRM_SECOND_FACTOR', { reason }, taking);
}
