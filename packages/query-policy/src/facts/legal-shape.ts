import { justification as j } from '@postern/access-facts';
import { ARTICLE_6, BEGINNING, RECOGNISED_INTERESTS } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { namesInForce, onOrAfter } from './law-in-force.ts';
import { confidenceKept } from './legal-shape/confidence.ts';
import { consentStands } from './legal-shape/consent.ts';
import { powerEstablished } from './legal-shape/power.ts';
import { publicInterestKept } from './legal-shape/public-interest.ts';
import { offenceKey, paragraphKept, specialCategoryKey } from './legal-shape/second-key.ts';
import { literal, literals } from './literal.ts';
import { notBlank } from './not-blank.ts';

/**
 * Whether a justification has the complete legal shape for a class:
 * relevance, an Article 6 basis, a power and what rests on consent always; the second key of the two-key test for
 * special-category and offence data. Every missing value makes it false, never null.
 */
export function legalShape(dataClass: SQL): SQL {
  const special = sql`${dataClass} LIKE 'SPECIAL\\_CATEGORY:%'`;
  const offence = sql`${dataClass} = 'CRIMINAL_OFFENCE'`;
  return sql`coalesce((
    ${notBlank(j.relevance)} AND ${notBlank(j.alternativesConsidered)}
    AND ${generalBasis}
    AND ${powerEstablished}
    AND ${confidenceKept}
    AND ${publicInterestKept}
    AND ${consentStands(special, offence)}
    AND CASE
      WHEN ${special} THEN ${specialCategoryKey}
      WHEN ${offence} THEN ${offenceKey}
      WHEN ${dataClass} LIKE 'RESTRICTED:%' OR ${dataClass} = 'PERSONAL' THEN true
      ELSE false
    END
    AND ${paragraphKept(special, offence)}), false)`;
}

const BASES = Object.entries(ARTICLE_6);
const offered = Object.fromEntries(BASES.filter(([, basis]) => basis.offered));

/** The bases of which something holds, as a condition on who cites one of them; none where no basis is so. */
function where(is: (basis: (typeof BASES)[number][1]) => boolean, asked: SQL): SQL {
  const names = BASES.filter(([, basis]) => is(basis)).map(([name]) => name);
  return sql`(${j.article6} NOT IN (${literals(names)}) OR ${asked})`;
}

const ownTaskAsked: readonly SQL[] = [
  ...new Set(BASES.map(([, basis]) => basis.ownTaskFrom).filter((day) => day !== null)),
].map((day) =>
  where(
    (basis) => basis.ownTaskFrom === day,
    sql`p.public_authority OR NOT ${onOrAfter(day)} OR ${literal('PUBLIC_TASK_OF_ITS_OWN')} = ANY (p.standings)`,
  ),
);

const generalBasis: SQL = sql.join(
  [
    onOrAfter(BEGINNING),
    namesInForce(sql`${j.article6}`, offered),
    where((basis) => basis.barredToPublicAuthorities, sql`NOT p.public_authority`),
    ...ownTaskAsked,
    where(
      (basis) => basis.asksInterest,
      namesInForce(sql`${j.recognisedInterest}`, RECOGNISED_INTERESTS),
    ),
  ],
  sql` AND `,
);
