import type { Actor } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';

/** A move of an episode that what goes to social care, or comes back, brings with it; from where it is taken is kept with it. */
type EpisodeMove = 'STEP_DOWN' | 'STEP_UP';

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
  return stands !== undefined || moves(transaction, episode, 'STEP_UP', taken);
}

/** Early help goes on. Tells whether it could. */
export function stepsDown(
  transaction: Statements,
  episode: string,
  taken: { readonly reason: string; readonly actor: Actor },
): Promise<boolean> {
  return moves(transaction, episode, 'STEP_DOWN', taken);
}

async function moves(
  transaction: Statements,
  episode: string,
  move: EpisodeMove,
  { reason, actor }: { readonly reason: string; readonly actor: Actor },
): Promise<boolean> {
  const [moved] = await transaction.run<{ stood: string | null }>({
    text: 'SELECT partners.move_episode($1, $2, $3, $4::uuid, $5::uuid, $6::timestamptz) AS stood',
    values: [episode, move, reason, actor.accountId, actor.agencyId, actor.at.toISOString()],
  });
  return moved?.stood != null;
}
