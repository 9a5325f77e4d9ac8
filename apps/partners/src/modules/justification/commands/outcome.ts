import { SHARING_OUTCOMES } from '@postern/access-facts';
import { dayToCome, recordEvent, takingFor } from '@postern/steps';
import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused, finding } from '@postern/subgraph-kit';
import { z } from 'zod';
import { JUSTIFICATION_MACHINE } from '../justification.machine.ts';
import type { Change, HeldSet } from '../store/justifications.ts';
import { change } from '../store/justifications.ts';
import { day, optional, step } from './input.ts';
import { stepCommand } from './justification-command.ts';
import { aboutOf, detailsOf } from './move.ts';

/** Puts on the record whether information was shared in the end, and that it was looked at first (golden rule 7). */
export const recordOutcome = stepCommand(
  'ANY',
  z.strictObject({
    ...step,
    outcome: z.enum(SHARING_OUTCOMES, { error: `one of ${SHARING_OUTCOMES.join(', ')}` }),
    checkedAccurate: z.boolean(),
  }),
  (held, call) => {
    const { outcome, checkedAccurate } = call.input;
    if (outcome !== 'NOT_SHARED' && !checkedAccurate)
      throw new CommandRefused('JUSTIFICATION_INCOMPLETE', {
        findings: [
          finding('checkedAccurate', 'NOT_CHECKED', 'look first whether it is right and of now'),
        ],
      });
    const checkedAt = checkedAccurate ? call.now.toISOString() : null;
    return note(held, 'RECORD_OUTCOME', { outcome, checked_at: checkedAt }, call);
  },
);

/** Puts on the record that the family was told, or why it was not. */
export const recordFamilyTold = stepCommand(
  'ANY',
  z.strictObject({
    ...step,
    familyToldOn: day.nullish().transform((given) => given ?? null),
    notToldBecause: optional,
  }),
  (held, call) => {
    const { familyToldOn, notToldBecause } = call.input;
    const findings = [
      ...((familyToldOn === null) === (notToldBecause === null)
        ? [finding('familyToldOn', 'FAMILY_TOLD_MISSING', 'when it was told, or why it was not')]
        : []),
      ...dayToCome('familyToldOn', familyToldOn, call.now),
    ];
    if (findings.length > 0) throw new CommandRefused('JUSTIFICATION_INCOMPLETE', { findings });
    return note(
      held,
      'RECORD_FAMILY_TOLD',
      { family_told_on: familyToldOn, not_told_because: notToldBecause },
      call,
    );
  },
);

/** Written down by whom it is for; where it stands does not change. */
async function note(
  { one }: HeldSet,
  move: string,
  columns: Change,
  call: CommandCall<{ readonly reason: string }>,
): Promise<readonly string[]> {
  if (one.accountId !== call.principal.accountId)
    throw new CommandRefused('JUSTIFICATION_NOT_YOURS');
  await recordEvent(
    call.transaction,
    {
      machine: JUSTIFICATION_MACHINE.name,
      subject: one.id,
      move,
      before: one.state,
      after: one.state,
      onBehalfOf: 'SELF',
      reason: call.input.reason,
      about: aboutOf(one),
      details: detailsOf(one),
    },
    takingFor(call).actor,
  );
  await change(call.transaction, one.id, columns);
  return [one.id];
}
