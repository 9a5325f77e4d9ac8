import type { Actor } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';

/** A move of an episode that what goes to social care, or comes back, brings with it. */
export interface EpisodeMove {
  readonly move: 'STEP_DOWN' | 'STEP_UP';
  readonly from: readonly string[];
  readonly to: string;
}

/** As the machine of episodes has them. */
const STEP_UP: EpisodeMove = { move: 'STEP_UP', from: ['OPEN', 'OPEN_TAF'], to: 'STEPPED_UP' };
const STEP_DOWN: EpisodeMove = { move: 'STEP_DOWN', from: ['STEPPED_UP'], to: 'OPEN' };

/** Social care takes over; an episode that it has taken over already stays so. Tells whether it could. */
export async function stepsUp(
  transaction: Statements,
  episode: string,
  taken: { readonly reason: string; readonly actor: Actor },
): Promise<boolean> {
  const [stands] = await transaction.run({
    text: `SELECT 1 AS already FROM access.episode WHERE id = $1 AND status = 'STEPPED_UP'`,
    values: [episode],
  });
  return stands !== undefined || moves(transaction, episode, STEP_UP, taken);
}

/** Early help goes on. Tells whether it could. */
export function stepsDown(
  transaction: Statements,
  episode: string,
  taken: { readonly reason: string; readonly actor: Actor },
): Promise<boolean> {
  return moves(transaction, episode, STEP_DOWN, taken);
}

async function moves(
  transaction: Statements,
  episode: string,
  { move, from, to }: EpisodeMove,
  { reason, actor }: { readonly reason: string; readonly actor: Actor },
): Promise<boolean> {
  const [moved] = await transaction.run<{ stood: string | null }>({
    text: 'SELECT partners.move_episode($1, $2, $3::text[], $4, $5, $6::uuid, $7::uuid, $8::timestamptz) AS stood',
    values: [
      episode,
      move,
      [...from],
      to,
      reason,
      actor.accountId,
      actor.agencyId,
      actor.at.toISOString(),
    ],
  });
  return moved?.stood != null;
}
