import type { Question } from '@postern/subgraph-kit';
import { z } from 'zod';

const none = z.strictObject({});

const COLUMNS = `id AS override, state, explanation, revision, account_id AS practitioner, agency_id AS agency, at, until,
  cardinality(persons) AS people, classes, reason, no_other_way AS "noOtherWay", explain_by AS "explainBy", explained, grant_id AS grant`;

/** Every attempt, the newest first, for the officers who look at them. */
const overrides: Question<z.infer<typeof none>> = {
  clause: 'SHR-8.3.7i',
  roles: ['DATA_PROTECTION_OFFICER'],
  purpose: 'ANY',
  input: none,
  answer: async ({ statements, tells }) => {
    const rows = await statements.run<Readonly<Record<string, unknown>>>({
      text: `SELECT ${COLUMNS} FROM partners.safeguarding_override ORDER BY at DESC, id LIMIT 100`,
      values: [],
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
