import { countyId } from '../../county-id.ts';
import type { CastAgency } from './agency.ts';
import type { Days, Moment } from './moment.ts';
import type { CastPerson } from './person.ts';
import type { CastAccount } from './preconditions.ts';
import { acceptanceRows, holdingRows } from './preconditions.ts';
import type { CastRole } from './role.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';

/** A member of a family who signs in; the agency is the council's department that vouches for it. */
export interface CastFamilyAccount extends CastAccount {
  readonly subject: string;
  readonly email: string;
  readonly name: string;
  readonly agency: CastAgency;
  /** What signing in as this person demonstrates, in one line. */
  readonly shows: string;
  readonly person: CastPerson;
  readonly verified: Days;
  /** When the link between account and person ended; null while it holds. */
  readonly ended: Days | null;
  /** An episode that the account was wrongly given a team member's grant on. */
  readonly strayGrant: { readonly id: string } | null;
}

type Facts = Pick<CastFamilyAccount, 'email' | 'agency' | 'shows' | 'person'> &
  Partial<Pick<CastFamilyAccount, 'verified' | 'ended' | 'strayGrant'>> & {
    readonly roles?: readonly CastRole[];
  };

/** A family member whose identity the council verified, unless `facts` say otherwise. */
export function familyAccount(key: string, facts: Facts): CastFamilyAccount {
  const { roles = ['FAMILY_MEMBER'], person, ...rest } = facts;
  return {
    id: countyId(`cast-family-account:${key}`),
    subject: key,
    name: `${person.givenName} ${person.familyName}`,
    person,
    verified: -60,
    ended: null,
    strayGrant: null,
    accepted: true,
    ...rest,
    roles: roles.map((role) => ({ role, until: null })),
  };
}

/** The rows that make a family member's account. */
export function familyAccountRows(
  of: CastFamilyAccount,
  grantor: { readonly id: string },
  moment: Moment,
): readonly Row[] {
  return [
    row('access.account', {
      id: of.id,
      kind: 'FAMILY',
      issuer_id: 'development',
      subject: of.subject,
      agency_id: of.agency.id,
      state: 'ACTIVE',
    }),
    row('access.account_person', {
      account_id: of.id,
      person_id: of.person.id,
      verified_at: moment.instant(of.verified),
      ended_at: of.ended === null ? null : moment.instant(of.ended),
    }),
    ...holdingRows(of, moment),
    ...acceptanceRows(of, moment),
    ...strayGrantRows(of, grantor, moment),
  ];
}

function strayGrantRows(
  of: CastFamilyAccount,
  grantor: { readonly id: string },
  moment: Moment,
): readonly Row[] {
  if (of.strayGrant === null) return [];
  return [
    row('access.access_grant', {
      id: countyId(`${of.id}:stray-grant`),
      account_id: of.id,
      episode_id: of.strayGrant.id,
      role: 'TAF_MEMBER',
      working_relationship: 'Given in error',
      granted_by: grantor.id,
      basis: 'WORK',
      starts_at: moment.instant(-20),
    }),
  ];
}
