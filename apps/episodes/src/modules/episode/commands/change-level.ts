import { ENTRY_NATURES } from '@postern/access-facts';
import { idempotencyKey, recordEvent, takingFor } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { holdRecordable } from '../guards/may-record.ts';
import type { HeldEpisode } from '../store/episodes.ts';
import type { LevelDirection } from '../store/level-transitions.ts';
import { addLevelTransition } from '../store/level-transitions.ts';
import { ofEpisode } from './input.ts';

const LOWEST = 1;
const HIGHEST = 4;

const input = z.strictObject({
  ...ofEpisode,
  toLevel: z.number().int().min(LOWEST).max(HIGHEST),
  nature: z.enum(ENTRY_NATURES),
  idempotencyKey,
});

/** Where an episode stands for good, or until it is opened again. */
const OVER: readonly string[] = ['SIGNPOSTED', 'NO_FURTHER_ACTION', 'CLOSED'];

/** Says how much help the family needs by now, or that it was looked at and stays (SHR-3.6.2a, SHR-3.6.2b). */
export const changeLevelOfNeed: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const held = await holdRecordable(call, 'levelOfNeed');
    if (OVER.includes(held.state))
      throw new CommandRefused('STEP_NOT_POSSIBLE', {
        about: [held.state],
        revision: held.revision,
      });
    const { transaction, principal, now } = call;
    const { toLevel, reason, nature } = call.input;
    const direction = directionTo(toLevel, held);
    const transition = await addLevelTransition(transaction, {
      episodeId: held.id,
      direction,
      fromLevel: held.levelOfNeed,
      toLevel,
      reason,
      nature,
      recordedBy: principal.accountId,
      agencyId: principal.agencyId,
      recordedAt: now,
    });
    const { actor } = takingFor(call);
    await recordEvent(
      transaction,
      {
        machine: 'LEVEL_OF_NEED',
        subject: transition,
        move: direction,
        before: null,
        after: `LEVEL_${toLevel}`,
        onBehalfOf: 'AGENCY',
        reason: 'Why stands with the change of level.',
        about: { episode: held.id },
        details: { from: held.levelOfNeed, to: toLevel },
      },
      actor,
    );
    return { episode: held.id };
  },
};

function directionTo(toLevel: number, { levelOfNeed }: HeldEpisode): LevelDirection {
  if (toLevel === levelOfNeed) return 'SAME';
  return toLevel > levelOfNeed ? 'UP' : 'DOWN';
}
