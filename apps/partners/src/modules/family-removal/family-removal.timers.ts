import type { TimerKind } from '@postern/scheduler';
import { NoLongerDue, postNotice, unfired } from '@postern/scheduler';
import { dayOf, hold, takeStep, takingByService } from '@postern/steps';
import { freeOfHost } from '../conflict/free-of-host.ts';
import { nobodyFreeTimer } from '../conflict/nobody-free.ts';
import { relatedEpisodes, unrelated } from '../conflict/store/related-families.ts';
import { familyRemovalMachine } from './family-removal.machine.ts';
import type { HeldRemoval } from './store/removals.ts';
import { REMOVALS } from './store/removals.ts';

const KIND = 'FAMILY_REMOVAL';

/** The 48 hours within which the agency is told; the access itself ended before they began. */
export const familyRemovalTimers: readonly TimerKind[] = [
  nobodyFreeTimer({
    name: 'FAMILY_REMOVAL_NOBODY_FREE',
    from: 'partners.family_removal removal',
    id: 'removal.id',
    since: 'removal.requested_at',
    where: `removal.state IN ('TO_TELL', 'OVERDUE')`,
    isBarred: (account) => `removal.episode_id IN (${relatedEpisodes(account, '$1')})`,
  }),
  {
    name: KIND,
    clause: 'SHR-8.2.1i',
    due: async (statements, now, limit) => {
      const rows = await statements.run<{ subjectId: string; dueAt: Date }>({
        text: `SELECT id AS "subjectId", due_at AS "dueAt" FROM partners.family_removal removal
          WHERE state = 'TO_TELL' AND due_at <= $1
            AND ${unfired(KIND, { subject: 'removal.id', dueAt: 'removal.due_at' })} ORDER BY due_at, id LIMIT $2`,
        values: [now.toISOString(), limit],
      });
      return rows.map((row) => ({ subjectId: row.subjectId, dueAt: new Date(row.dueAt) }));
    },
    fire: async ({ transaction, now, subjectId, dueAt }) => {
      const held = await hold<HeldRemoval>(transaction, REMOVALS, subjectId);
      if (held.state !== 'TO_TELL') throw new NoLongerDue();
      const { episodeId: episode, agencyId: agency, accountId: account } = held;
      const reason = 'The agency was not told in time.';
      const state = await takeStep(
        familyRemovalMachine,
        held,
        { move: 'OVERDUE', onBehalfOf: 'SERVICE', reason, about: { episode, agency, account } },
        takingByService(transaction, now),
      );
      await transaction.run({
        text: 'UPDATE partners.family_removal SET state = $2, revision = revision + 1 WHERE id = $1',
        values: [held.id, state],
      });
      const free = (accounts: readonly string[]) =>
        unrelated(transaction, { accounts, episodes: [episode] }, now);
      for (const officer of await freeOfHost(transaction, free, now))
        await postNotice(transaction, {
          kind: 'FAMILY_REMOVAL_OVERDUE',
          to: { account: officer },
          params: { since: dayOf(dueAt), page: '/grants' },
          at: now,
        });
    },
  },
];
