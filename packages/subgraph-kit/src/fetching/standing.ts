import { Fault, Refusal } from '@postern/errors';
import type { Purpose, Rule } from '@postern/policy';
import { rulesOfRoles } from '@postern/policy';
import type { PrincipalFacts } from '../statements/principal-column.ts';

/**
 * Where a caller stands, which their statements are compiled for and check again when they run:
 * the policy version, roles held, classes unlocked, and whether any detail is excluded from them.
 */
export interface Standing {
  readonly policyVersion: number;
  readonly roles: readonly string[];
  readonly unlocked: readonly string[];
  readonly hiding: readonly string[];
}

/** A text that two standings share exactly when they are the same. */
export function standingKey(standing: Standing): string {
  const { policyVersion, roles, unlocked, hiding } = standing;
  return `${policyVersion} ${roles.join(',')} ${unlocked.join(',')} ${hiding.join(',')}`;
}

/** @throws Fault POLICY_MISSING where no policy version is live */
export function standingOf(principal: PrincipalFacts): Standing {
  const { policyVersion, roles, unlocked, hiding } = principal;
  if (policyVersion === null) throw new Fault('POLICY_MISSING');
  return { policyVersion, roles, unlocked, hiding };
}

/**
 * Refuses a caller who has no account or lacks a precondition: the remedy is the next step, and the facts name everything
 * that is missing at once.
 * @throws Refusal
 */
export function admit(principal: PrincipalFacts | null): PrincipalFacts {
  if (principal === null) throw new Refusal('ACCOUNT_UNKNOWN');
  const refusal = refusalOf(principal);
  if (refusal !== null) throw refusal;
  return principal;
}

/** Why somebody is turned away; null where nothing is missing. */
export function refusalOf({ missing, modules, versions }: PrincipalFacts): Refusal | null {
  const [first] = missing;
  if (first === undefined) return null;
  return new Refusal(first, {
    missing,
    ...(modules.length > 0 ? { modules } : {}),
    ...(versions.length > 0 ? { versions } : {}),
  });
}

/**
 * Refuses a purpose that no rule of the caller's roles holds for, and an address that none of their rules is served at.
 * @throws Refusal ROLE_MISSING, CONTRACT_NOT_PERMITTED, PURPOSE_NOT_PERMITTED (with the purposes that would be)
 */
export function checkPurpose(
  rules: readonly Rule[],
  served: ReadonlySet<string>,
  standing: Standing,
  purpose: Purpose,
): void {
  if (standing.roles.length === 0) throw new Refusal('ROLE_MISSING');
  // Rules of every role admit nobody by themselves, not even whoever holds a role of that name.
  const own = rulesOfRoles(rules, standing.roles).filter(
    ({ action, effect, role, resource }) =>
      action === 'read' && effect === 'ALLOW' && role !== '*' && served.has(resource),
  );
  if (own.length === 0) throw new Refusal('CONTRACT_NOT_PERMITTED');
  if (own.some((rule) => rule.purposes.includes(purpose))) return;
  throw new Refusal('PURPOSE_NOT_PERMITTED', {
    purposes: [...new Set(own.flatMap((rule) => rule.purposes))].sort(),
  });
}
