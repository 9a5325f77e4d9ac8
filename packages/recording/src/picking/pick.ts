import { expectedRevision, id, idempotencyKey, reason, requireRevision } from '@postern/steps';
import type { Answer, Command, CommandCall } from '@postern/subgraph-kit';
import { argumentInvalid, CommandRefused, isUuid } from '@postern/subgraph-kit';
import { z } from 'zod';
import type { Basis } from './basis.ts';
import { basisOf } from './basis.ts';
import type { Pickable } from './pickable.ts';
import { foundOf } from './pickable.ts';

/** The schema of what is picked, for every subgraph that keeps some of it. */
export const PICKING_SCHEMA = new URL('./picking.graphql', import.meta.url);

/** No record goes in one go: who sends more names them in several (SHR-3.4.10c). */
const MOST_ITEMS = 20;
/** By whom a transfer is instructed (SHR-3.4.10b). */
const INSTRUCTING: readonly string[] = ['LEAD_PROFESSIONAL', 'EHAST_PRACTITIONER'];
const WAITING: readonly string[] = ['PROPOSED', 'ITEMS_PICKED'];

const input = z.strictObject({
  transfer: id,
  expectedRevision,
  items: z
    .array(z.strictObject({ type: id, id }))
    .min(1, 'one item at least')
    .max(MOST_ITEMS, `at most ${MOST_ITEMS} items at a time, each by its id`),
  reason,
  idempotencyKey,
});
type Picking = CommandCall<z.infer<typeof input>>;

/** A line of the manifest. */
interface Line extends Basis {
  readonly item: string;
  readonly type: string;
}

/**
 * Picks records for a transfer by their ids: nothing goes by default, nothing stands for all of them, and each is one that
 * whoever picks may read now (SHR-3.4.10c).
 */
export function picks(types: readonly Pickable[]): Command<z.infer<typeof input>> {
  return {
    roles: INSTRUCTING,
    purpose: 'ANY',
    input,
    run: (call) => pick(types, call),
  };
}

async function pick(types: readonly Pickable[], call: Picking): Promise<Answer> {
  const { transaction, principal, now, input: given } = call;
  const { episode } = await held(call);
  const lines: Line[] = [];
  for (const [type, of] of Map.groupBy(given.items, (each) => each.type))
    lines.push(
      ...(await linesOf(
        pickableOf(types, type),
        of.map((each) => each.id),
        { ...call, episode },
      )),
    );
  call.tells('Episode', [episode]);
  const [picked] = await transaction.run<{ revision: number }>({
    text: 'SELECT access.pick_for_transfer($1, $2::text::jsonb, $3, $4, $5, $6::timestamptz) AS revision',
    values: [
      given.transfer,
      JSON.stringify(lines),
      given.reason,
      principal.accountId,
      principal.agencyId,
      now.toISOString(),
    ],
  });
  return { transfer: given.transfer, revision: picked?.revision, items: lines.length };
}

/**
 * Holds the transfer for whoever instructs it; to everybody else it is none. Whether they see its episode is asked item by item.
 * @throws CommandRefused RECORD_UNKNOWN, REVISION_PASSED, STEP_NOT_POSSIBLE
 */
async function held({ transaction, principal, now, input: given }: Picking): Promise<{
  readonly episode: string;
}> {
  const [transfer] = isUuid(given.transfer)
    ? await transaction.run<{
        episode: string;
        state: string;
        revision: number;
        instructs: boolean;
      }>({
        text: 'SELECT episode, state, revision, instructs FROM access.hold_transfer($1, $2, $3::timestamptz)',
        values: [given.transfer, principal.accountId, now.toISOString()],
      })
    : [];
  if (transfer === undefined) throw new CommandRefused('RECORD_UNKNOWN');
  const { episode, instructs, ...stands } = transfer;
  if (!instructs) throw new CommandRefused('RECORD_UNKNOWN');
  requireRevision({ id: given.transfer, ...stands }, given.expectedRevision);
  if (!WAITING.includes(stands.state))
    throw new CommandRefused('STEP_NOT_POSSIBLE', {
      about: [stands.state],
      revision: stands.revision,
    });
  return { episode };
}

function pickableOf(types: readonly Pickable[], type: string): Pickable {
  const found = types.find(({ resource }) => resource.type === type);
  if (found === undefined)
    throw argumentInvalid(
      'items.type',
      `one of ${types.map(({ resource }) => resource.type).join(', ')}`,
    );
  return found;
}

/** @throws CommandRefused RECORD_UNKNOWN where one of them is not one that the caller may read now */
async function linesOf(
  pickable: Pickable,
  ids: readonly string[],
  call: Picking & { readonly episode: string },
): Promise<readonly Line[]> {
  const { type } = pickable.resource;
  const visible = await call.seen(type, ids, pickable.field);
  if (!ids.every((each) => visible.has(each))) throw new CommandRefused('RECORD_UNKNOWN');
  const lines: Line[] = [];
  for (const item of await foundOf(pickable, ids, call))
    lines.push({ item: item.id, type, ...(await basisOf(pickable, item, call.episode, call)) });
  return lines;
}
