import type { Connection } from '@postern/database';
import { firstRules, putInForce } from '../put-in-force.ts';
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
const OF_THE_QUESTION: readonly string[] = ['Episode', 'Family', 'Person'];

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
    revoke: (owner, { accountId }) => setState(owner, accountId, 'LOCKED_DOWN'),
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
    revoke: (owner, _victim, now) => publish(owner, now, OF_THE_QUESTION),
    restore: (owner, _victim, now) => publish(owner, now, []),
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

/** Puts a further version in force: the rules of the first, but those of some types. */
async function publish(
  owner: Connection,
  now: string,
  without: readonly string[],
): Promise<unknown> {
  const rules = await firstRules(owner, ({ resource }) => !without.includes(resource));
  return putInForce(owner, { rules, activatedAt: now });
}
