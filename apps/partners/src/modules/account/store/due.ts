import { isHeld, isInUse, isLive } from '@postern/access-facts';
import { deadlineAfter } from '@postern/lifecycle';
import { civilDay } from '@postern/policy';
import type { Due, Statements } from '@postern/scheduler';
import { unfired } from '@postern/scheduler';
import { chosenPeriod, startOfDay } from '@postern/steps';
import { ROLES_BY_GRANT } from '../../role-holding/assigners.ts';

const WORKING = isInUse('account');

/** The last days of training that nobody renewed, warned of some time before. */
export async function trainingExpiring(
  statements: Statements,
  now: Date,
  limit: number,
  only: string | null = null,
): Promise<readonly Due[]> {
  const { value } = await chosenPeriod(statements, 'TRAINING_WARNING');
  const dueAt = startOfDay('held.expires_on - $3::integer');
  return statements.run<Due>({
    text: `SELECT held.id AS "subjectId", ${dueAt} AS "dueAt" FROM access.training held
      JOIN access.account ON account.id = held.account_id WHERE ${WORKING}
        AND held.expires_on >= $4::date AND ${dueAt} <= $1::timestamptz
        AND NOT EXISTS (SELECT FROM access.training later WHERE later.account_id = held.account_id
          AND later.module = held.module AND (later.expires_on, later.id) > (held.expires_on, held.id))
        AND CASE WHEN $5::uuid IS NULL THEN ${unfired('TRAINING_EXPIRING', { subject: 'held.id', dueAt })} ELSE held.id = $5 END
      ORDER BY 2 LIMIT $2`,
    values: [now.toISOString(), limit, value, civilDay(now), only],
  });
}

/** Accounts whose training of some module is over, the grace of the partnership included. */
export async function trainingExpired(
  statements: Statements,
  now: Date,
  limit: number,
  only: string | null = null,
): Promise<readonly Due[]> {
  const { value } = await chosenPeriod(statements, 'TRAINING_GRACE');
  return statements.run<Due>({
    text: `SELECT account.id AS "subjectId", min(over.at) AS "dueAt" FROM access.account
      CROSS JOIN (VALUES ('SYSTEM'), ('DATA_AND_SECURITY')) asked (module)
      CROSS JOIN LATERAL (SELECT ${startOfDay("coalesce(max(held.expires_on), date '2000-01-01') + $3::integer + 1")} AS at
        FROM access.training held WHERE held.account_id = account.id AND held.module = asked.module) over
      WHERE ${WORKING} AND over.at <= $1::timestamptz AND ($4::uuid IS NULL OR account.id = $4::uuid)
      GROUP BY account.id ORDER BY 2 LIMIT $2`,
    values: [now.toISOString(), limit, value, only],
  });
}

/** Accounts that accepted no version of the user agreement that is in force. */
export function acceptanceLapsed(
  statements: Statements,
  now: Date,
  limit: number,
  only: string | null = null,
): Promise<readonly Due[]> {
  return statements.run<Due>({
    text: `WITH asked AS (SELECT user_agreement_version AS version, in_force_from FROM access.agreement
        WHERE kind = 'AGREEMENT' AND user_agreement_version IS NOT NULL
          AND in_force_from <= $4::date AND (in_force_until IS NULL OR in_force_until > $4::date))
      SELECT account.id AS "subjectId", greatest(${startOfDay('SELECT min(in_force_from) FROM asked')},
          (SELECT max(accepted_at) FROM access.acceptance WHERE account_id = account.id)) AS "dueAt"
      FROM access.account WHERE ${WORKING} AND EXISTS (SELECT FROM asked) AND ($3::uuid IS NULL OR account.id = $3::uuid)
        AND NOT EXISTS (SELECT FROM access.acceptance JOIN asked USING (version)
          WHERE account_id = account.id AND accepted_at <= $1::timestamptz)
      ORDER BY 2 LIMIT $2`,
    values: [now.toISOString(), limit, only, civilDay(now)],
  });
}

/** Invitations that nobody took in time. */
export function invitationsExpired(
  statements: Statements,
  now: Date,
  limit: number,
): Promise<readonly Due[]> {
  return statements.run<Due>({
    text: `SELECT id AS "subjectId", expires_at AS "dueAt" FROM partners.invitation
      WHERE used_at IS NULL AND called_off_at IS NULL AND expires_at <= $1::timestamptz ORDER BY expires_at LIMIT $2`,
    values: [now.toISOString(), limit],
  });
}

/** An account that rests on grants alone, since when it has had none on an open episode. */
interface Idle {
  readonly id: string;
  readonly since: Date;
}

const OPEN_GRANT = `EXISTS (SELECT FROM access.access_grant held JOIN access.episode ON episode.id = held.episode_id
  WHERE held.account_id = account.id AND ${isLive('held', '$1::timestamptz')}
    AND episode.status NOT IN ('CLOSED', 'NO_FURTHER_ACTION', 'SIGNPOSTED'))`;

/** When access to an episode or an office last ended, the account became active or its agreement was accepted: the latest of them. */
const IDLE_SINCE = `greatest(
  (SELECT max(least(office.ends_at, office.confirmed_until)) FROM access.role_holding office
    WHERE office.account_id = account.id AND office.role <> ALL ($3::text[])),
  (SELECT max(coalesce(least(held.ends_at, held.confirm_by, held.suspended_at, held.revoked_at), held.starts_at))
    FROM access.access_grant held WHERE held.account_id = account.id),
  (SELECT max(accepted_at) FROM access.acceptance WHERE account_id = account.id AND accepted_at <= $1::timestamptz),
  (SELECT max(at) FROM partners.access_event WHERE subject_id = account.id AND machine = 'ACCOUNT' AND after = 'ACTIVE'
    AND before <> 'ACTIVE'))`;

/** Which accounts are asked about: in a state, idle for a figure's time; one of them or all. */
interface IdleAsked {
  readonly state: string;
  readonly figure: string;
  readonly limit: number;
  readonly only: string | null;
}

/** Accounts in a state that have been idle for a figure's time by now. */
export async function idleFor(
  statements: Statements,
  now: Date,
  { state, figure, limit, only }: IdleAsked,
): Promise<readonly Due[]> {
  const period = await chosenPeriod(statements, figure);
  const idle = await statements.run<Idle>({
    text: `SELECT account.id, ${IDLE_SINCE} AS since FROM access.account
      WHERE account.kind = 'PRACTITIONER' AND account.state = $2 AND ($4::uuid IS NULL OR account.id = $4::uuid)
        AND NOT ${OPEN_GRANT}
        AND NOT EXISTS (SELECT FROM access.role_holding holding WHERE holding.account_id = account.id
          AND holding.role <> ALL ($3::text[]) AND ${isHeld('holding', '$1::timestamptz')})`,
    values: [now.toISOString(), state, [...ROLES_BY_GRANT], only],
  });
  return idle
    .filter(({ since }) => since !== null)
    .map(({ id, since }) => ({ subjectId: id, dueAt: deadlineAfter(since, period) }))
    .filter(({ dueAt }) => dueAt <= now)
    .toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime())
    .slice(0, limit);
}

/** Accounts that were warned and work on an open episode again. */
export function inUseAgain(
  statements: Statements,
  now: Date,
  limit: number,
  only: string | null = null,
): Promise<readonly Due[]> {
  return statements.run<Due>({
    text: `SELECT account.id AS "subjectId", (SELECT max(starts_at) FROM access.access_grant held
        WHERE held.account_id = account.id AND held.starts_at <= $1::timestamptz) AS "dueAt"
      FROM access.account WHERE account.state = 'DORMANT_WARNING' AND ($3::uuid IS NULL OR account.id = $3::uuid)
        AND ${OPEN_GRANT} ORDER BY 2 LIMIT $2`,
    values: [now.toISOString(), limit, only],
  });
}
