import type { Machine } from '@postern/lifecycle';
import { after, possible } from '@postern/lifecycle';
import type { CommandCall, Statements } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { AccessEvent, Actor } from '../modules/access-event/record-event.ts';
import { recordEvent } from '../modules/access-event/record-event.ts';

/** Something that goes through the states of a machine, read and held until the transaction ends. */
export interface Held<State extends string> {
  readonly id: string;
  readonly state: State;
  /** Counted up by every step; a step names the one that it was decided on. */
  readonly revision: number;
}

/** A step, and what the record says of it. */
export interface Step<Name extends string>
  extends Pick<AccessEvent, 'about' | 'details' | 'onBehalfOf' | 'reason'> {
  readonly move: Name;
}

/** Where steps are taken and by whom. */
export interface Taking {
  readonly transaction: Statements;
  readonly actor: Actor;
}

/** A command's principal, as the record names them. */
export function takingFor({ principal, transaction, now }: CommandCall<unknown>): Taking {
  const { accountId, agencyId } = principal;
  return { transaction, actor: { accountId, agencyId, at: now } };
}

/** The service itself, because a time came. */
export function takingByService(transaction: Statements, now: Date): Taking {
  return { transaction, actor: { accountId: null, agencyId: null, at: now } };
}

/**
 * Takes a step of the machine and puts it on the record; the caller writes the state it leads to.
 * @throws CommandRefused STEP_NOT_POSSIBLE with the state it is in and the steps that are possible there
 */
export async function takeStep<State extends string, Name extends string>(
  machine: Machine<State, Name>,
  held: Held<State>,
  { move, ...step }: Step<Name>,
  { transaction, actor }: Taking,
): Promise<State> {
  const next = requireStep(machine, held, move);
  await recordEvent(
    transaction,
    {
      ...step,
      machine: machine.name,
      subject: held.id,
      move,
      before: held.state,
      after: next,
    },
    actor,
  );
  return next;
}

/**
 * Where a step would lead, before anything else is asked of it.
 * @throws CommandRefused STEP_NOT_POSSIBLE with the state it is in and the steps that are possible there
 */
export function requireStep<State extends string, Name extends string>(
  machine: Machine<State, Name>,
  held: Held<State>,
  move: Name,
): State {
  const next = after(machine, held.state, move);
  if (next === null)
    throw new CommandRefused('STEP_NOT_POSSIBLE', {
      about: [held.state, ...possible(machine, held.state)],
      revision: held.revision,
    });
  return next;
}

/** Puts on the record that something begins in the machine's first state. */
export async function begin<State extends string>(
  machine: Machine<State, string>,
  subject: string,
  step: Step<string>,
  { transaction, actor }: Taking,
): Promise<State> {
  const { initial } = machine;
  await recordEvent(
    transaction,
    { ...step, machine: machine.name, subject, before: null, after: initial },
    actor,
  );
  return initial;
}

/**
 * The later of two who change something at once is told so, with the revision that now stands.
 * @throws CommandRefused REVISION_PASSED
 */
export function requireRevision({ revision }: Held<string>, expected: number): void {
  if (revision !== expected) throw new CommandRefused('REVISION_PASSED', { revision });
}
