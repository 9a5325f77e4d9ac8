import type { Question } from '@postern/subgraph-kit';
import { z } from 'zod';
import { relatedEpisodes } from '../conflict/store/related-families.ts';
import { HOST } from '../role-holding/offices.ts';

const none = z.strictObject({});

/** Agencies that are still to be told, for the host; none of a family that the asker has a relationship with. */
const removalsToTell: Question<z.infer<typeof none>> = {
  clause: 'SHR-8.2.1i',
  roles: HOST,
  purpose: 'ANY',
  input: none,
  answer: async ({ statements, principal, now, tells }) => {
    const rows = await statements.run<{ episode: string } & Readonly<Record<string, unknown>>>({
      text: `SELECT removal.id AS removal, removal.state, removal.revision, removal.due_at AS "dueAt",
          removal.agency_id AS agency, removal.account_id AS practitioner, removal.episode_id AS episode
        FROM partners.family_removal removal
        WHERE removal.state IN ('TO_TELL', 'OVERDUE') AND removal.episode_id NOT IN (${relatedEpisodes('$1', '$2')})
        ORDER BY removal.due_at, removal.id LIMIT 100`,
      values: [principal.accountId, now.toISOString()],
    });
    tells(
      'FamilyRemoval',
      rows.map(({ removal }) => String(removal)),
    );
    tells(
      'Episode',
      rows.map(({ episode }) => episode),
    );
    return rows.map(({ episode: _, ...row }) => row);
  },
};

export const familyRemovalQuestions: Readonly<Record<string, Question>> = { removalsToTell };
