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

/** To whoever instructs, approves or receives: what is to go elsewhere and what went, and of which items it is made up. */
const transfers: Question<z.infer<typeof none>> = {
  clause: 'SHR-3.4.10c',
  roles: [...new Set([...INSTRUCTING, ...APPROVING, ...RECEIVING])],
  purpose: 'ANY',
  input: none,
  answer: async ({ statements, principal, now, tells }) => {
    const approves = principal.roles.some((role) => APPROVING.includes(role));
    const rows = await statements.run<{ transfer: string; episode: string } & Row>({
      text: `SELECT ${COLUMNS} FROM partners.transfer held
        WHERE ($3::boolean OR receiver_id = $1 OR access.instructs_transfers($1, episode_id, $2))
          AND episode_id NOT IN (${relatedEpisodes('$1', '$2')}) ORDER BY proposed_at DESC, id LIMIT 100`,
      values: [principal.accountId, now.toISOString(), approves],
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
