import { Refusal } from '@postern/errors';
import type { RequestContext } from '../fetching/request-context.ts';
import { standingOf } from '../fetching/standing.ts';
import { READABLE_TEXT, unreadableIn } from '../root-fields/readable-text.ts';
import type { PrincipalFacts } from '../statements/principal-column.ts';
import type { Admittance, Principal } from './command.ts';
import { CommandRefused } from './command-refused.ts';
import { finding } from './finding.ts';

const MOST_FINDINGS = 20;

/** @throws Refusal PURPOSE_NOT_PERMITTED naming the purpose that is */
export function requirePurpose(
  { purpose }: Pick<Admittance<unknown>, 'purpose'>,
  context: RequestContext,
): void {
  if (purpose !== 'ANY' && context.purpose !== purpose)
    throw new Refusal('PURPOSE_NOT_PERMITTED', { purposes: [purpose] });
}

/** @throws CommandRefused ROLE_NOT_PERMITTED naming the roles that are */
export function requireRole(
  { roles }: Pick<Admittance<unknown>, 'roles'>,
  facts: PrincipalFacts,
): Principal {
  if (roles !== 'ANY' && !facts.roles.some((role) => roles.includes(role)))
    throw new CommandRefused('ROLE_NOT_PERMITTED', { about: roles });
  const { accountId, agencyId } = facts;
  const { policyVersion } = standingOf(facts);
  return { accountId, agencyId, roles: facts.roles, policyVersion };
}

/** Reads the arguments as the handler's input. @throws CommandRefused ARGUMENT_INVALID with a finding for each part */
export function readInput<Input>(
  { input }: Pick<Admittance<Input>, 'input'>,
  args: Readonly<Record<string, unknown>>,
): Input {
  const unreadable = unreadableIn(args);
  if (unreadable !== null) throw refused([{ path: unreadable, message: READABLE_TEXT }]);
  const read = input.safeParse({ ...args });
  if (read.success) return read.data;
  throw refused(read.error.issues);
}

function refused(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): CommandRefused {
  const findings = issues
    .slice(0, MOST_FINDINGS)
    .map(({ path, message }) => finding(path.map(String).join('.'), 'ARGUMENT_INVALID', message));
  return new CommandRefused('ARGUMENT_INVALID', { findings });
}
