import { expect } from 'vitest';
import { daysAfter } from '../../machines/days-after.ts';
import type {
  Answered,
  Arguments,
  Item,
  JustificationRead,
  Practitioner,
} from '../../machines/justifying.ts';
import { complete, sends } from '../../machines/justifying.ts';
import type { Scene } from '../vocabulary/scene.ts';

/** How justifications are sent in and what is done with them. */
interface JustificationSteps {
  /** One that is complete save for what differs; it is taken down. */
  sendsIn(by: Practitioner, item: Item, differs?: Arguments): Promise<JustificationRead>;
  /** A step of one as it was read. */
  takes(
    who: Practitioner,
    command: string,
    one: Pick<JustificationRead, 'id' | 'revision'>,
    more?: Arguments,
  ): Promise<Answered>;
}

export function justificationSteps({ gate, clock }: Scene): JustificationSteps {
  return {
    sendsIn: async (by, item, differs = {}) => {
      const asked = complete(item, by, daysAfter(clock.now(), 30), differs);
      const { changed, refused } = await sends(gate(), by, 'justify', asked);
      expect(refused).toBeNull();
      const [one] = changed;
      if (one === undefined) throw new Error('nothing is shown of it');
      return one;
    },
    takes: (who, command, { id, revision }, more = {}) =>
      sends(gate(), who, command, {
        justification: id,
        expectedRevision: revision,
        reason: 'As decided',
        ...more,
      }),
  };
}
