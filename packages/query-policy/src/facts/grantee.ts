import { episode } from '@postern/access-facts';
import type { AgreementsInForce } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { askingFor } from './account.ts';
import { preconditionsMet } from './preconditions.ts';
import { principalFacts, requestParameters } from './principal.ts';
import { EPISODE_FACTS } from './reach.ts';
import { unfinishedColumn, unfinishedFacts } from './unfinished.ts';

/**
 * What a reader's statements would find of an account and of one episode, whether or not there is a grant: whoever gives
 * access asks by the facts that access is decided by. As if the account had signed in with two factors; without a row
 * where there is no such account of a worker, or no such episode.
 */
export function granteeFacts(inForce: AgreementsInForce): SQL {
  const asking = askingFor({
    id: sql`${sql.placeholder('grantee')}`,
    practitionersOnly: sql`true`,
    multiFactor: sql`true`,
    now: sql`${requestParameters.now}`,
    // What every team around a family works for: an agreement that leaves it out lets nobody in to any.
    purpose: sql`'COORDINATE_SUPPORT'`,
  });
  return sql`WITH ${principalFacts(inForce, asking)},
${unfinishedFacts(inForce)}
SELECT p.agency_id, p.roles, ARRAY[${sql.join([...preconditionsMet], sql`, `)}] AS met, ${unfinishedColumn} AS unfinished, way.family_id, way.status, ${EPISODE_FACTS}
FROM principal CROSS JOIN principal p
CROSS JOIN (SELECT ${episode.id} AS episode_id, ${episode.familyId} AS family_id, ${episode.status} AS status, NULL::text AS basis
  FROM ${episode} WHERE ${episode.id} = ${sql.placeholder('episode')}::uuid) way`;
}
