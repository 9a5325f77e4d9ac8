import { justification as j } from '@postern/access-facts';
import {
  ABSENCE_OF_CONSENT_REASONS,
  ARTICLE_6_BASES,
  ARTICLE_9_CONDITIONS,
  NOT_FOR_PUBLIC_AUTHORITIES,
  OFFICIAL_AUTHORITY_KINDS,
  PARAGRAPHS_FOR_ARTICLE_9,
  PARAGRAPHS_FOR_OFFENCE_DATA,
  PARAGRAPHS_NEEDING_POLICY_DOCUMENT,
  SAFEGUARDING_PARAGRAPH,
} from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { literal, literals } from './literal.ts';
import { notBlank } from './not-blank.ts';

/**
 * Whether a justification has the complete legal shape for a class:
 * relevance and an Article 6 basis always; the second key of the two-key test for special-category and offence data.
 * Every missing value makes it false, never null.
 */
export function legalShape(dataClass: SQL): SQL {
  return sql`coalesce((
    ${notBlank(j.relevance)} AND ${notBlank(j.alternativesConsidered)}
    AND ${j.article6} IN (${literals(ARTICLE_6_BASES)})
    AND NOT (p.public_authority AND ${j.article6} IN (${literals(NOT_FOR_PUBLIC_AUTHORITIES)}))
    AND CASE
      WHEN ${dataClass} LIKE 'SPECIAL\\_CATEGORY:%' THEN ${specialCategoryKey} AND ${paragraphConditions}
      WHEN ${dataClass} = 'CRIMINAL_OFFENCE' THEN ${offenceKey}
      WHEN ${dataClass} LIKE 'RESTRICTED:%' OR ${dataClass} = 'PERSONAL' THEN true
      ELSE false
    END), false)`;
}

const specialCategoryKey: SQL = sql`(${j.article9} IN (${literals(ARTICLE_9_CONDITIONS)}) AND CASE ${j.article9}
        ${sql.join(
          Object.entries(PARAGRAPHS_FOR_ARTICLE_9).map(
            ([article9, paragraphs]) =>
              sql`WHEN ${literal(article9)} THEN coalesce(${j.schedule1Paragraph} IN (${literals(paragraphs)}), false)`,
          ),
          sql` `,
        )} ELSE true END)`;

const paragraphConditions: SQL = sql`(
        (${j.schedule1Paragraph} IS NULL OR ${j.schedule1Paragraph} NOT IN (${literals(PARAGRAPHS_NEEDING_POLICY_DOCUMENT)}) OR p.policy_document)
        AND (${j.schedule1Paragraph} IS DISTINCT FROM ${literal(SAFEGUARDING_PARAGRAPH)}
          OR coalesce(${j.absenceOfConsentReason} IN (${literals(ABSENCE_OF_CONSENT_REASONS)}), false)))`;

const offenceKey: SQL = sql`(${j.approvedBy} <> p.id AND (
        (${j.article10} = 'OFFICIAL_AUTHORITY' AND p.agency_kind IN (${literals(OFFICIAL_AUTHORITY_KINDS)}))
        OR (${j.article10} = 'SCHEDULE_1_CONDITION' AND coalesce(${j.schedule1Paragraph} IN (${literals(PARAGRAPHS_FOR_OFFENCE_DATA)}), false)
          AND ${paragraphConditions})))`;
