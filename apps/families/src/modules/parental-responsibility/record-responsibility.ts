import { randomUUID } from 'node:crypto';
import { day, dayToCome, id, idempotencyKey, reason, recordEvent, takingFor } from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { argumentInvalid, CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { refuseDays } from '../person/person-details.ts';
import type { Kin } from './held-kin.ts';
import { requireKin } from './held-kin.ts';

const input = z.strictObject({
  holder: id,
  child: id,
  evidence: reason,
  from: day,
  until: day.nullish(),
  idempotencyKey,
});

type Input = z.output<typeof input>;

/**
 * Records that somebody is responsible for a child, and what was seen of it: only then does a parent’s account read the child’s
 * part, and never longer than until the child is 18.
 */
export const recordParentalResponsibility: Command<Input> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { from, until } = call.input;
    refuseDays(dayToCome('from', from, call.now));
    if (until != null && until <= from) throw argumentInvalid('until', 'a day after "from"');
    const kin = await requireKin(call);
    const { responsibility, endsOn } = await added(call, kin);
    const { transaction, actor } = takingFor(call);
    await recordEvent(
      transaction,
      {
        machine: 'PARENTAL_RESPONSIBILITY',
        subject: responsibility,
        move: 'RECORD',
        before: null,
        after: 'HELD',
        onBehalfOf: 'FAMILY',
        reason: 'Evidence of it was seen.',
        about: {},
      },
      actor,
    );
    return { from, until: endsOn };
  },
};

/** Once at a time; from the day of the child’s birth at the earliest, and until they are 18 at the latest. */
async function added(
  { transaction, input: given }: CommandCall<Input>,
  { holder, child }: Kin,
): Promise<{ readonly responsibility: string; readonly endsOn: string | null }> {
  const [row] = await transaction.run<{ id: string; until: string | null }>({
    text: `INSERT INTO access.parental_responsibility (id, holder_id, child_id, evidence, starts_on, ends_on)
      SELECT $1, $2, child.id, $4, $5::date, least($6::date, (child.date_of_birth + interval '18 years')::date) FROM families.person child
      WHERE child.id = $3 AND (child.date_of_birth IS NULL OR child.date_of_birth + interval '18 years' > $5::date)
        AND NOT EXISTS (SELECT FROM access.parental_responsibility held WHERE held.holder_id = $2 AND held.child_id = $3
          AND held.evidence IS NOT NULL AND (held.ends_on IS NULL OR held.ends_on > $5::date))
      RETURNING id, ends_on::text AS until`,
    values: [randomUUID(), holder, child, given.evidence, given.from, given.until ?? null],
  });
  if (row === undefined)
    throw new CommandRefused('STEP_NOT_POSSIBLE', { about: ['HELD', 'endParentalResponsibility'] });
  return { responsibility: row.id, endsOn: row.until };
}
