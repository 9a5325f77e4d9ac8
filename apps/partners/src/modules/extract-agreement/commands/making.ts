import { begin, id, idempotencyKey, reason, takingFor } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { extractMachine } from '../extract-agreement.machine.ts';
import { EXTRACT_FORMS, EXTRACT_UNITS, isOf } from '../extract-catalogue.ts';
import { ANALYSTS, requireCovered, requireMatching, requireNoneHeld } from '../guards/covered.ts';
import { invalid } from '../guards/possible.ts';
import { holdBasis } from '../store/basis.ts';
import { addExtract } from '../store/extracts.ts';
import { fields } from './instructions.ts';
import { firstDay, lastDay, month } from './months.ts';

const making = z.strictObject({
  agreement: id.nullish(),
  theme: id.nullish(),
  unit: z.enum(EXTRACT_UNITS),
  form: z.enum(EXTRACT_FORMS),
  fields,
  from: month,
  to: month,
  reason,
  idempotencyKey,
});

/** A named analyst makes an extract; what is in it nobody sees before it is sent. */
export const makeExtract: Command<z.infer<typeof making>> = {
  roles: ANALYSTS,
  purpose: 'ANY',
  input: making,
  run: async (call) => {
    const { transaction, principal, now, input } = call;
    const findings = notAskable(input);
    if (findings.length > 0) throw new CommandRefused('ARGUMENT_INVALID', { findings });
    const basis = await holdBasis(transaction, input);
    requireCovered(call, basis, input);
    requireMatching(call, basis);
    const days = { since: firstDay(input.from), until: lastDay(input.to) };
    await requireNoneHeld(call, basis, days);
    const { initial: state } = extractMachine;
    const { unit, form, from, to } = input;
    const made = await addExtract(transaction, basis, {
      ...{ state, unit, form, fields: input.fields },
      ...{ ...days, by: principal.accountId, at: now },
    });
    if (made.lines === 0) throw new CommandRefused('EXTRACT_NOT_ANONYMOUS');
    const details = {
      ...{ [basis.kind === 'THEME' ? 'theme' : 'agreement']: basis.id, unit, form, from, to },
      ...{ fields: input.fields, lines: made.lines, analysts: basis.analysts },
    };
    await begin(
      extractMachine,
      made.id,
      { move: 'EXTRACT', reason: input.reason, onBehalfOf: 'AGENCY', about: {}, details },
      takingFor(call),
    );
    const agreement = basis.kind === 'AGREEMENT' ? basis.id : null;
    const theme = basis.kind === 'THEME' ? basis.id : null;
    return { agreement, theme, extract: made.id, state, revision: 1 };
  },
};

function notAskable({ agreement, theme, from, to, fields: asked, unit }: z.infer<typeof making>) {
  return [
    ...((agreement == null) === (theme == null)
      ? [invalid('agreement', 'an agreement or a theme, and not both')]
      : []),
    ...(from <= to ? [] : [invalid('to', 'a month not before from')]),
    ...(asked.every((field) => isOf(field, unit))
      ? []
      : [invalid('fields', `fields that are said of a ${unit}`)]),
  ];
}
