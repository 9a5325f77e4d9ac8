import type { Step, Taking } from '@postern/steps';
import { takeSteps } from '@postern/steps';
import type { GrantMove } from './grant.machine.ts';
import { grantMachine } from './grant.machine.ts';
import type { HeldGrant } from './store/held-grant.ts';
import { outlastingStandIns, standInsFor } from './store/stand-ins.ts';
import type { GrantChange } from './store/write-grant.ts';
import { changeGrants } from './store/write-grant.ts';

/** A step of a grant, with what it changes. */
export type GrantStep = Omit<Step<GrantMove>, 'about'> & { readonly change: GrantChange };

/**
 * Takes the same step of grants that are held, and writes what it changes. What stands in for access that is revoked ends
 * with it (SHR-8.2.1h). What stands in for access that is suspended goes on: a lost device or a doubt is the colleague's, the
 * work with the family is not over, and it is what cover is for. What is the agency's or the family's bars whoever covers by
 * itself. @throws CommandRefused STEP_NOT_POSSIBLE
 */
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
  if (change.revoked !== undefined) await endStandIns(taking, held, change.revoked.at);
  if (change.revoked !== undefined || change.endsAt !== undefined)
    await shortenStandIns(taking, held);
}

/**
 * What stands in for access ends no later than what is left of it: also where that is to end earlier than it was, and where
 * one of several who lead leaves before the others.
 */
async function shortenStandIns(taking: Taking, changed: readonly HeldGrant[]): Promise<void> {
  const { transaction, actor } = taking;
  const outlasting = await outlastingStandIns(transaction, changed, actor.at);
  const onBehalfOf = actor.accountId === null ? 'SERVICE' : 'COLLEAGUE';
  const reason = 'The access that it stands in for ends earlier.';
  for (const { until, ...held } of outlasting)
    if (held.state === 'SUSPENDED') {
      // It is extended by nobody, and opens nothing more then, whatever becomes of it before.
      const cause = 'SUPPORT_ENDED';
      await stepGrants(taking, [held], {
        move: 'REVOKE',
        reason,
        onBehalfOf,
        details: { cause, from: until.toISOString() },
        change: { revoked: { at: until, cause } },
      });
    } else
      await stepGrants(taking, [held], {
        move: 'EXTEND',
        reason,
        onBehalfOf,
        details: { endsAt: until.toISOString() },
        change: { endsAt: until },
      });
}

async function endStandIns(taking: Taking, revoked: readonly HeldGrant[], at: Date): Promise<void> {
  const { transaction, actor } = taking;
  const standIns = await standInsFor(transaction, revoked, { now: actor.at, at });
  if (standIns.length === 0) return;
  const cause = 'SUPPORT_ENDED';
  await stepGrants(taking, standIns, {
    move: 'REVOKE',
    reason: 'The access that it stood in for has ended.',
    onBehalfOf: actor.accountId === null ? 'SERVICE' : 'COLLEAGUE',
    details: { cause },
    change: { revoked: { at, cause } },
  });
}
