import type { Step, Taking } from '../../steps/take-step.ts';
import { takeSteps } from '../../steps/take-step.ts';
import type { GrantMove } from './grant.machine.ts';
import { grantMachine } from './grant.machine.ts';
import type { HeldGrant } from './store/held-grant.ts';
import type { GrantChange } from './store/write-grant.ts';
import { changeGrants } from './store/write-grant.ts';

/** A step of a grant, with what it changes. */
export type GrantStep = Omit<Step<GrantMove>, 'about'> & { readonly change: GrantChange };

/** Takes the same step of grants that are held, and writes what it changes. @throws CommandRefused STEP_NOT_POSSIBLE */
export async function stepGrants(
  taking: Taking,
  held: readonly HeldGrant[],
  { change, ...step }: GrantStep,
): Promise<void> {
  await takeSteps(
    grantMachine,
    held,
    {
      ...step,
      about: ({ accountId: account, agencyId: agency, episodeId: episode }: HeldGrant) => ({
        account,
        agency,
        episode,
      }),
    },
    taking,
  );
  await changeGrants(
    taking.transaction,
    held.map(({ id }) => id),
    change,
  );
}
