import { randomUUID } from 'node:crypto';
import { isHeld } from '@postern/access-facts';
import { deadlineAfter } from '@postern/lifecycle';
import type { Held, Taking } from '@postern/steps';
import { chosenPeriod, takeStep } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';
import type { HeldAccount } from '../../account/store/account.ts';
import { aboutOf } from '../../account/store/account.ts';
import type { HoldingState } from '../role-holding.machine.ts';
import { ROLE_HOLDING_MACHINE } from '../role-holding.machine.ts';

export interface HeldRole extends Held<HoldingState> {
  readonly accountId: string;
  readonly role: string;
}

const COLUMNS = `id, account_id AS "accountId", role, revision,
  CASE WHEN ends_at <= $2::timestamptz THEN 'ENDED' WHEN confirmed_until <= $2::timestamptz THEN 'LAPSED' ELSE 'HELD' END AS state`;

/** Whose role it is. @throws CommandRefused RECORD_UNKNOWN */
export async function holderOf(transaction: Statements, id: string): Promise<string> {
  const [held] = isUuid(id)
    ? await transaction.run<{ account: string }>({
        text: 'SELECT account_id AS account FROM access.role_holding WHERE id = $1',
        values: [id],
      })
    : [];
  if (held === undefined) throw new CommandRefused('RECORD_UNKNOWN');
  return held.account;
}

/** @throws CommandRefused RECORD_UNKNOWN */
export async function holdRole(transaction: Statements, id: string, now: Date): Promise<HeldRole> {
  const [held] = isUuid(id)
    ? await transaction.run<HeldRole>({
        text: `SELECT ${COLUMNS} FROM access.role_holding WHERE id = $1 FOR UPDATE`,
        values: [id, now.toISOString()],
      })
    : [];
  if (held === undefined) throw new CommandRefused('RECORD_UNKNOWN');
  return held;
}

/** What an account holds that has not ended, lapsed or not. */
export function holdingsOf(
  transaction: Statements,
  account: string,
  now: Date,
): Promise<readonly HeldRole[]> {
  return transaction.run<HeldRole>({
    text: `SELECT ${COLUMNS} FROM access.role_holding WHERE account_id = $1 AND (ends_at IS NULL OR ends_at > $2::timestamptz)
      ORDER BY role, id FOR UPDATE`,
    values: [account, now.toISOString()],
  });
}

/** Until when a role counts that is given or confirmed now: it comes up for review, and lapses some time after. */
export async function confirmedUntil(transaction: Statements, now: Date): Promise<Date> {
  const review = deadlineAfter(now, await chosenPeriod(transaction, 'ROLE_REVIEW'));
  return deadlineAfter(review, await chosenPeriod(transaction, 'ROLE_LAPSE'));
}

/** Whether somebody holds a role, by whichever holding. */
export async function stillHolds(
  transaction: Statements,
  { account, role }: { readonly account: string; readonly role: string },
  now: Date,
): Promise<boolean> {
  const found = await transaction.run({
    text: `SELECT 1 AS held FROM access.role_holding holding WHERE account_id = $1 AND role = $2 AND ${isHeld('holding', '$3')}`,
    values: [account, role, now.toISOString()],
  });
  return found.length > 0;
}

export async function giveRole(
  transaction: Statements,
  given: { readonly account: string; readonly role: string },
  { now, until }: { readonly now: Date; readonly until: Date },
): Promise<string> {
  const id = randomUUID();
  await transaction.run({
    text: 'INSERT INTO access.role_holding (id, account_id, role, starts_at, confirmed_until) VALUES ($1, $2, $3, $4, $5)',
    values: [id, given.account, given.role, now.toISOString(), until.toISOString()],
  });
  return id;
}

/** Ends every role that an account holds, each with its event. */
export async function endHoldingsOf(
  account: HeldAccount,
  reason: string,
  taking: Taking,
): Promise<void> {
  const { transaction, actor } = taking;
  for (const holding of await holdingsOf(transaction, account.id, actor.at))
    await endHolding(holding, account, reason, taking);
}

export async function endHolding(
  holding: HeldRole,
  account: HeldAccount,
  reason: string,
  taking: Taking,
): Promise<void> {
  const { transaction, actor } = taking;
  const details = { role: holding.role };
  const step = {
    move: 'END',
    onBehalfOf: actor.accountId === null ? 'SERVICE' : 'AGENCY',
    reason,
    details,
    about: aboutOf(account),
  } as const;
  await takeStep(ROLE_HOLDING_MACHINE, holding, step, taking);
  await transaction.run({
    text: 'UPDATE access.role_holding SET ends_at = greatest(starts_at, $2::timestamptz), revision = revision + 1 WHERE id = $1',
    values: [holding.id, actor.at.toISOString()],
  });
}
