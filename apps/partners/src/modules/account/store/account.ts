import type { AccountState } from '@postern/access-facts';
import { after, possible } from '@postern/lifecycle';
import type { AccessEvent, Held, Taking } from '@postern/steps';
import { hold, recordEvent, takeStep } from '@postern/steps';
import type { CommandCall, Statements } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { AccountMove } from '../account.machine.ts';
import { ACCOUNT_MACHINE } from '../account.machine.ts';

export interface HeldAccount extends Held<AccountState> {
  readonly kind: 'PRACTITIONER' | 'FAMILY';
  readonly agencyId: string;
  readonly secondFactorAt: Date | null;
}

/** @throws CommandRefused RECORD_UNKNOWN */
export function holdAccount(transaction: Statements, id: string): Promise<HeldAccount> {
  const columns = 'kind, agency_id AS "agencyId", second_factor_at AS "secondFactorAt"';
  return hold<HeldAccount>(transaction, { table: 'access.account', columns }, id);
}

/** The account of a practitioner whom the caller may see. @throws CommandRefused RECORD_UNKNOWN */
export async function holdPractitioner(
  { transaction, seen }: Pick<CommandCall<unknown>, 'transaction' | 'seen'>,
  id: string,
): Promise<HeldAccount> {
  const held = await holdAccount(transaction, id);
  const visible = await seen('Practitioner', [held.id]);
  if (held.kind !== 'PRACTITIONER' || !visible.has(held.id))
    throw new CommandRefused('RECORD_UNKNOWN');
  return held;
}

export type Because = Pick<AccessEvent, 'reason' | 'details'> &
  Partial<Pick<AccessEvent, 'onBehalfOf'>>;

/** Takes a step and writes the state it leads to; answers with the account as it then stands. @throws CommandRefused STEP_NOT_POSSIBLE */
export async function moveAccount(
  held: HeldAccount,
  move: AccountMove,
  because: Because,
  taking: Taking,
): Promise<HeldAccount> {
  const state = await takeStep(
    ACCOUNT_MACHINE,
    held,
    { move, onBehalfOf: onBehalfOf(held, taking), ...because, about: aboutOf(held) },
    taking,
  );
  return written(held, state, taking.transaction);
}

/** Puts on the record what was done about an account that leads to no other state. */
export async function noteAccount(
  held: HeldAccount,
  move: string,
  because: Because,
  taking: Taking,
): Promise<HeldAccount> {
  await recordEvent(
    taking.transaction,
    {
      machine: ACCOUNT_MACHINE.name,
      subject: held.id,
      move,
      before: held.state,
      after: held.state,
      onBehalfOf: onBehalfOf(held, taking),
      ...because,
      about: aboutOf(held),
    },
    taking.actor,
  );
  return written(held, held.state, taking.transaction);
}

/** @throws CommandRefused STEP_NOT_POSSIBLE where the account is in none of these states */
export function requireIn(held: HeldAccount, ...states: readonly AccountState[]): void {
  if (!states.includes(held.state))
    throw new CommandRefused('STEP_NOT_POSSIBLE', {
      about: [held.state, ...possible(ACCOUNT_MACHINE, held.state)],
      revision: held.revision,
    });
}

/** Whether a step can be taken from where the account stands. */
export function mayMove(held: HeldAccount, move: AccountMove): boolean {
  return after(ACCOUNT_MACHINE, held.state, move) !== null;
}

export function aboutOf({ id, agencyId }: HeldAccount): AccessEvent['about'] {
  return { account: id, agency: agencyId };
}

function onBehalfOf(held: HeldAccount, { actor }: Taking): AccessEvent['onBehalfOf'] {
  if (actor.accountId === null) return 'SERVICE';
  return actor.accountId === held.id ? 'SELF' : 'AGENCY';
}

async function written(
  held: HeldAccount,
  state: AccountState,
  transaction: Statements,
): Promise<HeldAccount> {
  await transaction.run({
    text: 'UPDATE access.account SET state = $2, revision = revision + 1 WHERE id = $1',
    values: [held.id, state],
  });
  return { ...held, state, revision: held.revision + 1 };
}
