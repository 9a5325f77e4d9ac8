import { isLive } from '@postern/access-facts';
import { startOfDay } from '@postern/steps';
import type { Question } from '@postern/subgraph-kit';
import { z } from 'zod';
import { relatedEpisodes } from '../conflict/store/related-families.ts';
import { leads } from '../grant/store/live-grant.ts';
import { HOST } from '../role-holding/offices.ts';
import { coverMachine } from './cover.machine.ts';
import { isBarred } from './store/covers.ts';

const MOST_DAYS = 366;
const input = z.strictObject({ days: z.number().int().min(1).max(MOST_DAYS) });

/** Live grants at `$1`, of everybody to the host and on the episodes that `$2` leads to a lead, to whom no override is told of. */
const LIVE = `SELECT held.id, held.account_id, held.episode_id, held.ends_at, held.confirm_by, worker.agency_id
  FROM access.access_grant held JOIN access.account worker ON worker.id = held.account_id
  WHERE ${isLive('held', '$1')}
    AND held.episode_id NOT IN (${relatedEpisodes('$2', '$1')})
    AND ($4::boolean OR held.basis <> 'OVERRIDE'
      AND EXISTS (SELECT FROM access.access_grant lead WHERE lead.account_id = $2 AND lead.episode_id = held.episode_id AND ${leads('lead', '$1')}))`;

/** What will end of itself: the kind, the moment, whose, and the episodes that would be left without them. */
const foreseeableLapses: Question<z.infer<typeof input>> = {
  clause: 'SHR-8.2.1g',
  roles: [...HOST, 'LEAD_PROFESSIONAL'],
  purpose: 'ANY',
  input,
  answer: async ({ statements, principal, input: { days }, now, tells }) => {
    const isHost = HOST.some((role) => principal.roles.includes(role));
    const rows = await statements.run<Readonly<Record<string, unknown>>>({
      text: `WITH live AS MATERIALIZED (${LIVE}), until AS (SELECT $1::timestamptz + make_interval(days => $3::integer) AS at),
        lapse AS (
          SELECT 'GRANT' AS kind, least(ends_at, confirm_by) AS at, account_id, agency_id, episode_id FROM live
          UNION ALL SELECT 'TRAINING', trained.until, live.account_id, live.agency_id, live.episode_id FROM live
            JOIN (SELECT account_id, module, ${startOfDay('max(expires_on) + 1')} AS until FROM access.training GROUP BY 1, 2) trained USING (account_id)
          UNION ALL SELECT 'SIGNATURE', signed.until, live.account_id, live.agency_id, live.episode_id FROM live
            JOIN (SELECT agency_id, max(ends_at) AS until FROM access.agency_signature GROUP BY 1 HAVING bool_and(ends_at IS NOT NULL)) signed USING (agency_id))
        SELECT kind, min(lapse.at) AS at, account_id AS practitioner, agency_id AS agency, count(DISTINCT episode_id)::integer AS stranded,
          array_agg(DISTINCT episode_id ORDER BY episode_id) AS episodes
        FROM lapse, until WHERE lapse.at > $1 AND lapse.at <= until.at GROUP BY kind, account_id, agency_id ORDER BY 2, kind, account_id LIMIT 200`,
      values: [now.toISOString(), principal.accountId, days, isHost],
    });
    tells(
      'Account',
      rows.map(({ practitioner }) => String(practitioner)),
    );
    return rows;
  },
};

const none = z.strictObject({});

/** Requests for cover that wait for the host: those that whoever asks may decide about. */
const coversToDecide: Question<z.infer<typeof none>> = {
  clause: 'SHR-8.2.1g',
  roles: HOST,
  purpose: 'ANY',
  input: none,
  answer: async ({ statements, principal, now, tells }) => {
    const rows = await statements.run<Readonly<Record<string, unknown>>>({
      text: `SELECT id AS cover, state, revision, asked_by AS practitioner, colleague_id AS colleague, until, reason
        FROM partners.cover_request cover WHERE state = 'REQUESTED' AND NOT ${isBarred('$1', '$2')} ORDER BY asked_at, id LIMIT 100`,
      values: [principal.accountId, now.toISOString()],
    });
    tells(
      'CoverRequest',
      rows.map(({ cover }) => String(cover)),
    );
    return rows;
  },
};

/** One's own requests for cover, and why the host decided as it did. */
const myCovers: Question<z.infer<typeof none>> = {
  clause: 'SHR-3.3.8',
  roles: 'ANY',
  purpose: 'ANY',
  input: none,
  answer: ({ statements, principal }) =>
    statements.run<Readonly<Record<string, unknown>>>({
      text: `SELECT cover.id AS cover, cover.state, colleague_id AS colleague, until, asked_at AS "askedAt", cover.reason,
          decision.at AS "decidedAt", decision.reason AS reasons
        FROM partners.cover_request cover
        LEFT JOIN partners.access_event decision ON decision.subject_id = cover.id AND decision.machine = '${coverMachine.name}'
          AND decision.move IN ('GRANT', 'REFUSE')
        WHERE asked_by = $1 ORDER BY asked_at DESC, cover.id LIMIT 100`,
      values: [principal.accountId],
    }),
};

export const coverQuestions: Readonly<Record<string, Question>> = {
  foreseeableLapses,
  coversToDecide,
  myCovers,
};
