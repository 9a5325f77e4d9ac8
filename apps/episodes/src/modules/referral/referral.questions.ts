import { relatedFamilies } from '@postern/access-facts';
import type { Question } from '@postern/subgraph-kit';
import { z } from 'zod';
import { HOST } from '../people/host.ts';
import { opensSomething } from '../people/live-grant.ts';

const input = z.strictObject({});

/** Contacts that nobody has access to who could screen them: which, and since when, and nothing of anybody. */
const contactsToScreen: Question<z.infer<typeof input>> = {
  clause: 'SHR-3.5.6c',
  roles: HOST,
  purpose: 'ANY',
  input,
  answer: async ({ statements, principal, now, tells }) => {
    const rows = await statements.run<Readonly<Record<string, unknown>>>({
      text: `SELECT waiting.id AS episode, waiting.reference, waiting.status_since AS since FROM episodes.episode waiting
        WHERE waiting.status IN ('CONTACT', 'SCREENING') AND waiting.family_id NOT IN (${relatedFamilies('$1', '$2::timestamptz')})
          AND NOT EXISTS (SELECT FROM access.access_grant held WHERE held.episode_id = waiting.id
            AND held.role IN ('EHAST_PRACTITIONER', 'HUB_WORKER', 'CONSULTATION_STAFF') AND ${opensSomething('held', '$2::timestamptz')})
        ORDER BY waiting.status_since NULLS FIRST, waiting.id LIMIT 100`,
      values: [principal.accountId, now.toISOString()],
    });
    tells(
      'Episode',
      rows.map(({ episode }) => String(episode)),
    );
    return rows;
  },
};

export const referralQuestions: Readonly<Record<string, Question>> = { contactsToScreen };
