import type { Step, Taking } from '../../steps/take-step.ts';
import { takeSteps } from '../../steps/take-step.ts';
import type { GrantMove } from './grant.machine.ts';
import { grantMachine } from './grant.machine.ts';
import type { HeldGrant } from './store/held-grant.ts';
import { standInsFor } from './store/stand-ins.ts';
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
  if (change.revoked !== undefined) await endStandIns(taking, held);
  if (change.endsAt != null) await shortenStandIns(taking, held, change.endsAt);
}

/** What stands in for somebody's access ends no later than that, also where that is to end earlier than it was. */
async function shortenStandIns(
  taking: Taking,
  shortened: readonly HeldGrant[],
  endsAt: Date,
): Promise<void> {
  const { transaction, actor } = taking;
  const outlasting = await standInsFor(transaction, shortened, { now: actor.at, at: endsAt });
  const onBehalfOf = actor.accountId === null ? 'SERVICE' : 'COLLEAGUE';
  const reason = 'The access that it stands in for ends earlier.';
  const live = outlasting.filter(({ state }) => state !== 'SUSPENDED');
  const details = { endsAt: endsAt.toISOString() };
  if (live.length > 0)
    await stepGrants(taking, live, {
      move: 'EXTEND',
      reason,
      onBehalfOf,
      details,
      change: { endsAt },
    });
  const rests = outlasting.filter(({ state }) => state === 'SUSPENDED');
  const cause = 'SUPPORT_ENDED';
  if (rests.length > 0)
    await stepGrants(taking, rests, {
      move: 'REVOKE',
      reason,
      onBehalfOf,
      details: { cause },
      change: { revoked: { at: actor.at, cause } },
    });
}

async function endStandIns(taking: Taking, revoked: readonly HeldGrant[]): Promise<void> {
  const { transaction, actor } = taking;
  const { at } = actor;
  const standIns = await standInsFor(transaction, revoked, { now: at, at });
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
