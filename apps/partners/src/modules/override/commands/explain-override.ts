import { civilDay } from '@postern/policy';
import {
  day,
  dayToCome,
  expectedRevision,
  hold,
  id,
  reason,
  requireRevision,
  takeStep,
  takingFor,
} from '@postern/steps';
import type { Command, Finding } from '@postern/subgraph-kit';
import { CommandRefused, finding } from '@postern/subgraph-kit';
import { z } from 'zod';
import { requireExplainer } from '../guards/explainer.ts';
import { explanationMachine } from '../override.machine.ts';
import type { HeldOverride } from '../store/overrides.ts';
import { OVERRIDES, stepOverride } from '../store/overrides.ts';

const input = z.strictObject({ override: id, expectedRevision, toldOn: day.nullish(), reason });

/** Records when the family was told of an override, and how; without a day, why it is unsafe to tell them. */
export const explainOverride: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, input: given, now } = call;
    refuseDays(dayToCome('toldOn', given.toldOn, now));
    const held = await hold<HeldOverride>(transaction, OVERRIDES, given.override);
    const onBehalfOf = await requireExplainer(call, held);
    requireRevision(held, given.expectedRevision);
    refuseDays(tooEarly(given.toldOn, held));
    const { accountId: account, agencyId: agency, episodeId: episode } = held;
    const explanation = await takeStep(
      explanationMachine,
      { ...held, state: held.explanation },
      {
        move: given.toldOn == null ? 'WITHHOLD' : 'TELL',
        onBehalfOf,
        reason: given.reason,
        about: { account, agency, episode },
      },
      takingFor(call),
    );
    const { toldOn = null, reason: explained } = given;
    await stepOverride(transaction, held.id, { explanation, toldOn, explained });
    return { override: held.id, state: held.state, explanation, revision: held.revision + 1 };
  },
};

function refuseDays(findings: readonly Finding[]): void {
  if (findings.length > 0) throw new CommandRefused('ARGUMENT_INVALID', { findings });
}

/** Nobody was told of an override before it was taken. */
function tooEarly(toldOn: string | null | undefined, { at }: HeldOverride): readonly Finding[] {
  if (toldOn == null || toldOn >= civilDay(new Date(at))) return [];
  return [finding('toldOn', 'BEFORE_OVERRIDE', 'the day of the override, or one after it')];
}
