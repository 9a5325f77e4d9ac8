import { isLive } from '@postern/access-facts';
import { holdsRoleOf } from '../../role-holding/store/office-holders.ts';

/**
 * SQL: whether an account reaches an episode by an override alone. Beside it counts what somebody else gave them, in a role
 * that they still hold, and of an agency that the family does not keep out; an override yields to none of that (SHR-3.5L-e).
 */
export function overriddenOnly(
  { account, episode }: { readonly account: string; readonly episode: string },
  at: string,
): string {
  const opens = (grant: string): string =>
    `${grant}.account_id = ${account} AND ${grant}.episode_id = ${episode} AND ${isLive(grant, at)}`;
  return `(EXISTS (SELECT FROM access.access_grant taken WHERE taken.basis = 'OVERRIDE' AND ${opens('taken')})
    AND NOT EXISTS (SELECT FROM access.access_grant given WHERE given.basis <> 'OVERRIDE' AND ${opens('given')}
      AND given.granted_by <> given.account_id AND ${holdsRoleOf('given', at)}
      AND NOT EXISTS (SELECT FROM access.exclusion kept JOIN access.account worker ON worker.agency_id = kept.agency_id
        WHERE worker.id = given.account_id AND kept.episode_id = given.episode_id AND kept.scope = 'WHOLE_AGENCY'
          AND kept.starts_at <= ${at} AND (kept.ends_at IS NULL OR kept.ends_at > ${at}))))`;
}
