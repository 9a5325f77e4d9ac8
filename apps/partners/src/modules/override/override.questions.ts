import { relatedFamilies } from '@postern/access-facts';
import type { Question } from '@postern/subgraph-kit';
import { z } from 'zod';
import { explainedByOfficer, takerRelated } from './store/explained-by-officer.ts';
import { USED_AGAIN } from './store/used-again.ts';

const none = z.strictObject({});
type Row = Readonly<Record<string, unknown>>;

const COLUMNS = `id AS override, state, explanation, revision, account_id AS practitioner, agency_id AS agency, at, until,
  cardinality(persons) AS people, classes, reason, no_other_way AS "noOtherWay", explain_by AS "explainBy", explained, grant_id AS grant,
  explanation IN ('DUE', 'OVERDUE') AND by_officer AS "explainedByOfficer", again, times`;

/**
 * SQL: of the overrides that meet a condition, those that a list is for: what was limited is counted by account and day, and
 * stands after everything that looked for somebody, so that no number of attempts hides what opened something (SHR-8.3.7i).
 */
function listed(columns: string, condition: string, at: string): string {
  return `SELECT ${columns} FROM (SELECT held.*, ${explainedByOfficer(at)} AS by_officer, ${USED_AGAIN} AS again,
        (count(*) OVER alike)::integer AS times,
        row_number() OVER (alike ORDER BY at DESC, id) AS nth
      FROM partners.safeguarding_override held WHERE ${condition}
      WINDOW alike AS (PARTITION BY account_id, (at AT TIME ZONE 'Europe/London')::date, CASE WHEN state <> 'LIMITED' THEN id END)) counted
    WHERE nth = 1 ORDER BY CASE state WHEN 'USED' THEN 1 WHEN 'NO_MATCH' THEN 3 WHEN 'LIMITED' THEN 4 ELSE 2 END, at DESC, id LIMIT 100`;
}

/** The episode of each, and the family where there is no doubt which it is. */
const ABOUT = `episode_id AS episode, coalesce((SELECT family_id FROM access.episode WHERE episode.id = episode_id),
  CASE WHEN cardinality(families) = 1 THEN families[1] END) AS family`;

/** Attempts for the officers who look at them; none that may have meant a family that one has a relationship with. */
const overrides: Question<z.infer<typeof none>> = {
  clause: 'SHR-8.3.7i',
  roles: ['DATA_PROTECTION_OFFICER'],
  purpose: 'ANY',
  input: none,
  answer: async ({ statements, principal, now, tells }) => {
    const rows = await statements.run<{ episode: string | null; family: string | null } & Row>({
      text: listed(
        `${COLUMNS}, ${ABOUT}`,
        `NOT families && ARRAY(${relatedFamilies('$1', '$2')})`,
        '$2',
      ),
      values: [principal.accountId, now.toISOString()],
    });
    tells(
      'Override',
      rows.map(({ override }) => String(override)),
    );
    tells(
      'Episode',
      rows.flatMap(({ episode }) => episode ?? []),
    );
    tells(
      'Family',
      rows.flatMap(({ family }) => family ?? []),
    );
    return rows.map(({ episode: _, family: __, ...row }) => row);
  },
};

/** One's own overrides, with what is still to be explained; none that opened a family that one turned out to be related to. */
const myOverrides: Question<z.infer<typeof none>> = {
  clause: 'SHR-3.5L-e',
  roles: 'ANY',
  purpose: 'ANY',
  input: none,
  answer: ({ statements, principal, now }) =>
    statements.run<Row>({
      text: listed(COLUMNS, `account_id = $1 AND NOT ${takerRelated('$2')}`, '$2'),
      values: [principal.accountId, now.toISOString()],
    }),
};

export const overrideQuestions: Readonly<Record<string, Question>> = { overrides, myOverrides };
