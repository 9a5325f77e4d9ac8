import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { Doer } from '../../machines/doer.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { fires } from '../vocabulary/due-work.ts';
import { relates } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { prue, gideon, tom, joel } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;

/** What is told while nobody leads, and whom. */
export function vacancyScenarios(scene: Scene): void {
  const { gate, clock, given } = scene;

  scenario(
    {
      clause: 'SHR-8.2.1g',
      outcome: 'denied',
      that: 'who is to lead from a later day on is told of no lapses yet, and does not stand for the lead who is missing',
    },
    async () => {
      const later = crypto.randomUUID();
      await given.added('access.access_grant', {
        id: later,
        account_id: joel.id,
        episode_id: okafor.id,
        role: 'LEAD_PROFESSIONAL',
        working_relationship: 'Leads the plan with the family',
        granted_by: prue.id,
        starts_at: daysFromNow(5),
        basis: 'WORK',
        revision: 1,
      });
      const lapses = async () => {
        const { body } = await new Doer(gate(), joel, 'COORDINATE_SUPPORT').asks(
          '{ foreseeableLapses(days: 366) { practitioner { id } } }',
        );
        return JSON.stringify(body.data.foreseeableLapses);
      };
      expect(await lapses()).not.toContain(tom.id);
      await given.changed(
        'access.access_grant',
        { episode_id: okafor.id, role: 'LEAD_PROFESSIONAL', account_id: tom.id },
        { revoked_at: daysFromNow(0), revoked_cause: 'ERROR' },
      );
      clock.set(new Date(daysFromNow(1)));
      await fires(scene);
      const told = await scene.database().owner.run({
        text: `SELECT 1 AS told FROM scheduler.timer_firing fired JOIN access.access_grant held ON held.id = fired.subject_id
          WHERE fired.kind = 'LEAD_VACANT' AND held.episode_id = $1`,
        values: [okafor.id],
      });
      expect(told).toHaveLength(1);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.11a',
      outcome: 'denied',
      that: 'each time that nobody leads the managers are told of it once, by the same grant as well',
    },
    async () => {
      const led = { episode_id: okafor.id, role: 'LEAD_PROFESSIONAL', account_id: tom.id };
      const told = async () => {
        await fires(scene);
        const [counted] = await scene.database().owner.run<{ many: number }>({
          text: `SELECT count(*)::integer AS many FROM scheduler.timer_firing fired JOIN access.access_grant held ON held.id = fired.subject_id
            WHERE fired.kind = 'LEAD_VACANT' AND held.account_id = $1 AND held.episode_id = $2`,
          values: [tom.id, okafor.id],
        });
        return counted?.many;
      };
      const before = (await told()) ?? 0;
      for (const [day, suspended, more] of [
        [20, 19, 1],
        [21, 19, 1],
        [22, null, 1],
        [28, 27, 2],
        [29, 27, 2],
      ] as const) {
        clock.set(new Date(daysFromNow(day)));
        await given.changed('access.access_grant', led, {
          suspended_at: suspended === null ? null : daysFromNow(suspended),
        });
        expect(await told()).toBe(before + more);
      }
    },
  );

  for (const [outcome, related] of [
    ['denied', true],
    ['granted', false],
  ] as const)
    scenario(
      {
        clause: 'SHR-1.2g',
        outcome,
        that: `a manager who is ${related ? '' : 'not '}related to a family is ${related ? 'not ' : ''}told that nobody leads its support`,
      },
      async () => {
        if (related) await relates(scene, gideon, cast.families.okafor);
        await scene.database().owner.script(
          `DELETE FROM scheduler.timer_firing WHERE kind = 'LEAD_VACANT';
            DELETE FROM scheduler.notice WHERE kind = 'LEAD_VACANT'`,
        );
        await given.changed(
          'access.access_grant',
          { episode_id: okafor.id, role: 'LEAD_PROFESSIONAL', account_id: tom.id },
          { suspended_at: daysFromNow(30) },
        );
        clock.set(new Date(daysFromNow(33)));
        await fires(scene);
        const told = await scene.database().owner.run({
          text: `SELECT 1 AS told FROM scheduler.notice WHERE kind = 'LEAD_VACANT' AND to_account = $1
            AND params ->> 'since' = $2`,
          values: [gideon.id, daysFromNow(30).slice(0, 10)],
        });
        expect(told).toHaveLength(related ? 0 : 1);
      },
    );
}
