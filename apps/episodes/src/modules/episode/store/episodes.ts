import type { EpisodeStatus } from '@postern/access-facts';
import type { Held } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';

/** An episode as commands read it. */
export interface HeldEpisode extends Held<EpisodeStatus> {
  readonly levelOfNeed: number;
  readonly closingFrom: EpisodeStatus | null;
  readonly closedOn: string | null;
}

/**
 * Reads an episode and holds it until the transaction ends. Access to it is to be held before (`holdEpisode`), since whatever
 * ends access by itself takes both in that order. @throws CommandRefused RECORD_UNKNOWN
 */
export async function lockEpisode(transaction: Statements, id: string): Promise<HeldEpisode> {
  const [row] = isUuid(id)
    ? await transaction.run<HeldEpisode & Record<string, unknown>>({
        text: `SELECT id, status AS state, revision, level_of_need AS "levelOfNeed", closing_from AS "closingFrom",
            closed_on::text AS "closedOn" FROM episodes.episode WHERE id = $1 FOR UPDATE`,
        values: [id],
      })
    : [];
  if (row === undefined) throw new CommandRefused('RECORD_UNKNOWN');
  return row;
}

/** What changes of an episode with the state it comes to; what is not named stays. */
export interface EpisodeChanges {
  readonly openedOn?: string;
  readonly closedOn?: string | null;
  readonly endReason?: string | null;
  readonly reason?: string;
  readonly allocatedAgencyId?: string;
  readonly closingFrom?: EpisodeStatus | null;
  readonly neverOpened?: boolean;
  readonly followUpBy?: string | null;
  readonly followUpAt?: string | null;
}

const COLUMNS: Readonly<Record<keyof EpisodeChanges, string>> = {
  openedOn: 'opened_on',
  closedOn: 'closed_on',
  endReason: 'end_reason',
  reason: 'reason',
  allocatedAgencyId: 'allocated_agency_id',
  closingFrom: 'closing_from',
  neverOpened: 'never_opened',
  followUpBy: 'follow_up_by',
  followUpAt: 'follow_up_at',
};

/** Writes the state that a step led to, and what came with it. */
export async function stepEpisode(
  transaction: Statements,
  { id, state, at }: { readonly id: string; readonly state: EpisodeStatus; readonly at: Date },
  changes: EpisodeChanges = {},
): Promise<void> {
  const names = Object.keys(changes) as (keyof EpisodeChanges)[];
  const sets = names.map((name, place) => `, ${COLUMNS[name]} = $${place + 4}`).join('');
  await transaction.run({
    text: `UPDATE episodes.episode SET revision = revision + 1, status = $2, status_since = $3${sets} WHERE id = $1`,
    values: [id, state, at.toISOString(), ...names.map((name) => changes[name] ?? null)],
  });
}
