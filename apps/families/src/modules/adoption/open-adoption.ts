import { id, idempotencyKey, reason, recordEvent, takingFor } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';
import { z } from 'zod';

const input = z.strictObject({ person: id, reason, idempotencyKey });

type Input = z.output<typeof input>;

/** The one office that a sealed link is opened to: whoever watches over access and gives none (STA-5.1b). */
const OFFICER = 'DATA_PROTECTION_OFFICER';

/** Opens the sealed link of one record, by its id alone: of the record itself the officer sees nothing by it. */
export const openAdoption: Command<Input> = {
  roles: [OFFICER],
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, actor } = takingFor(call);
    const [found] = isUuid(call.input.person)
      ? await transaction.run<{ link: string; other: string }>({
          text: 'SELECT link, other FROM families.open_adoption($1::uuid, $2)',
          values: [call.input.person, call.input.reason],
        })
      : [];
    if (found === undefined) throw new CommandRefused('RECORD_UNKNOWN');
    call.tells('Person', [call.input.person, found.other]);
    await recordEvent(
      transaction,
      {
        machine: 'ADOPTION',
        subject: found.link,
        move: 'OPEN',
        before: 'SEALED',
        after: 'SEALED',
        onBehalfOf: 'AGENCY',
        reason: call.input.reason,
        about: {},
      },
      actor,
    );
    return { other: found.other };
  },
};
