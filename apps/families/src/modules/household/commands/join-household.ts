import { day, dayToCome, id, idempotencyKey, reason } from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { argumentInvalid, CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { refuseDays } from '../../person/person-details.ts';
import type { Living } from './held-household.ts';
import { heldLiving, noteMembers } from './held-household.ts';

const input = z.strictObject({
  household: id,
  person: id,
  startedOn: day,
  reason: reason.nullish(),
  idempotencyKey,
});

type Input = z.output<typeof input>;

/** Somebody of the family comes to live in one of its households; they may live in another, too. */
export const joinHousehold: Command<Input> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { startedOn } = call.input;
    refuseDays(dayToCome('startedOn', startedOn, call.now));
    const living = await heldLiving(call);
    await requireOfFamily(call, living);
    await noteMembers(call, living, call.input.reason ?? null, async () => {
      const [added] = await call.transaction.run({
        text: `INSERT INTO families.household_member (household_id, person_id, started_on)
          SELECT $1, $2, $3::date WHERE NOT EXISTS (SELECT FROM families.household_member lives
            WHERE lives.household_id = $1 AND lives.person_id = $2 AND (lives.ended_on IS NULL OR lives.ended_on > $3::date OR lives.started_on = $3::date))
          RETURNING person_id`,
        values: [living.household.id, living.person, startedOn],
      });
      if (added === undefined)
        throw new CommandRefused('STEP_NOT_POSSIBLE', { about: ['LIVES_THERE', 'leaveHousehold'] });
    });
    return { household: living.household.id };
  },
};

async function requireOfFamily(
  { transaction }: CommandCall<Input>,
  { household, person }: Living,
): Promise<void> {
  const [member] = await transaction.run({
    text: `SELECT 1 AS of_it FROM families.family_member member JOIN families.household held ON held.family_id = member.family_id
      WHERE held.id = $1 AND member.person_id = $2 AND member.ended_on IS NULL`,
    values: [household.id, person],
  });
  if (member === undefined) throw argumentInvalid('person', 'a member of the household’s family');
}
