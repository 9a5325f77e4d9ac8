import { expectedRevision, id, takingFor, text } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { argumentInvalid } from '@postern/subgraph-kit';
import { z } from 'zod';
import { openAgreement, partOf } from '../guards/opened.ts';
import { currentNotice } from '../store/notice.ts';
import { settled, stepPart } from './step.ts';

const MOST_PERSONS = 50;
const LONGEST_NAME = 100;

const input = z.strictObject({
  episode: id,
  expectedRevision,
  persons: z.array(id).min(1).max(MOST_PERSONS),
  formVersion: text(LONGEST_NAME),
});

/** The form is given to whoever was told the notice: the one that is in force (SHR-3.4.3a). */
export const offerAgreement: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { formVersion, ...given } = call.input;
    const opened = await openAgreement(call, given);
    const current = await currentNotice(call.transaction, opened.today);
    if (current !== null && current !== formVersion)
      throw argumentInvalid('formVersion', `the version in force: ${current}`);
    for (const person of new Set(given.persons))
      await stepPart(
        opened,
        partOf(opened, person),
        {
          move: 'OFFER',
          onBehalfOf: 'AGENCY',
          reason: 'The form was given to them.',
          details: { formVersion },
          change: { formVersion },
        },
        takingFor(call),
      );
    return settled(opened, call);
  },
};
