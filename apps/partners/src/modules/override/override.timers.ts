import type { TimerKind } from '@postern/scheduler';
import { NoLongerDue, postNotice, unfired } from '@postern/scheduler';
import { dayOf, hold, takeStep, takingByService } from '@postern/steps';
import { unrelated } from '../conflict/store/related-families.ts';
import { officersFor } from './officers.ts';
import { explanationMachine } from './override.machine.ts';
import type { HeldOverride } from './store/overrides.ts';
import { OVERRIDES, stepOverride } from './store/overrides.ts';

const KIND = 'OVERRIDE_TO_EXPLAIN';

/** An override that nobody explained in time is brought to mind, of whoever used it and of the officers. */
export const overrideTimers: readonly TimerKind[] = [
  {
    name: KIND,
    clause: 'SHR-3.5L-e',
    due: async (statements, now, limit) => {
      const rows = await statements.run<{ subjectId: string; dueAt: Date }>({
        text: `SELECT id AS "subjectId", explain_by AS "dueAt" FROM partners.safeguarding_override used
          WHERE explanation = 'DUE' AND explain_by <= $1
            AND ${unfired(KIND, { subject: 'used.id', dueAt: 'used.explain_by' })} ORDER BY explain_by, id LIMIT $2`,
        values: [now.toISOString(), limit],
      });
      return rows.map((row) => ({ subjectId: row.subjectId, dueAt: new Date(row.dueAt) }));
    },
    fire: async ({ transaction, now, subjectId, dueAt }) => {
      const held = await hold<HeldOverride>(transaction, OVERRIDES, subjectId);
      if (held.explanation !== 'DUE') throw new NoLongerDue();
      const { accountId: account, agencyId: agency, episodeId: episode } = held;
      const explanation = await takeStep(
        explanationMachine,
        { ...held, state: held.explanation },
        {
          move: 'OVERDUE',
          onBehalfOf: 'SERVICE',
          reason: 'It was not explained in time.',
          about: { account, agency, episode },
        },
        takingByService(transaction, now),
      );
      await stepOverride(transaction, held.id, { explanation });
      const officers = await officersFor(transaction, { account, families: held.families }, now);
      const episodes = episode === null ? [] : [episode];
      const taker = await unrelated(transaction, { accounts: [account], episodes }, now);
      for (const each of [...taker, ...officers])
        await postNotice(transaction, {
          kind: KIND,
          to: { account: each },
          params: { since: dayOf(dueAt), page: '/overrides' },
          at: now,
        });
    },
  },
];
