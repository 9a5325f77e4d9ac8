import { SOURCE_NAMES } from '@postern/agreements';
import { civilDay } from '@postern/policy';
import { idempotencyKey, reason, takeStep, takingFor, text } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { holdSource, SENDERS } from '../guards/source.ts';
import { importItemMachine } from '../import-item.machine.ts';
import { forget, takeOffRecord } from '../store/decisions.ts';
import { holdKnown } from '../store/items.ts';
import { holdMatches } from '../store/matches.ts';

const LONGEST_REFERENCE = 100;
const input = z.strictObject({
  source: z.enum(SOURCE_NAMES),
  reference: text(LONGEST_REFERENCE),
  reason,
  idempotencyKey,
});

/** A source takes an item back: it is deleted, and so is what it put on a record (DEV-A4-1). */
export const withdrawImportedItem: Command<z.infer<typeof input>> = {
  roles: SENDERS,
  purpose: 'ADMINISTRATION',
  input,
  run: async (call) => {
    const { source, reference, reason: because } = call.input;
    const { transaction, now, principal } = call;
    const { agencyId } = principal;
    await holdSource(call, source);
    const sent = { agencyId, source, today: civilDay(now) };
    const [known] = await holdKnown(transaction, sent, [reference]);
    const [matched] = await holdMatches(transaction, sent, [reference]);
    // What is matched is its source's to take back however old it is; of the rest nothing is there after its day.
    const isThere = known !== undefined && (known.state === 'MATCHED' || !known.isOver);
    const held = isThere ? known : matched;
    if (held === undefined) throw new CommandRefused('RECORD_UNKNOWN');
    const taking = takingFor(call);
    await takeOffRecord(taking, held.id, 'AGENCY');
    await takeStep(
      importItemMachine,
      held,
      { move: 'WITHDRAW', onBehalfOf: 'AGENCY', reason: because, about: { agency: agencyId } },
      taking,
    );
    await forget(taking, [held.id], 'WITHDRAWN_BY_SOURCE');
    return { withdrawn: true };
  },
};
