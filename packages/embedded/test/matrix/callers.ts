import type { Purpose } from '@postern/policy';
import { isPurpose, PURPOSES } from '@postern/policy';
import type { RawCounty } from '../oracle/raw-county.ts';

/** The roles that an account holds at a moment. */
export function rolesOf(county: RawCounty, subject: string, now: Date): readonly string[] {
  const account = county.facts.account.find((each) => each.subject === subject);
  return county.facts.roleHolding
    .filter(
      ({ accountId, startsAt, endsAt }) =>
        accountId === account?.id && startsAt <= now && (endsAt === null || endsAt > now),
    )
    .map(({ role }) => role);
}

/** The purposes that a rule of these roles permits. */
export function permittedPurposes(county: RawCounty, roles: readonly string[]): readonly Purpose[] {
  return PURPOSES.filter((purpose) =>
    county.rules.some(
      (rule) =>
        rule.effect === 'ALLOW' && roles.includes(rule.role) && rule.purposes.includes(purpose),
    ),
  );
}

/** The purposes that an account's justifications name. */
export function justifiedPurposes(county: RawCounty, subject: string): readonly Purpose[] {
  const account = county.facts.account.find((each) => each.subject === subject);
  return county.facts.justification
    .filter(({ accountId }) => accountId === account?.id)
    .map(({ purpose }) => purpose)
    .filter(isPurpose);
}
