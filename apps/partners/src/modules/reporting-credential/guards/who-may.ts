import type { Taking } from '@postern/steps';
import { chosenCount } from '@postern/steps';
import type { Enrolling } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';

/** Who reads protected numbers, and so may have a tool read them. */
export const READERS: readonly string[] = ['ANALYST', 'BOARD_MEMBER', 'EVALUATOR'];

/** Somebody whom every precondition holds for, as they take a step of their own. */
export interface Answering {
  readonly accountId: string;
  readonly agencyId: string;
  readonly taking: Taking;
}

/** Who may answer for a credential: a reader of protected numbers in force. @throws CommandRefused the first precondition missing, ROLE_NOT_PERMITTED */
export function requireReader(
  call: Pick<Enrolling<unknown>, 'account' | 'now' | 'transaction'>,
): Answering {
  const answering = requireAccount(call);
  if (!call.account?.roles.some((role) => READERS.includes(role)))
    throw new CommandRefused('ROLE_NOT_PERMITTED', { about: READERS });
  return answering;
}

/** Whoever is somebody here: what they answered for they may end, though they be no reader any more. @throws CommandRefused */
export function requireAccount({
  account,
  now,
  transaction,
}: Pick<Enrolling<unknown>, 'account' | 'now' | 'transaction'>): Answering {
  if (account === null) throw new CommandRefused('ACCOUNT_UNKNOWN');
  const [missing] = account.missing;
  if (missing !== undefined) throw new CommandRefused(missing, { about: account.missing });
  const { accountId, agencyId } = account;
  return { accountId, agencyId, taking: { transaction, actor: { accountId, agencyId, at: now } } };
}

/** @throws CommandRefused REPORTING_CREDENTIALS_ENOUGH */
export async function requireRoom({ accountId, taking }: Answering): Promise<void> {
  const { transaction, actor } = taking;
  const most = await chosenCount(transaction, 'REPORTING_CREDENTIALS_MOST');
  const [row] = await transaction.run<{ opening: number }>({
    text: `SELECT count(*)::integer AS opening FROM partners.reporting_credential
      WHERE account_id = $1 AND state = 'IN_USE' AND ends_at > $2`,
    values: [accountId, actor.at.toISOString()],
  });
  if ((row?.opening ?? most) >= most)
    throw new CommandRefused('REPORTING_CREDENTIALS_ENOUGH', { about: [String(most)] });
}
