import { expectedRevision, id, reason, takeStep, takingFor } from '@postern/steps';
import type { Answer, Command, CommandCall } from '@postern/subgraph-kit';
import { argumentInvalid, CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import type { HeldItem } from '../guards/held-item.ts';
import { holdItem } from '../guards/held-item.ts';
import type { HeldMatch } from '../guards/held-match.ts';
import { holdMatch } from '../guards/held-match.ts';
import { DATA_HUB, MATCHING } from '../guards/in-pool.ts';
import type { ImportItemMove } from '../import-item.machine.ts';
import { importItemMachine } from '../import-item.machine.ts';
import type { ImportItemState } from '../import-item.table.ts';
import { takeOffRecord, waitAgain, writeDecision } from '../store/decisions.ts';
import { proposalsOf } from '../store/proposals.ts';

const MATCH_DECISIONS = ['MATCH', 'NO_MATCH', 'UNCLEAR'] as const;
type MatchDecision = (typeof MATCH_DECISIONS)[number];

const MOVES: Readonly<
  Record<MatchDecision, { readonly move: ImportItemMove; readonly state: ImportItemState }>
> = {
  MATCH: { move: 'MATCH', state: 'MATCHED' },
  NO_MATCH: { move: 'FIND_NO_MATCH', state: 'NO_MATCH' },
  UNCLEAR: { move: 'LEAVE_UNCLEAR', state: 'UNCLEAR' },
};

const input = z.strictObject({
  item: id,
  expectedRevision,
  decision: z.enum(MATCH_DECISIONS),
  person: id.nullish(),
  reason,
});
const takingBack = z.strictObject({ item: id, expectedRevision, reason });

/** Somebody of the data hub says whose an item is; from then on it is on that person's record (SHR-3.5.6b, PN-auto). */
export const decideImportedItem: Command<z.infer<typeof input>> = {
  roles: DATA_HUB,
  purpose: MATCHING,
  input,
  run: async (call) => {
    const { decision, person = null, reason: because } = call.input;
    if ((decision === 'MATCH') !== (person !== null))
      throw argumentInvalid('person', 'whom it is, of a match; nobody otherwise');
    const held = await holdItem(call, call.input);
    if (person !== null) await requireProposed(call, held, person);
    const { move, state } = MOVES[decision];
    await step(call, held, move, because);
    await writeDecision(takingFor(call), held.id, { state, person });
    return changed(held, state);
  },
};

/**
 * Takes a decision back; what it put on the record is taken off, and that it was there stays on the record of steps. So it is of
 * what is in the pool no more: an error stands no longer because it is old (SHR-4.5).
 */
export const takeBackImportedItem: Command<z.infer<typeof takingBack>> = {
  roles: DATA_HUB,
  purpose: MATCHING,
  input: takingBack,
  run: async (call) => {
    const taking = takingFor(call);
    const matched = await holdMatch(call, call.input);
    if (matched !== null) {
      await step(call, matched, 'TAKE_OFF', call.input.reason);
      await takeOffRecord(taking, matched.id, 'SELF');
      return { item: matched.id, state: null, revision: null };
    }
    const held = await holdItem(call, call.input);
    await step(call, held, 'TAKE_BACK', call.input.reason);
    await takeOffRecord(taking, held.id, 'SELF');
    await waitAgain(call.transaction, held.id);
    return changed(held, 'WAITING');
  },
};

function changed({ id: item, revision }: HeldItem, state: ImportItemState): Answer {
  return { item, state, revision: revision + 1 };
}

/** Who decided, when and why is on the record of steps, where it outlasts the item. */
async function step(
  call: CommandCall<unknown>,
  held: HeldItem | HeldMatch,
  move: ImportItemMove,
  because: string,
): Promise<void> {
  await takeStep(
    importItemMachine,
    held,
    { move, onBehalfOf: 'SELF', reason: because, about: { agency: held.agencyId } },
    takingFor(call),
  );
}

/** @throws CommandRefused RECORD_UNKNOWN for anybody but whom the item may be about */
async function requireProposed(
  { transaction, principal, now, tells }: CommandCall<unknown>,
  { id: item }: HeldItem,
  person: string,
): Promise<void> {
  const proposals = await proposalsOf({ statements: transaction, principal, now }, item);
  if (!proposals.some((proposal) => proposal.person === person))
    throw new CommandRefused('RECORD_UNKNOWN');
  tells('Person', [person]);
}
