import type { Firing, TimerKind } from '@postern/scheduler';
import { NoLongerDue, postNotice, unfired } from '@postern/scheduler';
import { dayOf, startOfDay, takingByService } from '@postern/steps';
import { officeHolders } from '../role-holding/store/office-holders.ts';
import { takeExtractStep } from './commands/steps.ts';
import { KEEPING } from './guards/covered.ts';
import type { Extract } from './store/extracts.ts';
import { holdExtract, shredExtract } from './store/extracts.ts';

const OUT: readonly string[] = ['EXTRACTED', 'SENT'];
/** So many days before its last one whoever made an extract is reminded. */
const DAYS_BEFORE = 7;

/** Of what is still out, at a moment that follows from its day (DEV-A7d). */
function timer(
  name: 'EXTRACT_NEAR_ITS_END' | 'EXTRACT_TO_DESTROY',
  due: string,
  does: (firing: Firing, extract: Extract) => Promise<void>,
): TimerKind {
  return {
    name,
    clause: 'DEV-A7d',
    due: async (statements, now, limit) => {
      const rows = await statements.run<{ subjectId: string; dueAt: Date }>({
        text: `SELECT made.id AS "subjectId", ${due} AS "dueAt" FROM partners.extract made
          WHERE made.state = ANY ($3::text[]) AND ${due} <= $1 AND ${unfired(name, { subject: 'made.id', dueAt: due })} ORDER BY 2, 1 LIMIT $2`,
        values: [now.toISOString(), limit, [...OUT]],
      });
      return rows.map(({ subjectId, dueAt }) => ({ subjectId, dueAt: new Date(dueAt) }));
    },
    fire: async (firing) => {
      const { transaction, now, subjectId } = firing;
      const extract = await holdExtract(transaction, subjectId);
      if (!OUT.includes(extract.state)) throw new NoLongerDue();
      await does(firing, extract);
      const officers = await officeHolders(transaction, { roles: KEEPING }, now);
      for (const account of new Set([...officers, extract.extractedBy]))
        await postNotice(transaction, {
          kind: name,
          to: { account },
          params: { by: dayOf(new Date(`${extract.destroyBy}T12:00:00Z`)), page: '/extracts' },
          at: now,
        });
    },
  };
}

export const extractAgreementTimers: readonly TimerKind[] = [
  timer('EXTRACT_NEAR_ITS_END', startOfDay(`made.destroy_by - ${DAYS_BEFORE}`), async () => {}),
  // Its day has passed: what is kept of it here is destroyed now, and there is no certificate yet that nobody else has it.
  timer('EXTRACT_TO_DESTROY', startOfDay('made.destroy_by + 1'), async (firing, extract) => {
    const { transaction, now } = firing;
    const taken = { move: 'FALL_DUE', reason: 'Its day has passed.' } as const;
    await takeExtractStep(extract, taken, takingByService(transaction, now));
    await shredExtract(transaction, extract.id);
  }),
];
