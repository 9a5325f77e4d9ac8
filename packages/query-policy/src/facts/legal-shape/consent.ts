import { familyAgreement, justification as j } from '@postern/access-facts';
import {
  ARTICLE_6_CONSENT,
  ARTICLE_9_CONSENT,
  CONFIDENCE_ROUTES,
  LEGAL_GATEWAYS,
  SCHEDULE_1,
} from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { literal, literals } from '../literal.ts';
import { agreementSigned } from '../signed.ts';

function asking(table: Readonly<Record<string, { readonly asks: string | null }>>): SQL {
  const names = Object.entries(table).filter(([, { asks }]) => asks === 'CONSENT');
  return literals(names.map(([name]) => name));
}

const consentParagraphs = Object.entries(SCHEDULE_1)
  .filter(([, { consent }]) => consent)
  .map(([paragraph]) => paragraph);

/** Nothing that the justification cites rests on consent, or the family's agreement in the episode is signed and not withdrawn. */
export function consentStands(special: SQL, offence: SQL): SQL {
  return sql`(NOT coalesce(${j.article6} = ${literal(ARTICLE_6_CONSENT)} OR ${j.gateway} IN (${asking(LEGAL_GATEWAYS)})
        OR ${j.confidenceRoute} IN (${asking(CONFIDENCE_ROUTES)})
        OR (${special} AND ${j.article9} = ${literal(ARTICLE_9_CONSENT)})
        OR ((${special} OR ${offence}) AND ${j.schedule1Paragraph} IN (${literals(consentParagraphs)})), false)
      OR EXISTS (SELECT 1 FROM ${familyAgreement} WHERE ${familyAgreement.episodeId} = ${j.episodeId} AND ${agreementSigned}))`;
}
