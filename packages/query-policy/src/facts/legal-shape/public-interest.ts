import { justification as j } from '@postern/access-facts';
import { CONFIDENCE_ROUTES, LEGAL_GATEWAYS, PUBLIC_INTEREST_QUESTIONS } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { literals } from '../literal.ts';
import { notBlank } from '../not-blank.ts';

/** The names in a table that ask for the public interest. */
function asking(table: Readonly<Record<string, { readonly asks: string | null }>>): SQL {
  const names = Object.entries(table).filter(([, { asks }]) => asks === 'PUBLIC_INTEREST');
  return literals(names.map(([name]) => name));
}

/** Where the gateway or the route cited rests on the public interest, each of the seven questions is answered and both views are recorded (DEV-A2i, DEV-A2j). */
export const publicInterestKept: SQL = sql`(NOT coalesce(${j.gateway} IN (${asking(LEGAL_GATEWAYS)}) OR ${j.confidenceRoute} IN (${asking(CONFIDENCE_ROUTES)}), false)
      OR coalesce(cardinality(${j.publicInterest}) = ${sql.raw(String(PUBLIC_INTEREST_QUESTIONS.length))}
        AND NOT EXISTS (SELECT 1 FROM unnest(${j.publicInterest}) AS answer WHERE NOT ${notBlank(sql.raw('answer'))})
        AND ${notBlank(j.ownView)} AND ${notBlank(j.sourceView)}, false))`;
