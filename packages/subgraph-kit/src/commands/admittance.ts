import { Refusal } from '@postern/errors';
import type { RequestContext } from '../fetching/request-context.ts';
import { standingOf } from '../fetching/standing.ts';
import type { PrincipalFacts } from '../statements/principal-column.ts';
import type { Admittance, Principal } from './command.ts';
import type { Finding } from './command-refused.ts';
import { CommandRefused } from './command-refused.ts';

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
  const read = input.safeParse({ ...args });
  if (read.success) return read.data;
  const findings = read.error.issues.slice(0, MOST_FINDINGS).map(
    ({ path, message }): Finding => ({
      rule: null,
      code: 'ARGUMENT_INVALID',
      part: path.map(String).join('.'),
      found: '',
      expected: message,
    }),
  );
  throw new CommandRefused('ARGUMENT_INVALID', { findings });
}
