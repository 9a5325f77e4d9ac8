import type { TimerKind } from '@postern/scheduler';
import { NoLongerDue, unfired } from '@postern/scheduler';
import { takeStep, takingByService } from '@postern/steps';
import { tellLead } from '../agreement/store/told.ts';
import type { LimitLevel } from './disclosure-limit.machine.ts';
import { disclosureLimitMachine, MOVE_TO } from './disclosure-limit.machine.ts';

const KIND = 'LIMIT_OVERRIDE_ENDED';

/** An override of what a young person keeps from their parents has ended by itself; somebody speaks with them (SHR-3.4.3d). */
export const disclosureLimitTimers: readonly TimerKind[] = [
  {
    name: KIND,
    clause: 'SHR-3.4.3d',
    due: async (statements, now, limit) => {
      const rows = await statements.run<{ subjectId: string; dueAt: Date }>({
        text: `SELECT held.id AS "subjectId", held.set_at AS "dueAt" FROM families.disclosure_limit held WHERE held.ends_override IS NOT NULL AND held.set_at <= $1
            AND ${unfired(KIND, { subject: 'held.id', dueAt: 'held.set_at' })} ORDER BY held.set_at, held.id LIMIT $2`,
        values: [now.toISOString(), limit],
      });
      return rows.map(({ subjectId, dueAt }) => ({ subjectId, dueAt: new Date(dueAt) }));
    },
    fire: async ({ transaction, subjectId, now }) => {
      const [ended] = await transaction.run<{ person: string; level: LimitLevel }>({
        text: 'SELECT person_id AS person, level FROM families.disclosure_limit WHERE id = $1',
        values: [subjectId],
      });
      if (ended === undefined) throw new NoLongerDue();
      const episodes = await transaction.run<{ id: string }>({
        text: `SELECT on_record.id FROM access.episode_person of JOIN access.episode on_record ON on_record.id = of.episode_id
          WHERE of.person_id = $1 AND on_record.status NOT IN ('CLOSED', 'NO_FURTHER_ACTION', 'SIGNPOSTED') ORDER BY on_record.id`,
        values: [ended.person],
      });
      await takeStep(
        disclosureLimitMachine,
        { id: ended.person, state: 'OVERRIDDEN', revision: 1 },
        {
          move: MOVE_TO[ended.level],
          onBehalfOf: 'SERVICE',
          reason: 'The override has ended.',
          about: { episode: episodes[0]?.id ?? null },
        },
        takingByService(transaction, now),
      );
      for (const { id } of episodes)
        await tellLead(transaction, { kind: 'LIMIT_TO_REVIEW', episode: id }, now);
    },
  },
];
