import { isInUse } from '@postern/access-facts';
import type { Statements } from '@postern/scheduler';
import { opensSomething } from './live-grant.ts';

/** Somebody who works on an episode. */
export interface Worker {
  readonly accountId: string;
  readonly agencyId: string;
  readonly role: string;
  readonly basis: string;
}

/** The roles of those who screen a contact or advise on it (SHR-3.5.6c, SHR-3.6.1, SHR-3.8.3). */
const SCREENING: readonly string[] = ['EHAST_PRACTITIONER', 'HUB_WORKER', 'CONSULTATION_STAFF'];
const LEAD = 'LEAD_PROFESSIONAL';
/** The roles of the team around the family (SHR-8.2.2c). */
const TEAM: readonly string[] = [LEAD, 'TAF_MEMBER'];

/** Everybody whose access to an episode opens something now, save by an override. */
export function workersOn(
  statements: Statements,
  episode: string,
  now: Date,
): Promise<readonly Worker[]> {
  return statements.run<Worker & Record<string, unknown>>({
    text: `SELECT held.account_id AS "accountId", worker.agency_id AS "agencyId", held.role, held.basis
      FROM access.access_grant held JOIN access.account worker ON worker.id = held.account_id AND ${isInUse('worker')}
      WHERE held.episode_id = $1 AND held.basis <> 'OVERRIDE' AND ${opensSomething('held', '$2::timestamptz')}
      ORDER BY held.starts_at, held.id`,
    values: [episode, now.toISOString()],
  });
}

/** Whose the lead is, not who stands in for them; null where nobody leads (SHR-3.4.1). */
export function leadAmong(workers: readonly Worker[]): Worker | null {
  return workers.find(({ role, basis }) => role === LEAD && basis === 'WORK') ?? null;
}

/** Everybody who leads, for themselves or for whoever does. */
export function leadsAmong(workers: readonly Worker[]): readonly string[] {
  return workers.filter(({ role }) => role === LEAD).map(({ accountId }) => accountId);
}

/** Those who screen or advise. */
export function screenersAmong(workers: readonly Worker[]): readonly string[] {
  return workers.filter(({ role }) => SCREENING.includes(role)).map(({ accountId }) => accountId);
}

/** How many practitioners work with the family; whoever stands in for one of them is no further one. */
export function teamSize(workers: readonly Worker[]): number {
  const team = workers.filter(({ role, basis }) => TEAM.includes(role) && basis === 'WORK');
  return new Set(team.map(({ accountId }) => accountId)).size;
}
