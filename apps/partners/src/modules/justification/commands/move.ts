import { after } from '@postern/lifecycle';
import type { OnBehalfOf } from '@postern/steps';
import { takeStep, takingFor } from '@postern/steps';
import type { CommandCall } from '@postern/subgraph-kit';
import type { JustificationMove } from '../justification.machine.ts';
import { JUSTIFICATION_MACHINE } from '../justification.machine.ts';
import type { Justification } from '../store/columns.ts';
import type { Change, HeldSet } from '../store/justifications.ts';
import { change } from '../store/justifications.ts';

/** A move, and what the record and the row say of it. */
export interface Moving {
  readonly move: JustificationMove;
  readonly onBehalfOf: OnBehalfOf;
  readonly columns?: Change;
}

/**
 * Takes a move of one justification, or of all of its set that it can be taken of; of the one itself it has to be
 * possible. Answers with the ids.
 * @throws CommandRefused STEP_NOT_POSSIBLE
 */
export async function move(
  { one, all }: HeldSet,
  { move: name, onBehalfOf, columns = {} }: Moving,
  call: CommandCall<{ readonly reason: string; readonly wholeSet?: boolean }>,
): Promise<readonly string[]> {
  const { reason, wholeSet = false } = call.input;
  const others = wholeSet ? all.filter(({ id, state }) => id !== one.id && canBe(state, name)) : [];
  for (const each of [one, ...others]) {
    const state = await takeStep(
      JUSTIFICATION_MACHINE,
      each,
      { move: name, onBehalfOf, reason, about: aboutOf(each), details: detailsOf(each) },
      takingFor(call),
    );
    await change(call.transaction, each.id, { ...columns, state });
  }
  return [one, ...others].map(({ id }) => id);
}

function canBe(state: Justification['state'], name: JustificationMove): boolean {
  return after(JUSTIFICATION_MACHINE, state, name) !== null;
}

/** Whose access a justification is about. */
export function aboutOf({ accountId, episodeId }: Pick<Justification, 'accountId' | 'episodeId'>) {
  return { account: accountId, episode: episodeId };
}

/** Names and ids that a step is recorded with, and nothing that anybody wrote. */
export function detailsOf({ classes, purpose, setId }: Justification) {
  return { classes: [...classes], purpose, set: setId };
}
