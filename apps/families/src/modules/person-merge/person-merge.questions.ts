import type { Question } from '@postern/subgraph-kit';
import { z } from 'zod';

const MOST = 100;

const input = z.strictObject({});

interface Row extends Record<string, unknown> {
  readonly merge: string;
  readonly kept: string;
  readonly merged: string;
}

/** The merges that are proposed or in force, of two records both of which the caller sees. */
const personMerges: Question<z.output<typeof input>> = {
  clause: 'SHR-3.2a',
  roles: 'ANY',
  purpose: 'ANY',
  input,
  answer: async ({ statements, seen, tells }) => {
    const rows = await statements.run<Row>({
      text: `SELECT id AS merge, state, revision, kept_id AS kept, merged_id AS merged, evidence, proposed_by AS "proposedBy", decided_by AS "decidedBy"
        FROM families.person_merge WHERE state IN ('PROPOSED', 'MERGED') ORDER BY proposed_at DESC, id LIMIT ${MOST}`,
      values: [],
    });
    const visible = await seen(
      'Person',
      rows.flatMap(({ kept, merged }) => [kept, merged]),
    );
    const told = rows.filter(({ kept, merged }) => visible.has(kept) && visible.has(merged));
    tells(
      'PersonMerge',
      told.map(({ merge }) => merge),
    );
    return told;
  },
};

export const personMergeQuestions = { personMerges } as Readonly<Record<string, Question>>;
