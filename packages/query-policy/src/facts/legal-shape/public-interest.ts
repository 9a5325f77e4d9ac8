import { justification as j } from '@postern/access-facts';
import { PUBLIC_INTEREST_QUESTIONS } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { notBlank } from '../not-blank.ts';

/** Each of the seven questions is answered, and both views are recorded (DEV-A2i, DEV-A2j). */
export const publicInterestAnswered: SQL = sql`coalesce(cardinality(${j.publicInterest}) = ${sql.raw(String(PUBLIC_INTEREST_QUESTIONS.length))}
        AND NOT EXISTS (SELECT 1 FROM unnest(${j.publicInterest}) AS answer WHERE NOT ${notBlank(sql.raw('answer'))})
        AND ${notBlank(j.ownView)} AND ${notBlank(j.sourceView)}, false)`;
