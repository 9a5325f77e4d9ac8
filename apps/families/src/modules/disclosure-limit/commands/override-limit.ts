import {
  day,
  dayToCome,
  id,
  idempotencyKey,
  moment,
  reason,
  takeStep,
  takingFor,
  text,
  uuid,
} from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { argumentInvalid, CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { openAgreement, partOf } from '../../agreement/guards/opened.ts';
import type { LimitLevel } from '../disclosure-limit.machine.ts';
import { disclosureLimitMachine } from '../disclosure-limit.machine.ts';
import { addLimit, limitOf } from '../store/limits.ts';

const LONGEST_REASON = 2_000;
const LONGEST_DAYS = 31;
const DAY_MS = 86_400_000;

const input = z
  .strictObject({
    episode: id,
    person: uuid,
    until: moment,
    reason,
    toldOn: day.nullish(),
    notToldBecause: text(LONGEST_REASON).nullish(),
    idempotencyKey,
  })
  .refine(({ toldOn, notToldBecause }) => (toldOn == null) !== (notToldBecause == null), {
    path: ['toldOn'],
    message: 'when the young person was told, or why that would not be safe',
  });

/**
 * What a young person keeps from their parents is told them all the same, to protect somebody: by whoever leads, with the reason,
 * for a time. The young person is told, unless that were unsafe; when the time is over, what they chose holds again (SHR-3.5L-e).
 */
export const overrideLimit: Command<z.infer<typeof input>> = {
  roles: ['LEAD_PROFESSIONAL'],
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, now, input: given } = call;
    const { person, until, reason: because } = given;
    const opened = await openAgreement(call, given);
    partOf(opened, person);
    const findings = dayToCome('toldOn', given.toldOn, now);
    if (findings.length > 0) throw new CommandRefused('ARGUMENT_INVALID', { findings });
    if (until <= now || until.getTime() > now.getTime() + LONGEST_DAYS * DAY_MS)
      throw argumentInvalid('until', `a moment to come, within ${LONGEST_DAYS} days`);
    const limit = await limitOf(transaction, person, now);
    await takeStep(
      disclosureLimitMachine,
      limit,
      {
        move: 'OVERRIDE',
        onBehalfOf: 'AGENCY',
        reason: because,
        about: { episode: opened.agreement.episodeId },
        details: { until: until.toISOString(), told: given.toldOn != null },
      },
      takingFor(call),
    );
    const overriding = crypto.randomUUID();
    await addLimit(
      transaction,
      {
        id: overriding,
        person,
        level: 'OVERRIDDEN',
        setAt: now,
        reason: because,
        toldOn: given.toldOn ?? null,
        notToldBecause: given.notToldBecause ?? null,
      },
      opened.by,
    );
    await addLimit(
      transaction,
      {
        id: crypto.randomUUID(),
        person,
        level: limit.state as LimitLevel,
        setAt: until,
        reason: 'The override has ended.',
        endsOverride: overriding,
      },
      opened.by,
    );
    return { person, level: 'OVERRIDDEN', holdsNow: true };
  },
};
