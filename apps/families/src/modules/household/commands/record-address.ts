import { randomUUID } from 'node:crypto';
import {
  changeDetails,
  heldDetails,
  insertDetails,
  newFields,
  notPermitted,
  writingOf,
} from '@postern/recording';
import { id, idempotencyKey } from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { z } from 'zod';
import { ADDRESS_DETAILS, HOUSEHOLD_DETAILS } from '../household-details.ts';

const { resource } = ADDRESS_DETAILS;

const input = z.strictObject({
  household: id,
  address: newFields(ADDRESS_DETAILS),
  idempotencyKey,
});

type Input = z.output<typeof input>;

/**
 * Records where a household lives. A move ends the address before on that day; where it lived is kept, and from whom an
 * address of the household is hidden, the new one is hidden, too.
 */
export const recordAddress: Command<Input> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { household, address: given } = call.input;
    ADDRESS_DETAILS.check?.(given, null, call);
    const standing = await heldDetails(call, HOUSEHOLD_DETAILS.resource, household);
    if (given['endedOn'] === undefined) await endBefore(call, String(given['startedOn']));
    const address = randomUUID();
    const { line, town, postcode, uprn, startedOn, endedOn } = given;
    await insertDetails(
      call.transaction,
      resource,
      {
        id: address,
        household_id: standing.id,
        family_id: standing.row['family_id'],
        ...{ line, town, postcode, uprn, started_on: startedOn, ended_on: endedOn },
      },
      writingOf(call, null),
    );
    const fields = Object.keys(given);
    if (!(await call.mayAdd('Address', [address], fields)).has(address))
      throw notPermitted('Address', fields);
    return { address };
  },
};

/** Those that the caller does not see, or may not write, stay as they are: that there is one is not told. */
async function endBefore(call: CommandCall<Input>, day: string): Promise<void> {
  const held = await call.transaction.run<{ id: string }>({
    text: `SELECT id FROM families.household_address WHERE household_id = $1 AND started_on <= $2::date
      AND (ended_on IS NULL OR ended_on > $2::date) ORDER BY id`,
    values: [call.input.household, day],
  });
  const ids = held.map(({ id: address }) => address);
  for (const address of await call.mayRecord('Address', ids, ['endedOn'])) {
    const standing = await heldDetails(call, resource, address);
    await changeDetails(call, resource, standing, {
      expectedRevision: null,
      fields: { endedOn: day },
      reason: null,
    });
  }
}
