import type { EntryNature } from '@postern/access-facts';
import type { Statements } from '@postern/subgraph-kit';

export type LevelDirection = 'UP' | 'DOWN' | 'SAME';

/** A change of the level of need, as it is written. */
export interface NewLevelTransition {
  readonly episodeId: string;
  readonly direction: LevelDirection;
  readonly fromLevel: number;
  readonly toLevel: number;
  readonly reason: string;
  readonly nature: EntryNature;
  readonly recordedBy: string;
  readonly agencyId: string;
  readonly recordedAt: Date;
}

/** Writes the change and the level that now holds; answers the change's id. */
export async function addLevelTransition(
  transaction: Statements,
  added: NewLevelTransition,
): Promise<string> {
  const id = crypto.randomUUID();
  await transaction.run({
    text: `INSERT INTO episodes.level_transition (id, episode_id, direction, from_level, to_level, reason, nature, recorded_by,
        agency_id, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      id,
      added.episodeId,
      added.direction,
      added.fromLevel,
      added.toLevel,
      added.reason,
      added.nature,
      added.recordedBy,
      added.agencyId,
      added.recordedAt.toISOString(),
    ],
  });
  await transaction.run({
    text: 'UPDATE episodes.episode SET revision = revision + 1, level_of_need = $2 WHERE id = $1',
    values: [added.episodeId, added.toLevel],
  });
  return id;
}
