import type { Question } from '@postern/subgraph-kit';
import { z } from 'zod';
import { ANALYSTS, KEEPING } from './guards/covered.ts';
import { EXTRACTS_MADE } from './store/listed.ts';

const none = z.strictObject({});
type Row = Readonly<Record<string, unknown>>;

/** To those who keep the register all of it; to an analyst the agreements that name them. Nothing of it is about a family. */
const extractAgreements: Question<z.infer<typeof none>> = {
  clause: 'SHR-3.3.4d',
  roles: [...KEEPING, ...ANALYSTS],
  purpose: 'ANY',
  input: none,
  answer: async ({ statements, principal, tells }) => {
    const keeps = principal.roles.some((role) => KEEPING.includes(role));
    const rows = await statements.run<{ agreement: string } & Row>({
      text: `SELECT held.id AS agreement, held.revision, flow, body, acting_for AS "actingFor", purpose, title, signed_on::text AS "signedOn",
          starts_on::text AS "startsOn", ends_on::text AS "endsOn", fields, comparison_group AS "comparisonGroup", smallest_class AS "smallestClass",
          analysts::text[] AS analysts, method, destroy_by::text AS "destroyBy",
          (SELECT ${EXTRACTS_MADE} FROM partners.extract made WHERE made.agreement_id = held.id) AS extracts
        FROM partners.extract_agreement held WHERE $2::boolean OR $1 = ANY (analysts) ORDER BY recorded_at DESC, held.id LIMIT 100`,
      values: [principal.accountId, keeps],
    });
    tells(
      'ExtractAgreement',
      rows.map(({ agreement }) => agreement),
    );
    return rows;
  },
};

/** What had to be destroyed and of which nobody has certified that it was: for the data protection officer, the oldest first. */
const overdueExtracts: Question<z.infer<typeof none>> = {
  clause: 'DEV-A7d',
  roles: ['DATA_PROTECTION_OFFICER'],
  purpose: 'ANY',
  input: none,
  answer: async ({ statements, tells }) => {
    const [row] = await statements.run<{ extracts: readonly { readonly extract: string }[] }>({
      text: `SELECT ${EXTRACTS_MADE} AS extracts FROM (SELECT * FROM partners.extract WHERE state = 'DESTRUCTION_DUE'
        ORDER BY destroy_by, id LIMIT 100) made`,
      values: [],
    });
    const extracts = row?.extracts ?? [];
    tells(
      'Extract',
      extracts.map(({ extract }) => extract),
    );
    return extracts;
  },
};

export const extractAgreementQuestions: Readonly<Record<string, Question>> = {
  extractAgreements,
  overdueExtracts,
};
