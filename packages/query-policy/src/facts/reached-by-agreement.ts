import { accessGrant, episodePerson, withheldPerson } from '@postern/access-facts';
import { BY_AGREEMENT } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { literals } from './literal.ts';
import { liveBetween } from './live.ts';
import { grantOnBasis } from './proceedings.ts';

const withheld: SQL = sql`SELECT ${withheldPerson.personId} FROM ${withheldPerson} WHERE ${withheldPerson.episodeId} = ${accessGrant.episodeId}
      AND (${withheldPerson.agencyId} = p.agency_id OR ${withheldPerson.agencyId} IS NULL AND NOT ${grantOnBasis}) AND ${liveBetween(withheldPerson.startsAt, withheldPerson.endsAt)}`;

/**
 * The persons whom a grant that rests on the family's agreement reaches: without those whose part of it does not stand, and
 * without those who keep the agency of `p` out; what rests on a basis that was recorded instead reaches the former (SHR-3.7.2b).
 * Null where nobody is withheld from it, and the grant says by itself whom it reaches.
 */
export const reachedByAgreement: SQL = sql`CASE WHEN ${accessGrant.role} IN (${literals(BY_AGREEMENT)}) AND ${accessGrant.basis} <> 'OVERRIDE' AND EXISTS (${withheld})
    THEN ARRAY(SELECT reached.id FROM unnest(coalesce(${accessGrant.persons},
        ARRAY(SELECT ${episodePerson.personId} FROM ${episodePerson} WHERE ${episodePerson.episodeId} = ${accessGrant.episodeId}))) AS reached (id)
      WHERE reached.id NOT IN (${withheld})) END`;
