import type { Statements } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { HOST } from '../../role-holding/offices.ts';
import { DECIDERS, PROPOSERS } from '../deciders.ts';
import type { HeldLink } from '../store/links.ts';
import type { SignedIn } from '../store/sign-in.ts';
import { anotherSpeaks, signingIn } from '../store/sign-in.ts';

/**
 * Nobody shuts the host out: where those who keep the partnership sign in by a provider, it goes on speaking unless some of
 * the host team, and two who could let one speak for the agency again, can sign in without it.
 * @throws CommandRefused HOST_LOCKED_OUT
 */
export async function requireHostKept(
  transaction: Statements,
  link: HeldLink,
  now: Date,
): Promise<void> {
  const keepers = await signingIn(transaction, [...HOST, ...DECIDERS], now);
  const left = keepers.filter((each) => each.link !== link.id);
  if (left.length === keepers.length) return;
  const isHostLeft = left.some(({ role }) => HOST.some((one) => one === role));
  if (!isHostLeft || !couldBringBack(left, link.agencyId))
    throw new CommandRefused('HOST_LOCKED_OUT');
}

function couldBringBack(left: readonly SignedIn[], agency: string): boolean {
  return left.some(
    (one) =>
      PROPOSERS.includes(one.role) &&
      left.some(
        (other) =>
          other.account !== one.account && other.agency !== agency && DECIDERS.includes(other.role),
      ),
  );
}

/** Everybody of an agency is shut out by somebody who says so only. @throws CommandRefused LAST_PROVIDER */
export async function requireMeant(
  transaction: Statements,
  link: HeldLink,
  evenIfLast: boolean,
): Promise<void> {
  if (!evenIfLast && !(await anotherSpeaks(transaction, link)))
    throw new CommandRefused('LAST_PROVIDER');
}
