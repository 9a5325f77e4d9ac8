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
    const [known] = await holdKnown(transaction, { agencyId, source, today: civilDay(now) }, [
      reference,
    ]);
    if (known === undefined || known.isOver) throw new CommandRefused('RECORD_UNKNOWN');
    await takeOffRecord(transaction, known.id);
    await takeStep(
      importItemMachine,
      known,
      { move: 'WITHDRAW', onBehalfOf: 'AGENCY', reason: because, about: { agency: agencyId } },
      takingFor(call),
    );
    await forget(transaction, [known.id], { cause: 'WITHDRAWN_BY_SOURCE', at: now });
    return { withdrawn: true };
  },
};
