import type { TimerKind } from '@postern/scheduler';
import { NoLongerDue, postNotice, unfired } from '@postern/scheduler';
import { dayOf, startOfDay, takingByService } from '@postern/steps';
import { officeHolders } from '../role-holding/store/office-holders.ts';
import { takeExtractStep } from './commands/steps.ts';
import { KEEPING } from './guards/covered.ts';
import { holdExtract } from './store/extracts.ts';

const KIND = 'EXTRACT_TO_DESTROY';
const OUT: readonly string[] = ['EXTRACTED', 'SENT'];
const DUE = startOfDay('agreed.destroy_by + 1');

/** The day has passed by which an extract had to be destroyed, and there is no certificate that it was (DEV-A7d). */
export const extractAgreementTimers: readonly TimerKind[] = [
  {
    name: KIND,
    clause: 'DEV-A7d',
    due: async (statements, now, limit) => {
      const rows = await statements.run<{ subjectId: string; dueAt: Date }>({
        text: `SELECT made.id AS "subjectId", ${DUE} AS "dueAt" FROM partners.extract made
            JOIN partners.extract_agreement agreed ON agreed.id = made.agreement_id
          WHERE made.state = ANY ($3::text[]) AND ${DUE} <= $1 AND ${unfired(KIND, { subject: 'made.id', dueAt: DUE })} ORDER BY 2, 1 LIMIT $2`,
        values: [now.toISOString(), limit, [...OUT]],
      });
      return rows.map(({ subjectId, dueAt }) => ({ subjectId, dueAt: new Date(dueAt) }));
    },
    fire: async ({ transaction, now, subjectId, dueAt }) => {
      const extract = await holdExtract(transaction, subjectId);
      if (!OUT.includes(extract.state)) throw new NoLongerDue();
      const taken = { move: 'FALL_DUE', reason: 'No certificate that it was destroyed.' } as const;
      await takeExtractStep(extract, taken, takingByService(transaction, now));
      for (const account of await officeHolders(transaction, { roles: KEEPING }, now))
        await postNotice(transaction, {
          kind: KIND,
          to: { account },
          params: { by: dayOf(dueAt), page: '/extracts' },
          at: now,
        });
    },
  },
];
