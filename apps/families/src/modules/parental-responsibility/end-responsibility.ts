import {
  day,
  dayToCome,
  id,
  idempotencyKey,
  reason,
  recordEvents,
  takingFor,
} from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { refuseDays } from '../person/person-details.ts';
import { requireKin } from './held-kin.ts';

const input = z.strictObject({
  holder: id,
  child: id,
  until: day,
  reason,
  idempotencyKey: idempotencyKey.nullish(),
});

type Input = z.output<typeof input>;

/** Somebody is responsible for a child no more, from a day on: a court said so. Their account reads the child’s part no longer. */
export const endParentalResponsibility: Command<Input> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { until } = call.input;
    refuseDays(dayToCome('until', until, call.now));
    const { holder, child } = await requireKin(call);
    const { transaction, actor } = takingFor(call);
    const ended = await transaction.run<{ id: string; from: string }>({
      text: `UPDATE access.parental_responsibility SET ends_on = greatest($3::date, starts_on) WHERE holder_id = $1 AND child_id = $2
        AND (ends_on IS NULL OR ends_on > $3::date) RETURNING id, starts_on::text AS "from"`,
      values: [holder, child, until],
    });
    if (ended.length === 0)
      throw new CommandRefused('STEP_NOT_POSSIBLE', {
        about: ['NOT_HELD', 'recordParentalResponsibility'],
      });
    await recordEvents(
      transaction,
      {
        machine: 'PARENTAL_RESPONSIBILITY',
        of: ended.map((each) => ({ subject: each.id, before: 'HELD', about: {} })),
        move: 'END',
        after: 'ENDED',
        onBehalfOf: 'FAMILY',
        reason: call.input.reason,
      },
      actor,
    );
    return { from: ended[0]?.from, until };
  },
};
