import { id, idempotencyKey, reason, recordEvent, takingFor, uuid } from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { argumentInvalid, CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { agencyStanding } from '../../agreement/store/exclusions.ts';
import { openForSafety } from '../guards/open-for-safety.ts';
import { addRestriction } from '../store/restrictions.ts';

const MOST = 100;

const input = z
  .strictObject({
    episode: id,
    person: uuid,
    item: uuid.nullish(),
    coordinates: z.array(z.string().max(MOST)).min(1).max(MOST),
    fromAgency: uuid.nullish(),
    fromPerson: uuid.nullish(),
    reason,
    idempotencyKey,
  })
  .refine(({ fromAgency, fromPerson }) => (fromAgency == null) !== (fromPerson == null), {
    path: ['fromAgency'],
    message: 'either an agency or a person from whom it is hidden',
  });
type Restricting = CommandCall<z.infer<typeof input>>;

/** Hides details that protect somebody from one agency or one person; everybody else reads on as before (STA-5.1b). */
export const restrictDetail: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, now, input: given } = call;
    const opened = await openForSafety(call, given);
    await requireNamed(call);
    const restriction = crypto.randomUUID();
    await addRestriction(
      transaction,
      opened.agreement,
      {
        id: restriction,
        person: given.person,
        item: given.item ?? null,
        coordinates: given.coordinates,
        fromAgency: given.fromAgency ?? null,
        fromPerson: given.fromPerson ?? null,
        reason: given.reason,
      },
      opened.by,
    );
    const { actor } = takingFor(call);
    await recordEvent(
      transaction,
      {
        machine: 'SAFETY_RESTRICTION',
        subject: restriction,
        move: 'RESTRICT',
        before: null,
        after: 'IN_FORCE',
        onBehalfOf: 'AGENCY',
        reason: given.reason,
        about: { episode: opened.agreement.episodeId },
        details: { coordinates: given.coordinates, one: given.item != null },
      },
      actor,
    );
    return { restriction, state: 'IN_FORCE', startsAt: now.toISOString() };
  },
};

/** @throws CommandRefused ARGUMENT_INVALID, RECORD_UNKNOWN */
async function requireNamed({ transaction, dictionary, input, now }: Restricting): Promise<void> {
  for (const coordinate of input.coordinates) {
    const [type = '', field = ''] = coordinate.split('.');
    if (dictionary.get(type)?.has(field) !== true)
      throw argumentInvalid('coordinates', 'names of fields of a record, for example Address.line');
  }
  if (input.fromPerson === input.person)
    throw argumentInvalid('fromPerson', 'somebody else than whom it protects');
  if (input.fromAgency == null) return;
  const { isKnown, isHost } = await agencyStanding(transaction, input.fromAgency, now);
  if (!isKnown) throw new CommandRefused('RECORD_UNKNOWN');
  // Kept from the host, nobody could end it.
  if (isHost) throw new CommandRefused('HOST_NOT_REMOVED');
}
