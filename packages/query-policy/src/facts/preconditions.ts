import type { Precondition } from '@postern/policy';
import { PRECONDITIONS } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';

/** The column of the caller's facts that tells whether a precondition holds. */
const COLUMNS: Readonly<Record<Precondition['name'], string>> = {
  ACCOUNT_ACTIVE: 'account_active',
  ISSUER_FOR_AGENCY: 'issuer_for_agency',
  MULTI_FACTOR: 'multi_factor',
  TRAINING_VALID: 'training_valid',
  ACCEPTED: 'accepted',
  AGENCY_IN_FORCE: 'agency_in_force',
  AGENCY_EVIDENCE: 'agency_evidence',
};

const MET: readonly SQL[] = PRECONDITIONS.map(({ name }) => sql.raw(COLUMNS[name]));

/** Each precondition as it stands for the caller, in the order of the list. */
export const preconditionsMet: readonly SQL[] = PRECONDITIONS.map(({ name }) =>
  sql.raw(`principal.${COLUMNS[name]}`),
);

/** Whether all of them hold; a list without any lets nobody in. */
export const ALL_MET: SQL = MET.length === 0 ? sql`false` : sql.join([...MET], sql` AND `);

/** The caller as one row only while every precondition holds. */
export const gateFacts: SQL = sql`gate AS MATERIALIZED (
  SELECT * FROM principal WHERE ${ALL_MET}
)`;

/** Lets an account of a kind of which the precondition is not asked through, before the test of the others. */
export function unlessExempt(name: Precondition['name']): SQL {
  const asked = PRECONDITIONS.find((one) => one.name === name)?.accounts ?? [];
  return asked.includes('FAMILY') ? sql`` : sql`NOT p.works OR `;
}
