import type { Statements } from '@postern/subgraph-kit';
import type { Opened } from '../guards/opened.ts';
import type { ExplainingWay } from '../notice-explanation.table.ts';

/** What somebody was told, and how. */
export interface Explanation {
  readonly person: string;
  readonly explainedOn: string;
  readonly way: ExplainingWay;
  readonly leafletVersion: string;
  readonly told: readonly string[];
  readonly helped: string | null;
}

export async function addExplanation(
  transaction: Statements,
  { agreement: { id, episodeId }, by }: Pick<Opened, 'agreement' | 'by'>,
  { person, explainedOn, way, leafletVersion, told, helped }: Explanation,
): Promise<void> {
  await transaction.run({
    text: `INSERT INTO families.notice_explanation (id, agreement_id, episode_id, person_id, explained_on, way, leaflet_version, told, helped,
        recorded_by, agency_id, recorded_at, nature) VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'FACT')`,
    values: [
      id,
      episodeId,
      person,
      explainedOn,
      way,
      leafletVersion,
      [...told],
      helped,
      by.accountId,
      by.agencyId,
      by.at.toISOString(),
    ],
  });
}
