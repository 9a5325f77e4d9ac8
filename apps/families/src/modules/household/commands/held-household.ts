import type { StandingDetails } from '@postern/recording';
import { heldDetails, noteListWritten, notPermitted, writingOf } from '@postern/recording';
import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';
import { HOUSEHOLD_DETAILS } from '../household-details.ts';

/** One person and one household, both of which the caller sees. */
export interface Living {
  readonly household: StandingDetails;
  readonly person: string;
}

/** @throws CommandRefused RECORD_UNKNOWN, RECORDING_NOT_PERMITTED */
export async function heldLiving(
  call: CommandCall<{ readonly household: string; readonly person: string }>,
): Promise<Living> {
  const { person } = call.input;
  const household = await heldDetails(call, HOUSEHOLD_DETAILS.resource, call.input.household);
  if (!isUuid(person) || !(await call.seen('Person', [person])).has(person))
    throw new CommandRefused('RECORD_UNKNOWN');
  if (!(await call.mayRecord('Household', [household.id], ['members'])).has(household.id))
    throw notPermitted('Household', ['members']);
  return { household, person };
}

/** Keeps who lived there before, and counts that the list was written. */
export async function noteMembers(
  call: CommandCall<unknown>,
  { household }: Living,
  reason: string | null,
  write: () => Promise<void>,
): Promise<void> {
  const { transaction } = call;
  const lived = await transaction.run<{ person: string; from: string; until: string | null }>({
    text: `SELECT person_id AS person, started_on::text AS "from", ended_on::text AS until FROM families.household_member
      WHERE household_id = $1 ORDER BY person_id, started_on`,
    values: [household.id],
  });
  await write();
  await noteListWritten(
    transaction,
    HOUSEHOLD_DETAILS.resource,
    household,
    { members: lived },
    writingOf(call, reason),
  );
}
