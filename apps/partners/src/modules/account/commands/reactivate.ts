import { HOST } from '../../role-holding/offices.ts';
import { moveAccount } from '../store/account.ts';
import { advance } from '../store/advance.ts';
import { accountStep } from './account-command.ts';

/** Brings back an account that was disabled because it was dormant; what has run out meanwhile is asked for again. */
export const reactivateAccount = accountStep(HOST, {}, async (held, { input }, taking) =>
  advance(await moveAccount(held, 'REACTIVATE', { reason: input.reason }, taking), taking),
);
