import type { RevocationCause } from '@postern/access-facts';
import type { Taking } from '@postern/steps';
import { holdEveryEpisode } from '@postern/steps';
import type { GrantMove } from './grant.machine.ts';
import { grantMachine } from './grant.machine.ts';
import type { GrantStep } from './step-grants.ts';
import { stepGrants } from './step-grants.ts';
import type { HeldGrant, Holder } from './store/held-grant.ts';
import { grantsOf, suspendedFor } from './store/held-grant.ts';

/** Why access ends that nobody asked to end by itself. */
export type EndingCause = Extract<
  RevocationCause,
  'AGENCY_WITHDREW' | 'USER_LEFT' | 'ROLE_ENDED' | 'MISUSE'
>;

const LOCKED = 'ACCOUNT_LOCKED';

/** Whose grants, and why something is done to them. */
export interface OfHolder {
  readonly of: Holder;
  readonly reason: string;
}

/** Revokes every grant that could still open something. */
export async function endGrants(
  taking: Taking,
  { of, cause, reason }: OfHolder & { readonly cause: EndingCause },
): Promise<void> {
  const revoked = { at: taking.actor.at, cause };
  const held = await heldFor(taking, of, 'REVOKE');
  await step(taking, held, { move: 'REVOKE', reason, details: { cause }, change: { revoked } });
}

/** Suspends every grant that opens something, so that {@link resumeGrants} finds them again. */
export async function suspendGrants(taking: Taking, { of, reason }: OfHolder): Promise<void> {
  const details = { cause: LOCKED };
  const change = { suspendedAt: taking.actor.at };
  const held = await heldFor(taking, of, 'SUSPEND');
  await step(taking, held, { move: 'SUSPEND', reason, details, change });
}

/** Brings back what was suspended because the account was locked; what was suspended for another reason stays so. */
export async function resumeGrants(taking: Taking, { of, reason }: OfHolder): Promise<void> {
  const details = { cause: 'ACCOUNT_UNLOCKED' };
  const all = await heldFor(taking, of, 'RESUME');
  const locked = await suspendedFor(taking.transaction, LOCKED, all);
  const held = all.filter(({ id }) => locked.has(id));
  await step(taking, held, { move: 'RESUME', reason, details, change: { suspendedAt: null } });
}

/** Those of which the step can be taken, once nobody else gives or ends access anywhere. */
async function heldFor(
  { transaction, actor }: Taking,
  of: Holder,
  move: GrantMove,
): Promise<readonly HeldGrant[]> {
  await holdEveryEpisode(transaction);
  const held = await grantsOf(transaction, of, actor.at);
  return held.filter(({ state }) => grantMachine.moves[move].from.includes(state));
}

function step(
  taking: Taking,
  held: readonly HeldGrant[],
  taken: Omit<GrantStep, 'onBehalfOf'>,
): Promise<void> {
  const onBehalfOf = taking.actor.accountId === null ? 'SERVICE' : 'AGENCY';
  return stepGrants(taking, held, { ...taken, onBehalfOf });
}
