import { notPermitted } from '@postern/recording';
import { day, dayToCome, id, idempotencyKey, recordEvent, takingFor } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { argumentInvalid, CommandRefused, isUuid } from '@postern/subgraph-kit';
import { z } from 'zod';
import { refuseDays } from '../person/person-details.ts';
import { requireBothSeen } from '../person-merge/held-merge.ts';

const input = z.strictObject({ before: id, since: id, adoptedOn: day, idempotencyKey });

type Input = z.output<typeof input>;

const TELLING = ['givenName', 'familyName', 'dateOfBirth'];

/**
 * Seals that a child of one record is, since an adoption, the child of another, which was recorded for itself. The birth family’s
 * record ends on that day, with its parents’ responsibility; neither record says anything of the other.
 */
export const recordAdoption: Command<Input> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { before, since, adoptedOn } = call.input;
    refuseDays(dayToCome('adoptedOn', adoptedOn, call.now));
    if (!isUuid(before) || !isUuid(since)) throw new CommandRefused('RECORD_UNKNOWN');
    await requireBothSeen(call, { kept: before, merged: since });
    if (before === since) throw argumentInvalid('since', 'another record than "before"');
    const may = await call.mayRecord('Person', [before, since], TELLING);
    if (!may.has(before) || !may.has(since)) throw notPermitted('Person', TELLING);
    const { transaction, actor } = takingFor(call);
    const [sealed] = await transaction.run<{ link: string | null }>({
      text: 'SELECT families.seal_adoption($1::uuid, $2::uuid, $3::date) AS link',
      values: [before, since, adoptedOn],
    });
    if (sealed?.link == null) throw new CommandRefused('STEP_NOT_POSSIBLE', { about: ['SEALED'] });
    await recordEvent(
      transaction,
      {
        machine: 'ADOPTION',
        subject: sealed.link,
        move: 'SEAL',
        before: null,
        after: 'SEALED',
        onBehalfOf: 'AGENCY',
        reason: 'A child was adopted.',
        about: {},
      },
      actor,
    );
    return { sealed: true };
  },
};
