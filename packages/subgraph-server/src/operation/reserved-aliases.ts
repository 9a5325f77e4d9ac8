import type { Operation } from '@postern/edge';
import { Refusal } from '@postern/errors';
import { visit } from 'graphql';

/**
 * Throws Refusal NAME_RESERVED on an alias that begins with two underscores: as a key of the answer it could be the
 * prototype's. Variables may: planners of other routers name theirs so, and no variable becomes a key.
 */
export function refuseReservedAliases({ node, fragments }: Operation): void {
  for (const definition of [node, ...fragments.values()])
    visit(definition, {
      Field: ({ alias }) => {
        if (alias?.value.startsWith('__') === true) throw new Refusal('NAME_RESERVED');
      },
    });
}
