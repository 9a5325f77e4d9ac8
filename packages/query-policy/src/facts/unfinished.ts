import { acceptance, agencySignature, TRAINING_MODULES, training } from '@postern/access-facts';
import type { AgreementsInForce } from '@postern/policy';
import { trainingGrace } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { agreementsToday } from './agreements-in-force.ts';
import { literals } from './literal.ts';
import { liveBetween, NOW, validToday } from './live.ts';
import { ALL_MET } from './preconditions.ts';

/**
 * What the caller's account still wants: one row where the gate is closed, and none where it is open, so that nobody who
 * is let in pays for it. The versions are those of what the agency signed, or of every agreement where it signed none.
 */
export function unfinishedFacts(inForce: AgreementsInForce): SQL {
  return sql`unfinished AS (
  SELECT p.account_state, p.second_factor_shown,
    CASE WHEN p.agency_id IS NULL THEN '{}' ELSE ARRAY(SELECT asked.module FROM unnest(ARRAY[${literals(TRAINING_MODULES)}])
      WITH ORDINALITY asked (module, place) WHERE NOT EXISTS (SELECT 1 FROM ${training} WHERE ${training.accountId} = p.id
        AND ${training.module} = asked.module AND ${validToday(training.completedOn, training.expiresOn, trainingGrace(inForce))})
      ORDER BY asked.place) END AS modules,
    ARRAY(SELECT DISTINCT asked.version FROM (SELECT terms.version, signed.live, bool_or(signed.live) OVER () AS any_signed
        FROM (${agreementsToday(inForce)}) terms CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM ${agencySignature}
          WHERE ${agencySignature.agencyId} = p.vouching_agency_id AND ${agencySignature.agreement} = terms.agreement
          AND ${liveBetween(agencySignature.effectiveFrom, agencySignature.endsAt)}) AS live) signed) asked
      WHERE (asked.live OR NOT asked.any_signed) AND NOT EXISTS (SELECT 1 FROM ${acceptance} WHERE ${acceptance.accountId} = p.id
        AND ${acceptance.version} = asked.version AND ${acceptance.acceptedAt} <= ${NOW}) ORDER BY 1) AS versions
  FROM principal p WHERE (${ALL_MET}) IS NOT TRUE
)`;
}

/** The same as one JSON object; null where nothing is missing. */
export const unfinishedColumn: SQL = sql`(SELECT json_build_object('state', unfinished.account_state, 'modules', unfinished.modules,
  'versions', unfinished.versions, 'secondFactorShown', unfinished.second_factor_shown) FROM unfinished)`;
