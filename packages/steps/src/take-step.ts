import type { Machine } from '@postern/lifecycle';
import { after, possible } from '@postern/lifecycle';
import type { CommandCall, Statements } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { AccessEvent, Actor } from './record-event.ts';
import { recordEvent, recordEvents } from './record-event.ts';

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
  { about, ...step }: Step<Name>,
  taking: Taking,
): Promise<State> {
  const next = requireStep(machine, held, step.move);
  await takeSteps(machine, [held], { ...step, about: () => about }, taking);
  return next;
}

/** The same step of several things: what it is about follows from each. */
export interface SharedStep<Name extends string, Thing> extends Omit<Step<Name>, 'about'> {
  readonly about: (thing: Thing) => AccessEvent['about'];
}

/**
 * Takes the same step of each of them, or of none; all are on the record together.
 * @throws CommandRefused STEP_NOT_POSSIBLE of the first that it is not possible for
 */
export async function takeSteps<
  State extends string,
  Name extends string,
  Thing extends Held<State>,
>(
  machine: Machine<State, Name>,
  things: readonly Thing[],
  { about, ...step }: SharedStep<Name, Thing>,
  { transaction, actor }: Taking,
): Promise<void> {
  for (const thing of things) requireStep(machine, thing, step.move);
  await recordEvents(
    transaction,
    {
      ...step,
      machine: machine.name,
      after: machine.moves[step.move].to,
      of: things.map((thing) => ({
        subject: thing.id,
        before: thing.state,
        about: about(thing),
      })),
    },
    actor,
  );
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
