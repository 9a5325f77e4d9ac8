import { takeStep, takingFor } from '@postern/steps';
import type { Answer, CommandCall } from '@postern/subgraph-kit';
import type { EpisodeMove } from '../episode.machine.ts';
import { episodeMachine } from '../episode.machine.ts';
import type { EpisodeChanges, HeldEpisode } from '../store/episodes.ts';
import { stepEpisode } from '../store/episodes.ts';

/** One step of an episode: what else changes with it, and what the record says beside the reason. */
export interface EpisodeStep {
  readonly move: EpisodeMove;
  readonly changes?: EpisodeChanges;
  readonly details?: Readonly<Record<string, string>>;
}

/** Takes a step of a held episode and answers with it. @throws CommandRefused STEP_NOT_POSSIBLE */
export async function step(
  held: HeldEpisode,
  { move, changes = {}, details = {} }: EpisodeStep,
  call: CommandCall<{ readonly reason: string }>,
): Promise<Answer> {
  const { transaction, input, now } = call;
  const state = await takeStep(
    episodeMachine,
    held,
    {
      move,
      onBehalfOf: 'AGENCY',
      reason: input.reason,
      about: { episode: held.id },
      details,
    },
    takingFor(call),
  );
  await stepEpisode(transaction, { id: held.id, state, at: now }, changes);
  return { episode: held.id };
}
