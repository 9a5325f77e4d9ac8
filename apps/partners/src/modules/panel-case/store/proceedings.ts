import type { Statements } from '@postern/subgraph-kit';
import type { PanelCaseState } from '../panel-case.machine.ts';
import type { PanelCase } from './cases.ts';

/** The states in which nobody reads for the panel. */
const NOT_READ: readonly PanelCaseState[] = ['REFERRED', 'CLOSED', 'WITHDRAWN'];

/** Opens the proceeding in which the panel reads, on the basis of the referral where the family did not agree; answers with its id. */
export async function openPanelProceeding(
  transaction: Statements,
  { episodeId, basis }: PanelCase,
  at: Date,
): Promise<string> {
  const id = crypto.randomUUID();
  await transaction.run({
    text: `INSERT INTO access.proceeding (id, kind, episode_id, state, basis, opened_at) VALUES ($1, 'PANEL', $2, 'LISTED', $3, $4)`,
    values: [id, episodeId, basis, at.toISOString()],
  });
  return id;
}

/** Takes the proceeding of a case along; it is over where nobody reads. */
export async function moveProceeding(
  transaction: Statements,
  proceeding: string,
  { state, at }: { readonly state: PanelCaseState; readonly at: Date },
): Promise<void> {
  await transaction.run({
    text: 'UPDATE access.proceeding SET state = $2, closed_at = $3 WHERE id = $1 AND closed_at IS NULL',
    values: [proceeding, state, NOT_READ.includes(state) ? at.toISOString() : null],
  });
}

/** Whether the family’s signed agreement to an episode is in force: its own word, and no basis in its place (SHR-3.7.2a). */
export async function familySigned(
  transaction: Statements,
  episode: string,
  now: Date,
): Promise<boolean> {
  const [found] = await transaction.run({
    text: `SELECT 1 AS found FROM access.family_agreement WHERE episode_id = $1 AND state IN ('SIGNED', 'SIGNED_WITH_EXCLUSIONS')
      AND signed_at <= $2 AND (withdrawn_at IS NULL OR withdrawn_at > $2)`,
    values: [episode, now.toISOString()],
  });
  return found !== undefined;
}

/** Whether each of these is a note of the panel on the episode’s record, recorded since a moment. */
export async function areNotes(
  transaction: Statements,
  episode: string,
  notes: readonly string[],
  since: Date,
): Promise<boolean> {
  const rows = await transaction.run({
    text: 'SELECT access.panel_notes($1, $2::uuid[], $3::timestamptz) AS id',
    values: [episode, [...notes], since.toISOString()],
  });
  return rows.length === notes.length;
}
