import { randomUUID } from 'node:crypto';
import {
  insertDetails,
  newFields,
  notPermitted,
  shareEpisodes,
  writingOf,
} from '@postern/recording';
import { id, idempotencyKey } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';
import { z } from 'zod';
import { familyResource } from '../../family/family.resource.ts';
import { HOUSEHOLD_DETAILS } from '../household-details.ts';

const input = z.strictObject({
  family: id,
  household: newFields(HOUSEHOLD_DETAILS),
  idempotencyKey,
});

type Input = z.output<typeof input>;

/** Adds a household to a family: people of it live together who did not before (DEV-A4-2). */
export const recordHousehold: Command<Input> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { family, household: given } = call.input;
    if (!isUuid(family) || !(await call.seen('Family', [family])).has(family))
      throw new CommandRefused('RECORD_UNKNOWN');
    await shareEpisodes(call.transaction, familyResource, family);
    const household = randomUUID();
    const { resource } = HOUSEHOLD_DETAILS;
    await insertDetails(
      call.transaction,
      resource,
      { id: household, family_id: family, name: given['name'] },
      writingOf(call, null),
    );
    if (!(await call.mayAdd('Household', [household], ['name'])).has(household))
      throw notPermitted('Household', ['name']);
    return { household };
  },
};
