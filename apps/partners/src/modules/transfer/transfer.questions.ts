import { isLive } from '@postern/access-facts';
import type { Question } from '@postern/subgraph-kit';
import { z } from 'zod';
import { relatedEpisodes } from '../conflict/store/related-families.ts';
import { APPROVING, INSTRUCTING, RECEIVING } from './guards/part.ts';
import { manifestsOf } from './store/manifests.ts';

const none = z.strictObject({});
type Row = Readonly<Record<string, unknown>>;

const COLUMNS = `id AS transfer, kind, state, revision, episode_id AS episode, destination, nation, authority, need,
  proposed_by AS "proposedBy", proposed_at AS "proposedAt", approved_by AS "approvedBy", receiver_id AS receiver, sent_at AS "sentAt", channel,
  closed_there_on::text AS "closedThereOn", wish_on::text AS "wishOn"`;

/** Of `held`: something of it is to be approved or under way; what follows a family that moved is over when it is sent. */
const GOES_ON = `held.state IN ('PROPOSED', 'ITEMS_PICKED', 'APPROVED') OR held.kind = 'STEP_UP' AND held.state IN ('SENT', 'RECEIVED')`;

/** Of `held`: account `$1` proposed it, picked for it or approved it. */
const HAD_PART = `$1 IN (held.proposed_by, held.approved_by)
  OR EXISTS (SELECT FROM partners.transfer_line line WHERE line.transfer_id = held.id AND line.picked_by = $1)`;

/** Of `held`: account `$1` was sent it, and has the access that it was sent with, at `$2`. */
const RECEIVES = `held.receiver_id = $1 AND held.state IN ('SENT', 'RECEIVED') AND EXISTS (
  SELECT FROM access.access_grant given WHERE given.id = held.grant_id AND given.account_id = $1 AND ${isLive('given', '$2')})`;

/** To whoever instructs, approves or receives: what is to go elsewhere and what went, and of which items it is made up. */
const transfers: Question<z.infer<typeof none>> = {
  clause: 'SHR-3.4.10c',
  roles: [...new Set([...INSTRUCTING, ...APPROVING, ...RECEIVING])],
  purpose: 'ANY',
  input: none,
  answer: async ({ statements, principal, now, tells }) => {
    const holds = (offices: readonly string[]) =>
      principal.roles.some((role) => offices.includes(role));
    const rows = await statements.run<{ transfer: string; episode: string } & Row>({
      text: `SELECT ${COLUMNS} FROM partners.transfer held
        WHERE ($3::boolean AND (${GOES_ON} OR ${HAD_PART}) OR $4::boolean AND ${RECEIVES} OR access.instructs_transfers($1, episode_id, $2))
          AND episode_id NOT IN (${relatedEpisodes('$1', '$2')}) ORDER BY proposed_at DESC, id LIMIT 100`,
      values: [principal.accountId, now.toISOString(), holds(APPROVING), holds(RECEIVING)],
    });
    const ids = rows.map(({ transfer }) => transfer);
    const manifests = await manifestsOf(statements, ids, principal.accountId);
    tells('Transfer', ids);
    tells(
      'Episode',
      rows.map(({ episode }) => episode),
    );
    return rows.map((row) => ({ ...row, items: manifests.get(row.transfer) ?? [] }));
  },
};

export const transferQuestions: Readonly<Record<string, Question>> = { transfers };
