import { account, conflictOfInterest, episode, episodePerson } from '@postern/access-facts';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { RowBinding } from '../predicates/row-binding.ts';
import { liveBetween } from './live.ts';
import type { Asking } from './principal.ts';

/** Whose facts are asked, by the account's id instead of a token. */
export interface AskedAccount extends Pick<Asking, 'multiFactor' | 'now' | 'purpose'> {
  readonly id: SQL;
  /** Whether accounts of family members are left out: then there is no such account. */
  readonly practitionersOnly: SQL;
}

/** Facts asked of an account by its id; of no account at all where there is none. */
export function askingFor({ id, practitionersOnly, ...asked }: AskedAccount): Asking {
  const part = (column: typeof account.issuerId | typeof account.subject): SQL =>
    sql`(SELECT ${column} FROM ${account} WHERE ${account.id} = ${id}::uuid
      AND (${account.kind} = 'PRACTITIONER' OR NOT ${practitionersOnly}::boolean))`;
  return { ...asked, issuer: part(account.issuerId), subject: part(account.subject) };
}

/** Whether an account declared no conflict of interest with any family that a row belongs to, or may belong to where it does not say. */
export function freeOfConflict(accountId: SQL, row: RowBinding): SQL {
  const families = familiesOf(row);
  if (families === undefined) return sql`true`;
  const { ofUnnamedFamily } = row;
  const anyOfThem = ofUnnamedFamily === undefined ? sql`` : sql`${ofUnnamedFamily} OR `;
  return sql`NOT EXISTS (SELECT 1 FROM ${conflictOfInterest} WHERE ${conflictOfInterest.accountId} = ${accountId}::uuid
    AND (${anyOfThem}${conflictOfInterest.familyId} IN (${families})) AND ${liveBetween(conflictOfInterest.declaredAt, conflictOfInterest.endedAt)})`;
}

function familiesOf({ link }: RowBinding): SQL | undefined {
  switch (link.kind) {
    case 'EPISODE':
      return sql`SELECT ${episode.familyId} FROM ${episode} WHERE ${episode.id} = ${link.episodeId}`;
    case 'FAMILY':
      return link.familyId;
    case 'PERSON':
    case 'PERSON_ENTRY':
      return sql`SELECT ${episode.familyId} FROM ${episode} JOIN ${episodePerson} ON ${episodePerson.episodeId} = ${episode.id}
        WHERE ${episodePerson.personId} = ${link.personId}`;
    default:
      return undefined;
  }
}
