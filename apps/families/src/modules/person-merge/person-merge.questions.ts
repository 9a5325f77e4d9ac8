import type { Question } from '@postern/subgraph-kit';
import { z } from 'zod';
import { MERGE_DECIDERS } from './held-merge.ts';

/** Who sees whom a record is one with; by what that was seen, whoever proposed it and whoever decides. */
const PRACTITIONERS: readonly string[] = ['LEAD_PROFESSIONAL', 'TAF_MEMBER', ...MERGE_DECIDERS];
const MOST = 100;

const input = z.strictObject({});

interface Row extends Record<string, unknown> {
  readonly merge: string;
  readonly kept: string;
  readonly merged: string;
  readonly proposedBy: string;
  readonly decidedBy: string | null;
}

/** The merges that are proposed or in force, of two records both of which the caller sees. */
const personMerges: Question<z.output<typeof input>> = {
  clause: 'SHR-3.2a',
  roles: PRACTITIONERS,
  purpose: 'ANY',
  input,
  answer: async ({ statements, principal, seen, tells }) => {
    const decides = MERGE_DECIDERS.some((role) => principal.roles.includes(role));
    // Among those alone whom they have access to, so that others' never keep theirs out of what is looked through.
    const rows = await statements.run<Row>({
      text: `SELECT id AS merge, state, revision, kept_id AS kept, merged_id AS merged, proposed_by AS "proposedBy", decided_by AS "decidedBy",
          CASE WHEN $2 OR proposed_by = $1 THEN evidence END AS evidence
        FROM families.person_merge WHERE state IN ('PROPOSED', 'MERGED') AND EXISTS (SELECT FROM access.episode_person concerned
          JOIN access.access_grant held ON held.episode_id = concerned.episode_id WHERE concerned.person_id = kept_id AND held.account_id = $1)
        ORDER BY (state = 'MERGED'), proposed_at DESC, id LIMIT ${MOST}`,
      values: [principal.accountId, decides],
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
    return told.map((row) => ({
      ...row,
      proposedBy: { id: row.proposedBy },
      decidedBy: row.decidedBy === null ? null : { id: row.decidedBy },
    }));
  },
};

export const personMergeQuestions = { personMerges } as Readonly<Record<string, Question>>;
