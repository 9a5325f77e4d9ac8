import type { Question } from '@postern/subgraph-kit';
import { z } from 'zod';
import { ANALYSTS, KEEPING } from './guards/covered.ts';

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
          starts_on::text AS "startsOn", ends_on::text AS "endsOn", fields, analysts::text[] AS analysts, destroy_by::text AS "destroyBy",
          (SELECT coalesce(json_agg(json_build_object('extract', made.id, 'state', made.state, 'revision', made.revision, 'fields', made.fields,
            'analyst', made.extracted_by, 'extractedAt', made.extracted_at, 'sentAt', made.sent_at, 'destroyedOn', made.destroyed_on,
            'certificate', made.certificate) ORDER BY made.extracted_at, made.id), '[]')
          FROM partners.extract made WHERE made.agreement_id = held.id) AS extracts
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

export const extractAgreementQuestions: Readonly<Record<string, Question>> = { extractAgreements };
