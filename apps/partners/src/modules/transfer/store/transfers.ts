import type { Held } from '@postern/steps';
import { hold, holdEpisode } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';
import type {
  Destination,
  SecureChannel,
  TransferKind,
  TransferState,
  UkNation,
} from '../transfer.table.ts';

/** A transfer as commands read it. */
export interface Transfer extends Held<TransferState> {
  readonly kind: TransferKind;
  readonly episodeId: string;
  readonly proposedBy: string;
  readonly approvedBy: string | null;
  readonly receiverId: string | null;
  readonly grantId: string | null;
  readonly closedThereOn: string | null;
  readonly wishOn: string | null;
}

const COLUMNS = `kind, episode_id AS "episodeId", proposed_by AS "proposedBy", approved_by AS "approvedBy", receiver_id AS "receiverId", grant_id AS "grantId",
  closed_there_on::text AS "closedThereOn", wish_on::text AS "wishOn"`;

/**
 * Holds one, after its episode: that order is the same for everybody who gives or ends access.
 * @throws CommandRefused RECORD_UNKNOWN
 */
export async function holdTransfer(transaction: Statements, id: string): Promise<Transfer> {
  const [of] = isUuid(id)
    ? await transaction.run<{ episode: string }>({
        text: 'SELECT episode_id AS episode FROM partners.transfer WHERE id = $1',
        values: [id],
      })
    : [];
  if (of === undefined) throw new CommandRefused('RECORD_UNKNOWN');
  await holdEpisode(transaction, of.episode);
  return hold<Transfer>(transaction, { table: 'partners.transfer', columns: COLUMNS }, id);
}

/** Where one goes: to social care, or after a family that moved. */
export type Going =
  | { readonly kind: 'STEP_UP'; readonly destination: Destination }
  | {
      readonly kind: 'OUT_OF_COUNTY';
      readonly authority: string;
      readonly nation: UkNation;
      readonly consentBy: string;
      readonly consentOn: string;
    };

/** What a new one is made of. */
export interface NewTransfer {
  readonly going: Going;
  readonly episode: string;
  readonly need: string;
  readonly state: TransferState;
  readonly proposedBy: string;
  readonly at: Date;
}

/** Makes one; answers with its id. One to social care is a proceeding, in which nobody reads before it is sent. */
export async function addTransfer(
  transaction: Statements,
  { going, episode, need, state, proposedBy, at }: NewTransfer,
): Promise<string> {
  const id = crypto.randomUUID();
  const away = going.kind === 'OUT_OF_COUNTY' ? going : null;
  await transaction.run({
    text: `INSERT INTO partners.transfer (id, kind, episode_id, destination, authority, nation, need, consent_by, consent_on, state, proposed_by, proposed_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    values: [
      id,
      going.kind,
      episode,
      going.kind === 'STEP_UP' ? going.destination : null,
      away?.authority ?? null,
      away?.nation ?? null,
      need,
      away?.consentBy ?? null,
      away?.consentOn ?? null,
      state,
      proposedBy,
      at.toISOString(),
    ],
  });
  if (going.kind === 'STEP_UP')
    await transaction.run({
      text: `INSERT INTO access.proceeding (id, kind, episode_id, state, opened_at) VALUES ($1, 'TRANSFER', $2, $3, $4)`,
      values: [id, episode, state, at.toISOString()],
    });
  return id;
}

/** What a step changes beside the state; what is left out stays as it is. */
export interface TransferChange {
  readonly approvedBy?: string;
  readonly sent?: { readonly at: Date; readonly channel?: SecureChannel };
  readonly closed?: { readonly on: string; readonly by: string };
  readonly wish?: { readonly of: string; readonly on: string; readonly toldTo: string };
}

/** The states in which nobody reads in the proceeding any more. */
const OVER: readonly TransferState[] = ['WITHDRAWN', 'STEPPED_DOWN', 'ENDED'];

/** Writes the state that a step led to and what came with it; its proceeding stands where it stands. */
export async function stepTransfer(
  transaction: Statements,
  id: string,
  { state, at }: { readonly state: TransferState; readonly at: Date },
  { approvedBy, sent, closed, wish }: TransferChange = {},
): Promise<void> {
  await transaction.run({
    text: `UPDATE partners.transfer SET revision = revision + 1, state = $2, approved_by = coalesce($3::uuid, approved_by),
        sent_at = coalesce($4::timestamptz, sent_at), channel = coalesce($5, channel),
        closed_there_on = coalesce($6::date, closed_there_on), closed_there_by = coalesce($7::uuid, closed_there_by),
        wish_of = coalesce($8::uuid, wish_of), wish_on = coalesce($9::date, wish_on), wish_told_to = coalesce($10::uuid, wish_told_to)
      WHERE id = $1`,
    values: [
      id,
      state,
      approvedBy ?? null,
      sent?.at.toISOString() ?? null,
      sent?.channel ?? null,
      closed?.on ?? null,
      closed?.by ?? null,
      wish?.of ?? null,
      wish?.on ?? null,
      wish?.toldTo ?? null,
    ],
  });
  await transaction.run({
    text: `UPDATE access.proceeding SET state = $2, closed_at = $3::timestamptz WHERE id = $1 AND kind = 'TRANSFER' AND closed_at IS NULL`,
    values: [id, state, OVER.includes(state) ? at.toISOString() : null],
  });
}

/** Keeps who was sent it, and by which access alone it is read; what was said of the work before does not count for theirs. */
export async function nameReceiver(
  transaction: Statements,
  id: string,
  { receiver, grant }: { readonly receiver: string; readonly grant: string },
): Promise<void> {
  await transaction.run({
    text: `UPDATE partners.transfer SET receiver_id = $2, grant_id = $3, closed_there_on = NULL, closed_there_by = NULL,
        wish_of = NULL, wish_on = NULL, wish_told_to = NULL WHERE id = $1`,
    values: [id, receiver, grant],
  });
  await transaction.run({
    text: `UPDATE access.proceeding SET grant_id = $2 WHERE id = $1 AND kind = 'TRANSFER' AND closed_at IS NULL`,
    values: [id, grant],
  });
}

/** What else went to social care of the episode and is not over, the episode being held. */
export async function othersSent(
  transaction: Statements,
  { id, episodeId }: Transfer,
): Promise<readonly Transfer[]> {
  const rows = await transaction.run<{ id: string }>({
    text: `SELECT id FROM partners.transfer WHERE episode_id = $2 AND id <> $1 AND kind = 'STEP_UP' AND state IN ('SENT', 'RECEIVED') ORDER BY id`,
    values: [id, episodeId],
  });
  const others: Transfer[] = [];
  for (const other of rows) others.push(await holdTransfer(transaction, other.id));
  return others;
}

/** The grants with which the others were sent. */
export async function grantsOfOthers(
  transaction: Statements,
  transfer: Transfer,
): Promise<readonly string[]> {
  const others = await othersSent(transaction, transfer);
  return others.flatMap(({ grantId }) => grantId ?? []);
}
