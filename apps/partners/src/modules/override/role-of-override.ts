import type { Grantee } from '@postern/subgraph-kit';

/**
 * The role in which an override reads: one that its holder has and that works on the episode as it stands, the front door's
 * before the team's. An override opens what that role reads and no more; null where none of theirs reads anything there.
 */
export function roleOfOverride(own: Grantee): string | null {
  const { open, steppedUp, underScreening, agreementInForce } = own;
  const works: Readonly<Record<string, boolean>> = {
    EHAST_PRACTITIONER: underScreening,
    CONSULTATION_STAFF: underScreening,
    HUB_WORKER: underScreening,
    LEAD_PROFESSIONAL: (open || steppedUp) && agreementInForce,
    TAF_MEMBER: open && agreementInForce,
  };
  return (
    Object.keys(works).find((role) => works[role] === true && own.roles.includes(role)) ?? null
  );
}
