import { accountPerson, parentalResponsibility, restriction } from '@postern/access-facts';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { liveBetween, TODAY } from './live.ts';
import { notBlank } from './not-blank.ts';

/** Who a family member's account is; null for those who work here. */
export const personOf: SQL = sql`CASE WHEN NOT p.works THEN (SELECT ${accountPerson.personId} FROM ${accountPerson}
    WHERE ${accountPerson.accountId} = p.id AND ${liveBetween(accountPerson.verifiedAt, accountPerson.endedAt)}) END`;

/**
 * The children for whom the caller's parental responsibility is evidenced today. A safety restriction that protects a
 * child from the caller takes the child out whole.
 */
export const childrenOf: SQL = sql`CASE WHEN self.person_id IS NULL THEN '{}'::uuid[] ELSE ARRAY(
    SELECT ${parentalResponsibility.childId} FROM ${parentalResponsibility} WHERE ${parentalResponsibility.holderId} = self.person_id
      AND ${notBlank(parentalResponsibility.evidence)}
      AND ${parentalResponsibility.startsOn} <= ${TODAY} AND (${parentalResponsibility.endsOn} IS NULL OR ${parentalResponsibility.endsOn} > ${TODAY})
      AND NOT EXISTS (SELECT 1 FROM ${restriction} WHERE ${restriction.protectedPersonId} = ${parentalResponsibility.childId}
        AND ${restriction.hiddenFromPersonId} = self.person_id AND ${liveBetween(restriction.startsAt, restriction.endsAt)})
  ) END`;
