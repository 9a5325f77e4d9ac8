import { day, dayToCome, id, idempotencyKey, reason } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { refuseDays } from '../../person/person-details.ts';
import { heldLiving, noteMembers } from './held-household.ts';

const input = z.strictObject({
  household: id,
  person: id,
  endedOn: day,
  reason,
  idempotencyKey: idempotencyKey.nullish(),
});

type Input = z.output<typeof input>;

/** Somebody lives in a household no more, from a day on; that they did is kept. */
export const leaveHousehold: Command<Input> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { endedOn } = call.input;
    refuseDays(dayToCome('endedOn', endedOn, call.now));
    const living = await heldLiving(call);
    await noteMembers(call, living, call.input.reason, async () => {
      const [left] = await call.transaction.run({
        text: `UPDATE families.household_member SET ended_on = $3::date WHERE household_id = $1 AND person_id = $2
          AND started_on <= $3::date AND ended_on IS NULL RETURNING person_id`,
        values: [living.household.id, living.person, endedOn],
      });
      if (left === undefined)
        throw new CommandRefused('STEP_NOT_POSSIBLE', {
          about: ['DOES_NOT_LIVE_THERE', 'joinHousehold'],
        });
    });
    return { household: living.household.id };
  },
};
