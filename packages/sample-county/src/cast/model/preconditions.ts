import { countyId } from '../../county-id.ts';
import type { Days, Moment } from './moment.ts';
import type { CastRole } from './role.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';

/** What access asks of every account, whoever's it is. */
export interface CastAccount {
  readonly id: string;
  readonly roles: readonly { readonly role: CastRole; readonly until: Days | null }[];
  readonly accepted: boolean;
  readonly targetedTeam?: boolean;
}

/** The rows of the roles that an account holds or held. */
export function holdingRows(of: CastAccount, moment: Moment): readonly Row[] {
  return of.roles.map(({ role, until }) =>
    row('access.role_holding', {
      id: countyId(`${of.id}:${role}`),
      account_id: of.id,
      role,
      targeted_team: role === 'LEAD_PROFESSIONAL' && of.targetedTeam === true,
      starts_at: moment.instant(-1198),
      ends_at: until === null ? null : moment.instant(until),
    }),
  );
}

/** The row of an account's acceptance of the user agreement, where it accepted. */
export function acceptanceRows(of: CastAccount, moment: Moment): readonly Row[] {
  if (!of.accepted) return [];
  return [
    row('access.acceptance', {
      id: countyId(`${of.id}:acceptance`),
      account_id: of.id,
      version: '2024-10',
      accepted_at: moment.instant(-89),
    }),
  ];
}
