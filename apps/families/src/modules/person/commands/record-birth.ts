import { changeDetails, heldDetails } from '@postern/recording';
import { day, dayToCome, expectedRevision, id, idempotencyKey, reason, text } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { PERSON_DETAILS, refuseDays } from '../person-details.ts';

const name = text(200);
const input = z.strictObject({
  id,
  expectedRevision,
  dateOfBirth: day,
  givenName: name.nullish(),
  familyName: name.nullish(),
  sex: text(100).nullish(),
  reason: reason.nullish(),
  idempotencyKey: idempotencyKey.nullish(),
});

type Input = z.output<typeof input>;

/** A child who was expected is born: the same person, with all that was recorded of them before; when it was expected is kept. */
export const recordBirth: Command<Input> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { id: person, dateOfBirth, givenName, familyName, sex } = call.input;
    refuseDays(dayToCome('dateOfBirth', dateOfBirth, call.now));
    const standing = await heldDetails(call, PERSON_DETAILS.resource, person);
    const names = Object.entries({ givenName, familyName, sex }).filter(([, said]) => said != null);
    await changeDetails(call, PERSON_DETAILS.resource, standing, {
      expectedRevision: call.input.expectedRevision,
      fields: { dateOfBirth, expectedOn: null, ...Object.fromEntries(names) },
      reason: call.input.reason ?? null,
    });
    // Asked last: whether somebody is expected is told only to whoever may record it.
    if (standing.row['expected_on'] === null)
      throw new CommandRefused('STEP_NOT_POSSIBLE', { about: ['NOT_EXPECTED'] });
    await call.transaction.run({
      text: `UPDATE families.family_member SET relationship = 'CHILD' WHERE person_id = $1 AND relationship = 'UNBORN_CHILD'`,
      values: [standing.id],
    });
    return { person: standing.id };
  },
};
