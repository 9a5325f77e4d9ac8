import type { Placing } from '@postern/recording';
import { episodeOf } from '@postern/recording';
import type { CommandCall, ResourceDefinition } from '@postern/subgraph-kit';
import { isUuid } from '@postern/subgraph-kit';

/** A record of the episode itself. */
export const IN_EPISODE: Placing = {
  named: ['episode'],
  find: async ({ episode = '' }, call) =>
    (await isSeen('Episode', episode, call)) ? { episode, columns: {} } : null,
};

/** A record that is part of another, by the column that says of which. */
export function partOf(whole: ResourceDefinition, named: string, column: string): Placing {
  return {
    named: [named],
    find: async ({ [named]: id = '' }, call) => {
      if (!(await isSeen(whole.type, id, call))) return null;
      const episode = await episodeOf(call.transaction, whole, id);
      return episode === null ? null : { episode, columns: { [column]: id } };
    },
  };
}

async function isSeen(type: string, id: string, { seen }: CommandCall<unknown>): Promise<boolean> {
  return isUuid(id) && (await seen(type, [id])).has(id);
}
