import { notPermitted } from '@postern/recording';
import { day, dayToCome, id, idempotencyKey, recordEvent, takingFor } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { argumentInvalid, CommandRefused, isUuid } from '@postern/subgraph-kit';
import { z } from 'zod';
import { refuseDays } from '../person/person-details.ts';
import { requireBothSeen } from '../person-merge/held-merge.ts';
import { tellOfficers } from './tell-officers.ts';

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
    const [sealing] = await transaction.run<{ link: string; became: Became }>({
      text: 'SELECT link, became FROM families.seal_adoption($1::uuid, $2::uuid, $3::date)',
      values: [before, since, adoptedOn],
    });
    if (sealing === undefined) throw new CommandRefused('STEP_NOT_POSSIBLE', { about: ['MERGED'] });
    const { link, became } = sealing;
    if (became !== 'STANDING')
      await recordEvent(transaction, { ...stepOf(became), subject: link, about: {} }, actor);
    // That another link stands is told to whoever may open it: told to anybody else, it would tell of an adoption.
    if (became === 'CONTESTED') await tellOfficers(transaction, [before, since], call.now);
    return { sealed: true };
  },
};

/** Sealed now, sealed as the same before, or one of the two is sealed with another. */
type Became = 'SEALED' | 'STANDING' | 'CONTESTED';

function stepOf(became: 'SEALED' | 'CONTESTED') {
  const isNew = became === 'SEALED';
  return {
    machine: 'ADOPTION',
    move: isNew ? 'SEAL' : 'SEAL_AGAIN',
    before: isNew ? null : 'SEALED',
    after: 'SEALED',
    onBehalfOf: 'AGENCY',
    reason: isNew
      ? 'A child was adopted.'
      : 'Another record was said to be the one before or since.',
  } as const;
}
