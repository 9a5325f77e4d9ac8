import { SOURCES } from '@postern/agreements';
import { id, idempotencyKey, reason, recordEvents, takingFor } from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';
import { z } from 'zod';
import { holdItem } from '../guards/held-item.ts';
import { DATA_HUB, MATCHING } from '../guards/in-pool.ts';
import type { Group } from '../store/group.ts';
import { groupOf } from '../store/group.ts';

const input = z.strictObject({ item: id, reason, idempotencyKey });
const TITLES = JSON.stringify(
  Object.fromEntries(Object.entries(SOURCES).map(([name, { title }]) => [name, title])),
);

/**
 * Somebody of the data hub makes a family group known that meets enough of the programme's criteria: nobody is made known by
 * counting alone (SHR-3.5.6b, PN-auto).
 */
export const makeMatchCandidates: Command<z.infer<typeof input>> = {
  roles: DATA_HUB,
  purpose: MATCHING,
  input,
  run: async (call) => {
    const { transaction } = call;
    const { members } = await groupNow(call);
    const held = members.map(({ item }) => item).toSorted();
    for (const item of held) await holdItem(call, { item });
    // Whoever came second finds what the first one left.
    const { criteria, threshold, ...group } = await groupNow(call);
    const items = group.members.map(({ item }) => item).filter((item) => held.includes(item));
    if (criteria.length < threshold)
      throw new CommandRefused('BELOW_THRESHOLD', {
        about: [String(criteria.length), String(threshold)],
      });
    const made = await transaction.run<{ id: string }>({
      text: 'SELECT id FROM families.make_candidates($1::uuid[], $2::text::jsonb) AS id',
      values: [items, TITLES],
    });
    if (made.length === 0) throw new CommandRefused('KNOWN_ALREADY');
    const { actor } = takingFor(call);
    await recordEvents(
      transaction,
      {
        machine: 'MATCH_CANDIDATE',
        move: 'MAKE',
        after: 'KNOWN',
        onBehalfOf: 'SELF',
        reason: call.input.reason,
        of: made.map((each) => ({ subject: each.id, before: null, about: {} })),
      },
      actor,
    );
    return { made: made.length, criteria };
  },
};

async function groupNow({
  transaction,
  principal,
  now,
  input: { item },
}: CommandCall<z.infer<typeof input>>): Promise<Group> {
  const looking = { statements: transaction, principal, now };
  const group = isUuid(item) ? await groupOf(looking, item) : null;
  if (group === null) throw new CommandRefused('RECORD_UNKNOWN');
  return group;
}
