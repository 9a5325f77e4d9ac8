import type { ApprovalReason } from '@postern/access-facts';
import { relatedFamilies } from '@postern/access-facts';
import { deadlineAfter } from '@postern/lifecycle';
import { chosen, chosenPeriod } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { holdsOffice } from '../../role-holding/store/office-holders.ts';
import { DECIDERS } from '../deciding-roles.ts';

/** Who decides about a justification, who stands in, and by when. */
export interface Deciding {
  readonly approverId: string;
  readonly deputyId: string | null;
  readonly decideBy: Date;
}

/** What decides who may decide. */
export interface ToDecide {
  readonly reasons: readonly ApprovalReason[];
  readonly familyId: string;
  /** Whom it is for, and who wrote it. */
  readonly involved: readonly string[];
}

/**
 * Names who decides: of the role that the partnership chose for the gravest reason whoever has least to decide; where
 * nobody of it may, one of the deputy's role.
 * @throws CommandRefused APPROVER_MISSING with the roles
 */
export async function decidingAbout(
  transaction: Statements,
  about: ToDecide,
  now: Date,
): Promise<Deciding> {
  const role = await chosen(transaction, `APPROVER_${about.reasons[0]}`);
  const deputies = DECIDERS.filter((each) => each !== role);
  const first = await free(transaction, [role], about, now);
  const others = await free(transaction, deputies, about, now);
  const [approverId, deputyId = null] = [
    ...first.slice(0, 1),
    ...others.filter((id) => id !== first[0]),
  ];
  if (approverId === undefined)
    throw new CommandRefused('APPROVER_MISSING', { about: [role, ...deputies] });
  const ends: number[] = [];
  for (const reason of about.reasons)
    ends.push(deadlineAfter(now, await chosenPeriod(transaction, `APPROVAL_${reason}`)).getTime());
  return { approverId, deputyId, decideBy: new Date(Math.min(...ends)) };
}

/** Active holders of any of the roles who have no part in it and no conflict with the family, who has least to decide first. */
async function free(
  transaction: Statements,
  roles: readonly string[],
  { familyId, involved }: ToDecide,
  now: Date,
): Promise<readonly string[]> {
  const rows = await transaction.run<{ id: string }>({
    text: `SELECT a.id FROM access.account a
      WHERE NOT a.id = ANY ($3::uuid[]) AND ${holdsOffice('a', { roles: '$1::text[]', at: '$2::timestamptz' })}
        AND $4 NOT IN (${relatedFamilies('a.id', '$2::timestamptz')})
      ORDER BY (SELECT count(*) FROM access.justification j WHERE j.approver_id = a.id AND j.state = 'NEEDS_APPROVAL'
        AND j.expires_at > $2::timestamptz), a.id
      LIMIT 3`,
    values: [roles, now.toISOString(), involved, familyId],
  });
  return rows.map(({ id }) => id);
}
