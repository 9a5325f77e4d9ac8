import type { Question } from '@postern/subgraph-kit';
import { z } from 'zod';
import { ANALYSTS } from '../extract-agreement/guards/covered.ts';
import { EXTRACTS_MADE } from '../extract-agreement/store/listed.ts';
import { DECIDING, PROPOSING } from './offices.ts';

const none = z.strictObject({});
const OFFICES: readonly string[] = [...new Set([...PROPOSING, ...DECIDING])];

/** To those who put them forward or decide on them all; to an analyst those that name them. Nothing of it is about a family. */
const researchThemes: Question<z.infer<typeof none>> = {
  clause: 'SOM-6.16.6',
  roles: [...OFFICES, ...ANALYSTS],
  purpose: 'ANY',
  input: none,
  answer: async ({ statements, principal, tells }) => {
    const isOfficer = principal.roles.some((role) => OFFICES.includes(role));
    const rows = await statements.run<{ theme: string } & Readonly<Record<string, unknown>>>({
      text: `SELECT held.id AS theme, held.state, held.revision, subgroup, title, question, comparison_group AS "comparisonGroup",
          (SELECT json_agg(json_build_object('field', part.field, 'because', part.because) ORDER BY part.place)
            FROM unnest(held.fields, held.needs) WITH ORDINALITY AS part (field, because, place)) AS fields,
          smallest_class AS "smallestClass", matching_agency_id AS "matchingAgency", analysts::text[] AS analysts, method,
          starts_on::text AS "startsOn", ends_on::text AS "endsOn", destroy_by::text AS "destroyBy",
          proposed_by AS "proposedBy", proposed_at AS "proposedAt",
          (SELECT coalesce(json_agg(json_build_object('agency', agreed.agency_id, 'approvedBy', agreed.approved_by, 'approvedAt', agreed.approved_at)
            ORDER BY agreed.approved_at, agreed.id), '[]') FROM partners.theme_approval agreed WHERE agreed.theme_id = held.id) AS approvals,
          (SELECT ${EXTRACTS_MADE} FROM partners.extract made WHERE made.theme_id = held.id) AS extracts
        FROM partners.research_theme held WHERE $2::boolean OR $1 = ANY (analysts) ORDER BY proposed_at DESC, held.id LIMIT 100`,
      values: [principal.accountId, isOfficer],
    });
    tells(
      'ResearchTheme',
      rows.map(({ theme }) => theme),
    );
    return rows;
  },
};

export const researchThemeQuestions: Readonly<Record<string, Question>> = { researchThemes };
