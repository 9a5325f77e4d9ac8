import type { SourceName } from '@postern/agreements';
import { SOURCE_NAMES } from '@postern/agreements';
import { civilDay } from '@postern/policy';
import { idempotencyKey, recordEvents, takeStep, takingFor } from '@postern/steps';
import type { Answer, Command, CommandCall, Statements } from '@postern/subgraph-kit';
import { argumentInvalid } from '@postern/subgraph-kit';
import { z } from 'zod';
import { holdSource, SENDERS } from '../guards/source.ts';
import { importItemMachine } from '../import-item.machine.ts';
import { linesOf } from '../reading/csv.ts';
import type { TakenItem } from '../reading/judge.ts';
import { judge } from '../reading/judge.ts';
import type { SentLine } from '../reading/sent-item.ts';
import type { Rewritten } from '../store/decisions.ts';
import { putOnRecord, takeOffRecord, waitAgain, writeMatched } from '../store/decisions.ts';
import type { KnownItem, Sending } from '../store/items.ts';
import { addItems, amendItem, contentOf, holdCandidates, holdKnown } from '../store/items.ts';
import type { KnownMatch } from '../store/matches.ts';
import { holdMatches } from '../store/matches.ts';
import { deleteOver } from '../store/over.ts';

/** Items that come at once. */
const MOST_ITEMS = 500;
const LONGEST_CSV = 200_000;

const source = z.enum(SOURCE_NAMES);
const input = z.strictObject({
  source,
  items: z.array(z.unknown()).min(1, 'one item at least').max(MOST_ITEMS, `at most ${MOST_ITEMS}`),
  idempotencyKey,
});
const csvInput = z.strictObject({
  source,
  csv: z.string().min(1, 'a table').max(LONGEST_CSV, `at most ${LONGEST_CSV} characters`),
  idempotencyKey,
});

/** A source sends what it knows of families, item by item (PN-collect, DEV-A4-1). */
export const importItems: Command<z.infer<typeof input>> = {
  roles: SENDERS,
  purpose: 'ADMINISTRATION',
  input,
  run: (call) => {
    const { items } = call.input;
    const lines = items.map((item, at) => ({ line: at + 1, item: plain(item) }));
    return takeIn(call, call.input.source, lines);
  },
};

/** The same as a table. */
export const importItemsCsv: Command<z.infer<typeof csvInput>> = {
  roles: SENDERS,
  purpose: 'ADMINISTRATION',
  input: csvInput,
  run: (call) => {
    const lines = linesOf(call.input.csv, MOST_ITEMS);
    if (lines.length === 0 || lines.length > MOST_ITEMS)
      throw argumentInvalid('csv', `from 1 to ${MOST_ITEMS} lines below the first`);
    return takeIn(call, call.input.source, lines);
  },
};

/** Objects of GraphQL have no prototype. */
function plain(item: unknown): unknown {
  return typeof item === 'object' && item !== null ? { ...item } : item;
}

async function takeIn(
  call: CommandCall<unknown>,
  of: SourceName,
  lines: readonly SentLine[],
): Promise<Answer> {
  const { transaction, principal, now, dictionary } = call;
  await holdSource(call, of);
  const { taken, refused } = judge(lines, { source: of, dictionary, now });
  const { accountId, agencyId } = principal;
  const sending = { source: of, agencyId, accountId, at: now, today: civilDay(now) };
  const references = taken.map(({ reference }) => reference);
  const known = await knownNow(transaction, sending, references);
  const matched = await matchedNow({ call, sending }, taken);
  const fresh = taken.filter(({ reference }) => !known.has(reference) && !matched.has(reference));
  const added = await addItems(transaction, sending, fresh);
  await recordReceipt(call, added);
  let amended = [...matched.values()].filter((became) => became === 'AMENDED').length;
  for (const item of taken)
    if (await amend(known.get(item.reference), item, { call, sending })) amended += 1;
  const unchanged = taken.length - fresh.length - amended;
  return { added: added.length, amended, unchanged, refused };
}

/** What is known of its references still; what is over goes now, and comes in as new. */
async function knownNow(
  transaction: Statements,
  sending: Sending,
  references: readonly string[],
): Promise<ReadonlyMap<string, KnownItem>> {
  const held = await holdKnown(transaction, sending, references);
  const over = held.filter(({ isOver }) => isOver);
  if (over.length > 0) await deleteOver(transaction, over, sending.at);
  await holdCandidates(
    transaction,
    held.map(({ id }) => id),
  );
  return new Map(held.filter(({ isOver }) => !isOver).map((each) => [each.reference, each]));
}

/** What stands on records because of what was sent before, written as it is sent now; what is of somebody else is taken off. */
async function matchedNow(
  { call, sending }: Amending,
  taken: readonly TakenItem[],
): Promise<ReadonlyMap<string, Rewritten>> {
  const taking = takingFor(call);
  const items = new Map(taken.map((item) => [item.reference, item]));
  const stays = new Map<string, Rewritten>();
  for (const held of await holdMatches(call.transaction, sending, [...items.keys()])) {
    const item = items.get(held.reference);
    if (item === undefined) continue;
    const became = await writeMatched(taking, held.id, contentOf(item));
    if (became === 'OF_OTHER') await leaveRecord(held, call);
    else stays.set(held.reference, became);
  }
  return stays;
}

/** It comes in as new, and is decided as new. */
async function leaveRecord(held: KnownMatch, call: CommandCall<unknown>): Promise<void> {
  const taking = takingFor(call);
  await takeOffRecord(taking, held.id, 'AGENCY');
  await takeStep(
    importItemMachine,
    held,
    {
      move: 'TAKE_OFF',
      onBehalfOf: 'AGENCY',
      reason: OF_OTHER,
      about: { agency: call.principal.agencyId },
    },
    taking,
  );
}

async function recordReceipt(call: CommandCall<unknown>, items: readonly string[]): Promise<void> {
  if (items.length === 0) return;
  const { transaction, actor } = takingFor(call);
  await recordEvents(
    transaction,
    {
      machine: importItemMachine.name,
      move: 'RECEIVE',
      after: importItemMachine.initial,
      onBehalfOf: 'AGENCY',
      reason: 'Received from its source.',
      of: items.map((subject) => ({ subject, before: null, about: { agency: actor.agencyId } })),
    },
    actor,
  );
}

interface Amending {
  readonly call: CommandCall<unknown>;
  readonly sending: Sending;
}

const OF_OTHER = 'Its source says now that it is about somebody else, or of another kind.';
/** Whoever it is about, and what kind of entry it is: what was decided holds for these. */
const DECIDED_ON = ['given_name', 'family_name', 'date_of_birth', 'kind'];

/** Writes a known item anew; whether it said anything else before. */
async function amend(
  known: KnownItem | undefined,
  item: TakenItem,
  { call, sending }: Amending,
): Promise<boolean> {
  if (known === undefined) return false;
  const content = contentOf(item);
  const differs = (name: string): boolean => known.content[name] !== content[name];
  if (!Object.keys(content).some(differs)) return false;
  if (DECIDED_ON.some(differs)) await becomeUndecided(known, call);
  await amendItem(call.transaction, known, content, sending);
  await putOnRecord(takingFor(call), known.id);
  return true;
}

/** What was decided of one person is not decided of another (PN-auto). */
async function becomeUndecided(known: KnownItem, call: CommandCall<unknown>): Promise<void> {
  await takeOffRecord(takingFor(call), known.id, 'AGENCY');
  if (known.state === 'WAITING') return;
  await waitAgain(call.transaction, known.id);
  await takeStep(
    importItemMachine,
    known,
    {
      move: 'SEND_OF_OTHER',
      onBehalfOf: 'AGENCY',
      reason: OF_OTHER,
      about: { agency: call.principal.agencyId },
    },
    takingFor(call),
  );
}
