import type { Question } from '@postern/subgraph-kit';
import { z } from 'zod';

const none = z.strictObject({});

const COLUMNS = `id AS override, state, explanation, revision, account_id AS practitioner, agency_id AS agency, at, until,
  cardinality(persons) AS people, classes, reason, no_other_way AS "noOtherWay", explain_by AS "explainBy", explained, grant_id AS grant`;

/** Every attempt, the newest first, for the officers who look at them; none of a family that the asker has a relationship with. */
const overrides: Question<z.infer<typeof none>> = {
  clause: 'SHR-8.3.7i',
  roles: ['DATA_PROTECTION_OFFICER'],
  purpose: 'ANY',
  input: none,
  answer: async ({ statements, principal, now, tells }) => {
    const rows = await statements.run<Readonly<Record<string, unknown>>>({
      text: `SELECT ${COLUMNS} FROM partners.safeguarding_override used WHERE NOT EXISTS (SELECT FROM access.conflict_of_interest conflict
          JOIN access.episode ON episode.family_id = conflict.family_id WHERE episode.id = used.episode_id AND conflict.account_id = $1
          AND conflict.declared_at <= $2 AND (conflict.ended_at IS NULL OR conflict.ended_at > $2))
        ORDER BY at DESC, id LIMIT 100`,
      values: [principal.accountId, now.toISOString()],
    });
    tells(
      'Override',
      rows.map(({ override }) => String(override)),
    );
    return rows;
  },
};

/** One's own overrides, with what is still to be explained. */
const myOverrides: Question<z.infer<typeof none>> = {
  clause: 'SHR-3.5L-e',
  roles: 'ANY',
  purpose: 'ANY',
  input: none,
  answer: ({ statements, principal }) =>
    statements.run<Readonly<Record<string, unknown>>>({
      text: `SELECT ${COLUMNS} FROM partners.safeguarding_override WHERE account_id = $1 ORDER BY at DESC, id LIMIT 100`,
      values: [principal.accountId],
    }),
};

export const overrideQuestions: Readonly<Record<string, Question>> = { overrides, myOverrides };
