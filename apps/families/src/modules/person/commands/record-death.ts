import { changeDetails, heldDetails } from '@postern/recording';
import { day, dayToCome, expectedRevision, id, idempotencyKey, reason } from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { PERSON_DETAILS, refuseDays } from '../person-details.ts';

const changed = {
  id,
  expectedRevision,
  reason,
  idempotencyKey: idempotencyKey.nullish(),
};

const died = z.strictObject({ ...changed, diedOn: day });
const lives = z.strictObject(changed);

type Died = z.output<typeof died>;
type Lives = z.output<typeof lives>;

/**
 * Somebody has died: from the same moment nothing goes out to them or about them, what waits is called off, and their account
 * ends. What is recorded of them stays, in the same confidence (STA-3.1d).
 */
export const recordDeath: Command<Died> = {
  roles: 'ANY',
  purpose: 'ANY',
  input: died,
  run: (call) => {
    refuseDays(dayToCome('diedOn', call.input.diedOn, call.now));
    return write(call, call.input.diedOn);
  },
};

/** It was recorded of the wrong person, or by mistake. An account that ended by it is given again as to anybody. */
export const withdrawDeath: Command<Lives> = {
  roles: 'ANY',
  purpose: 'ANY',
  input: lives,
  run: (call) => write(call, null),
};

async function write(
  call: CommandCall<Lives>,
  deceasedOn: string | null,
): Promise<{ readonly person: string }> {
  // Of whichever of a person's records it is: nobody merges or parts them meanwhile. Before the person is held, as they do.
  await call.transaction.run({ text: 'SELECT families.share_merges()', values: [] });
  const standing = await heldDetails(call, PERSON_DETAILS.resource, call.input.id);
  await changeDetails(call, PERSON_DETAILS.resource, standing, {
    expectedRevision: call.input.expectedRevision,
    fields: { deceasedOn },
    reason: call.input.reason,
  });
  const stood = standing.row['deceased_on'] === null ? 'LIVES' : 'DECEASED';
  if ((stood === 'DECEASED') === (deceasedOn !== null))
    throw new CommandRefused('STEP_NOT_POSSIBLE', { about: [stood] });
  return { person: standing.id };
}
