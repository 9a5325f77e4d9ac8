import type { AgencyState } from '@postern/access-facts';
import { after, possible } from '@postern/lifecycle';
import type { AccessEvent, Held, Taking } from '@postern/steps';
import { hold, recordEvent, takeStep } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { AgencyMove } from '../agency.machine.ts';
import { AGENCY_MACHINE } from '../agency.machine.ts';

export interface HeldAgency extends Held<AgencyState> {
  readonly name: string;
  readonly leavesAt: Date | null;
}

/** @throws CommandRefused RECORD_UNKNOWN */
export function holdAgency(transaction: Statements, id: string): Promise<HeldAgency> {
  const columns = 'name, leaves_at AS "leavesAt"';
  return hold<HeldAgency>(transaction, { table: 'access.agency', columns }, id);
}

/** Why something is done to an agency. */
export type Because = Pick<AccessEvent, 'reason' | 'details'>;

/** Takes the first of these moves that is possible, and writes the state it leads to. @throws CommandRefused STEP_NOT_POSSIBLE */
export async function moveAgency(
  held: HeldAgency,
  moves: AgencyMove | readonly AgencyMove[],
  because: Because,
  taking: Taking,
): Promise<AgencyState> {
  const named = [moves].flat();
  const move = named.find((each) => after(AGENCY_MACHINE, held.state, each) !== null) ?? named[0];
  if (move === undefined) throw new TypeError('A step has a move.');
  const state = await takeStep(
    AGENCY_MACHINE,
    held,
    { move, ...because, onBehalfOf: onBehalfOf(taking), about: { agency: held.id } },
    taking,
  );
  await write(taking.transaction, held.id, state);
  return state;
}

/** Puts on the record what was done about an agency that leads to no other state. */
export async function noteAgency(
  held: HeldAgency,
  move: string,
  because: Because,
  taking: Taking,
): Promise<void> {
  await recordEvent(
    taking.transaction,
    {
      machine: AGENCY_MACHINE.name,
      subject: held.id,
      move,
      before: held.state,
      after: held.state,
      ...because,
      onBehalfOf: onBehalfOf(taking),
      about: { agency: held.id },
    },
    taking.actor,
  );
  await write(taking.transaction, held.id, held.state);
}

/** @throws CommandRefused STEP_NOT_POSSIBLE where the agency is in one of these states */
export function requireNotIn(held: HeldAgency, ...states: readonly AgencyState[]): void {
  if (states.includes(held.state))
    throw new CommandRefused('STEP_NOT_POSSIBLE', {
      about: [held.state, ...possible(AGENCY_MACHINE, held.state)],
      revision: held.revision,
    });
}

/** @throws CommandRefused STEP_NOT_POSSIBLE where none of these moves is possible */
export function requirePossible(held: HeldAgency, ...moves: readonly AgencyMove[]): void {
  if (!moves.some((move) => after(AGENCY_MACHINE, held.state, move) !== null))
    requireNotIn(held, held.state);
}

function onBehalfOf({ actor }: Taking): 'AGENCY' | 'SERVICE' {
  return actor.accountId === null ? 'SERVICE' : 'AGENCY';
}

async function write(transaction: Statements, id: string, state: AgencyState): Promise<void> {
  await transaction.run({
    text: 'UPDATE access.agency SET state = $2, revision = revision + 1 WHERE id = $1',
    values: [id, state],
  });
}
