import type { CastGrant } from '../model/grant.ts';
import type { CastPractitioner } from '../model/practitioner.ts';
import { practitioners } from '../practitioners.ts';

/** A live lead professional's grant, unless `facts` say otherwise. */
export function leads(to: CastPractitioner, facts: Partial<CastGrant> = {}): CastGrant {
  const by = to === practitioners.esther ? practitioners.tom : practitioners.esther;
  return {
    to,
    by,
    role: 'LEAD_PROFESSIONAL',
    relationship: 'Leads the plan with the family',
    ...facts,
  };
}

/** A live team member's grant, unless `facts` say otherwise. */
export function joins(to: CastPractitioner, facts: Partial<CastGrant> = {}): CastGrant {
  return {
    to,
    by: practitioners.esther,
    role: 'TAF_MEMBER',
    relationship: 'Works with the family each week',
    ...facts,
  };
}

/** A live grant in another role, unless `facts` say otherwise. */
export function reads(
  to: CastPractitioner,
  role: CastGrant['role'],
  facts: Partial<CastGrant> = {},
): CastGrant {
  return { to, by: practitioners.esther, role, relationship: to.jobTitle, ...facts };
}

/** A live override, taken to protect these persons, unless `facts` say otherwise. */
export function overrides(
  to: CastPractitioner,
  facts: Pick<CastGrant, 'persons' | 'override'> & Partial<CastGrant>,
): CastGrant {
  return {
    to,
    by: to,
    role: 'OVERRIDE_HOLDER',
    relationship: 'Safeguarding override',
    from: -1,
    until: 1,
    ...facts,
  };
}
