import { begin, day, idempotencyKey, reason, takingFor, text, title, uuid } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import {
  analysts,
  comparisonGroup,
  method,
  smallestClass,
} from '../../extract-agreement/commands/instructions.ts';
import { EXTRACT_FIELDS } from '../../extract-agreement/extract-catalogue.ts';
import { invalid, notInstructable } from '../../extract-agreement/guards/possible.ts';
import { MOST_FIELDS, PROPOSING } from '../offices.ts';
import { researchThemeMachine } from '../research-theme.machine.ts';
import { addTheme, hasAnalystOf } from '../store/themes.ts';

const LONGEST_QUESTION = 2_000;

const input = z.strictObject({
  subgroup: title,
  title,
  question: text(LONGEST_QUESTION),
  fields: z
    .array(z.strictObject({ field: z.enum(EXTRACT_FIELDS), because: title }))
    .min(1, 'one field at least')
    .max(MOST_FIELDS, `at most ${MOST_FIELDS}, each with why the question needs it`)
    .refine((all) => new Set(all.map(({ field }) => field)).size === all.length, 'each field once'),
  comparisonGroup,
  smallestClass,
  matchingAgency: uuid,
  analysts,
  method,
  startsOn: day,
  endsOn: day,
  destroyBy: day,
  reason,
  idempotencyKey,
});

/** A sub-group puts forward what it wants to learn, from what, and who is to be instructed (SOM-6.16.3–5). */
export const proposeResearchTheme: Command<z.infer<typeof input>> = {
  roles: PROPOSING,
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, principal, now } = call;
    const { reason: because, idempotencyKey: _, ...given } = call.input;
    const findings = [
      ...(await notInstructable(transaction, given, now)),
      ...((await hasAnalystOf(transaction, given.matchingAgency, given.analysts))
        ? []
        : [invalid('matchingAgency', 'the agency of one of the analysts')]),
    ];
    if (findings.length > 0) throw new CommandRefused('ARGUMENT_INVALID', { findings });
    const { initial: state } = researchThemeMachine;
    const made = { ...given, state, by: principal.accountId, at: now };
    const theme = await addTheme(transaction, made);
    const details = { fields: given.fields.map(({ field }) => field), analysts: given.analysts };
    await begin(
      researchThemeMachine,
      theme,
      { move: 'PROPOSE', reason: because, onBehalfOf: 'AGENCY', about: {}, details },
      takingFor(call),
    );
    return { theme, state, revision: 1 };
  },
};
