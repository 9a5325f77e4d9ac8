import { isLive } from '@postern/access-facts';
import { holdsRoleOf } from '../../role-holding/store/office-holders.ts';

/** SQL: whether somebody leads an episode by a grant at a moment, for themselves or for whose lead it is, and still in that role. */
export function leads(grant: string, at: string): string {
  return `${grant}.role = 'LEAD_PROFESSIONAL' AND ${isLive(grant, at)} AND ${holdsRoleOf(grant, at)}`;
}
