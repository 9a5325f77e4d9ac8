import type { Purpose } from '@postern/policy';
import { isPurpose, PURPOSES } from '@postern/policy';
import type { RawCounty } from '../oracle/raw-county.ts';

/** The roles that an account holds at a moment, and that of an override while one of theirs is live. */
export function rolesOf(county: RawCounty, subject: string, now: Date): readonly string[] {
  const account = county.facts.account.find((each) => each.subject === subject);
  const isMineNow = (row: {
    readonly accountId: string;
    readonly startsAt: Date;
    readonly endsAt: Date | null;
  }): boolean =>
    row.accountId === account?.id &&
    row.startsAt <= now &&
    (row.endsAt === null || row.endsAt > now);
  const overrides = county.facts.accessGrant.some(
    (grant) =>
      grant.basis === 'OVERRIDE' &&
      isMineNow(grant) &&
      (grant.revokedAt === null || grant.revokedAt > now),
  );
  return [
    ...county.facts.roleHolding.filter(isMineNow).map(({ role }) => role),
    ...(overrides ? ['OVERRIDE_HOLDER'] : []),
  ];
}

/** The purposes that a rule of these roles permits. */
export function permittedPurposes(county: RawCounty, roles: readonly string[]): readonly Purpose[] {
  return PURPOSES.filter((purpose) =>
    county.rules.some(
      (rule) =>
        rule.action === 'read' &&
        rule.effect === 'ALLOW' &&
        roles.includes(rule.role) &&
        rule.purposes.includes(purpose),
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
