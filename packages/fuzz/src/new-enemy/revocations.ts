import type { Connection } from '@postern/database';
import type { Victim } from './victim.ts';

/** How access is taken away, and how it is given back; each is committed when its promise resolves. */
export interface Revocation {
  readonly name: 'GRANT_REVOKED' | 'ACCOUNT_LOCKED' | 'ROLE_ENDED' | 'POLICY_ACTIVATED';
  /** Of all rounds; a policy version is a few hundred rows. */
  readonly weight: number;
  revoke(owner: Connection, victim: Victim, now: string): Promise<unknown>;
  restore(owner: Connection, victim: Victim, now: string): Promise<unknown>;
}

// Every type that is asked for: a read that is under way passes on to the next with what it has.
const WITHOUT_THE_QUESTION = `body ->> 'resource' NOT IN ('Episode', 'Family', 'Person')`;

export const REVOCATIONS: readonly Revocation[] = [
  {
    name: 'GRANT_REVOKED',
    weight: 10,
    revoke: (owner, { accountId, episodeId }, now) => setRevoked(owner, accountId, episodeId, now),
    restore: (owner, { accountId, episodeId }) => setRevoked(owner, accountId, episodeId, null),
  },
  {
    name: 'ACCOUNT_LOCKED',
    weight: 5,
    revoke: (owner, { accountId }) => setState(owner, accountId, 'LOCKED'),
    restore: (owner, { accountId }) => setState(owner, accountId, 'ACTIVE'),
  },
  {
    name: 'ROLE_ENDED',
    weight: 4,
    revoke: (owner, { accountId }, now) => setEnd(owner, accountId, now),
    restore: (owner, { accountId }) => setEnd(owner, accountId, null),
  },
  {
    name: 'POLICY_ACTIVATED',
    weight: 1,
    revoke: (owner, _victim, now) => publish(owner, now, WITHOUT_THE_QUESTION),
    restore: (owner, _victim, now) => publish(owner, now, 'true'),
  },
];

function setRevoked(
  owner: Connection,
  accountId: string,
  episodeId: string,
  revokedAt: string | null,
): Promise<unknown> {
  return owner.run({
    text: 'UPDATE access.access_grant SET revoked_at = $1 WHERE account_id = $2 AND episode_id = $3',
    values: [revokedAt, accountId, episodeId],
  });
}

function setState(owner: Connection, accountId: string, state: string): Promise<unknown> {
  return owner.run({
    text: 'UPDATE access.account SET state = $1 WHERE id = $2',
    values: [state, accountId],
  });
}

function setEnd(owner: Connection, accountId: string, endsAt: string | null): Promise<unknown> {
  return owner.run({
    text: 'UPDATE access.role_holding SET ends_at = $1 WHERE account_id = $2',
    values: [endsAt, accountId],
  });
}

/** Puts a further version in force: the rules of the first, or those of them that a test of their body keeps. */
function publish(owner: Connection, now: string, kept: string): Promise<unknown> {
  return owner.run({
    text: `WITH next AS (
        INSERT INTO access.policy_version (version, agreement, proposed_by, approved_by, reason, activated_at)
        SELECT (SELECT max(version) + 1 FROM access.policy_version), agreement, proposed_by, approved_by, reason, $1::timestamptz
        FROM access.policy_version WHERE version = 1 RETURNING version)
      INSERT INTO access.policy_rule (id, version, name, body)
        SELECT gen_random_uuid(), next.version, name, body FROM next, access.policy_rule rule WHERE rule.version = 1 AND ${kept}`,
    values: [now],
  });
}
