import { startOfNextWorkingDay } from '@postern/lifecycle';
import type { Statements, TimerKind } from '@postern/scheduler';
import { NoLongerDue, postNotice } from '@postern/scheduler';
import { dayOf } from '@postern/steps';
import { freeOfHost } from '../conflict/free-of-host.ts';
import { nobodyFreeTimer } from '../conflict/nobody-free.ts';
import { relatedEpisodes, unrelated } from '../conflict/store/related-families.ts';
import { leads } from '../grant/store/live-grant.ts';

const KIND = 'LEAD_VACANT';

/** When a lead's grant stopped opening anything: it ended, or the role did. */
const ENDED = `least(held.ends_at, held.confirm_by, held.suspended_at, held.revoked_at,
  coalesce((SELECT max(least(coalesce(office.ends_at, 'infinity'), coalesce(office.confirmed_until, 'infinity'))) FROM access.role_holding office
    WHERE office.account_id = held.account_id AND office.role = held.role AND office.starts_at <= $1), held.starts_at))`;

/** The last lead of each open episode that has none now, and since when; `$1` is the moment. */
const VACANT = `SELECT DISTINCT ON (held.episode_id) held.id, held.episode_id AS episode, ${ENDED} AS since
  FROM access.access_grant held JOIN access.episode episode ON episode.id = held.episode_id
  WHERE held.role = 'LEAD_PROFESSIONAL' AND held.basis = 'WORK' AND held.starts_at <= $1 AND episode.status IN ('OPEN', 'OPEN_TAF', 'REOPENED', 'CLOSING')
    AND NOT EXISTS (SELECT FROM access.access_grant lead WHERE lead.episode_id = held.episode_id
      AND lead.basis = 'WORK' AND ${leads('lead', '$1')})
  ORDER BY held.episode_id, ${ENDED} DESC, held.id`;

interface Vacancy {
  readonly id: string;
  readonly episode: string;
  readonly since: Date;
}

async function vacancies(
  statements: Statements,
  now: Date,
  of: { readonly limit: number; readonly only?: string },
): Promise<readonly Vacancy[]> {
  const rows = await statements.run<Vacancy & Record<string, unknown>>({
    text: `SELECT vacant.id, vacant.episode, vacant.since FROM (${VACANT}) vacant
      WHERE ($3::uuid IS NULL OR vacant.id = $3) AND ($3::uuid IS NOT NULL
        OR NOT EXISTS (SELECT FROM scheduler.timer_firing fired WHERE fired.kind = '${KIND}' AND fired.subject_id = vacant.id
          AND fired.due_at >= vacant.since))
      ORDER BY vacant.since, vacant.id LIMIT $2`,
    values: [now.toISOString(), of.limit, of.only ?? null],
  });
  return rows.map(({ id, episode, since }) => ({ id, episode, since: new Date(since) }));
}

const nobodyFree = nobodyFreeTimer({
  name: 'LEAD_VACANT_NOBODY_FREE',
  from: `(${VACANT}) vacant`,
  id: 'vacant.id',
  since: 'vacant.since',
  where: 'TRUE',
  isBarred: (account) => `vacant.episode IN (${relatedEpisodes(account, '$1')})`,
});

/**
 * An episode without a lead comes to the host the next working day, save to whoever is related to the family (SHR-1.2g). Where
 * nobody is free, whoever gives offices is told so that day, and the vacancy waits for whoever they choose.
 */
export const leadTimers: readonly TimerKind[] = [
  {
    ...nobodyFree,
    due: async (statements, now, limit) => {
      const found = await nobodyFree.due(statements, now, limit);
      return found.filter(({ dueAt }) => startOfNextWorkingDay(dueAt) <= now);
    },
  },
  {
    name: KIND,
    clause: 'SHR-3.4.11a',
    due: async (statements, now, limit) => {
      const found = await vacancies(statements, now, { limit });
      return found
        .map(({ id, since }) => ({ subjectId: id, dueAt: startOfNextWorkingDay(since) }))
        .filter(({ dueAt }) => dueAt <= now);
    },
    fire: async ({ transaction, now, subjectId, dueAt }) => {
      const [vacancy] = await vacancies(transaction, now, { limit: 1, only: subjectId });
      if (vacancy === undefined || startOfNextWorkingDay(vacancy.since) > dueAt)
        throw new NoLongerDue();
      const free = (accounts: readonly string[]) =>
        unrelated(transaction, { accounts, episodes: [vacancy.episode] }, now);
      const told = await freeOfHost(transaction, free, now);
      if (told.length === 0) throw new NoLongerDue();
      for (const account of told)
        await postNotice(transaction, {
          kind: KIND,
          to: { account },
          params: { since: dayOf(vacancy.since), page: '/episodes' },
          at: now,
        });
    },
  },
];
