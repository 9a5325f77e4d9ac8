import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { Doer } from '../../machines/doer.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { fires, toldOf } from '../vocabulary/due-work.ts';
import { holdsOffice, relates } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { adaline, barnaby, bea, gideon, grace, joel, niamh, prue, tom } = cast.practitioners;
const { okafor } = cast.families;
const episode = okafor.episodes.current;
const VACANT = ['LEAD_VACANT', 'LEAD_VACANT_NOBODY_FREE'];

/** What comes to the managers of the host, where they are related to the family and somebody else of the host is not. */
export function managersBarredScenarios(scene: Scene): void {
  const { gate, clock, given } = scene;
  const key = () => ({ idempotencyKey: crypto.randomUUID() });
  const told = (kind: string) => toldOf(scene, kind);
  /** Nothing waits or was told before. */
  const fresh = () =>
    scene.database().owner.script(`DELETE FROM partners.cover_request;
      DELETE FROM scheduler.timer_firing WHERE kind LIKE 'LEAD_VACANT%';
      DELETE FROM scheduler.notice WHERE kind IN ('COVER_REQUESTED', 'FAMILY_REMOVAL_OVERDUE', 'LEAD_VACANT', 'NO_HOST_OFFICER_FREE')`);
  const isVacant = async () => {
    const led = { episode_id: episode.id, role: 'LEAD_PROFESSIONAL', account_id: tom.id };
    clock.set(new Date(daysFromNow(40)));
    await fires(scene, [...VACANT]);
    await given.changed('access.access_grant', led, { suspended_at: daysFromNow(40) });
    await scene.database().owner.script('DELETE FROM scheduler.notice');
    clock.set(new Date(daysFromNow(43)));
  };

  for (const [outcome, related, tells] of [
    ['granted', [], gideon],
    ['denied', [gideon], prue],
  ] as const) {
    const are = `where ${related.length > 0 ? 'every manager is' : 'no manager is'} related to the family`;
    const who = related.length > 0 ? 'business support is' : 'the managers are';

    scenario(
      {
        clause: 'SHR-1.2g',
        outcome,
        that: `${are}, ${who} told that somebody asks to cover for whoever works with it`,
      },
      async () => {
        for (const each of related) await relates(scene, each, okafor);
        await fresh();
        await new Doer(gate(), joel, 'COORDINATE_SUPPORT').does(
          'requestCover',
          { colleague: niamh.id, until: daysFromNow(10), reason: 'on leave', ...key() },
          'CoverChanged { cover }',
        );
        expect(await told('COVER_REQUESTED')).toEqual([tells.id]);
        await fires(scene, ['COVER_NOBODY_FREE']);
        expect(await told('NO_HOST_OFFICER_FREE')).toEqual([]);
      },
    );

    scenario(
      {
        clause: 'SHR-8.2.1i',
        outcome,
        that: `${are}, ${who} told that an agency was not told in time whom the family had removed`,
      },
      async () => {
        await new Doer(gate(), prue, 'ADMINISTRATION').does(
          'removeAtFamilysRequest',
          { episode: episode.id, practitioner: grace.id, reason: 'They asked.', ...key() },
          'FamilyRemovalChanged { removal }',
        );
        for (const each of related) await relates(scene, each, okafor);
        await fresh();
        clock.set(new Date(daysFromNow(3)));
        await fires(scene, ['FAMILY_REMOVAL', 'FAMILY_REMOVAL_NOBODY_FREE']);
        expect(await told('FAMILY_REMOVAL_OVERDUE')).toEqual([tells.id]);
        expect(await told('NO_HOST_OFFICER_FREE')).toEqual([]);
      },
    );

    scenario(
      {
        clause: 'SHR-3.4.11a',
        outcome,
        that: `${are}, ${who} told that nobody leads its support`,
      },
      async () => {
        for (const each of related) await relates(scene, each, okafor);
        await fresh();
        await isVacant();
        await fires(scene, [...VACANT]);
        expect(await told('LEAD_VACANT')).toEqual([tells.id]);
        expect(await told('NO_HOST_OFFICER_FREE')).toEqual([]);
      },
    );
  }

  scenario(
    {
      clause: 'SHR-3.4.11a',
      outcome: 'denied',
      that: 'where everybody of the host is related to the family, whoever gives offices and is not is told once that somebody is needed, on the next working day; whoever they choose is told that nobody leads its support',
    },
    async () => {
      for (const who of [gideon, prue, barnaby]) await relates(scene, who, okafor);
      await fresh();
      await isVacant();
      clock.set(new Date(daysFromNow(40.1)));
      await fires(scene, [...VACANT]);
      expect(await told('NO_HOST_OFFICER_FREE')).toEqual([]);
      for (const days of [43, 44]) {
        clock.set(new Date(daysFromNow(days)));
        await fires(scene, [...VACANT]);
        expect(await told('LEAD_VACANT')).toEqual([]);
        expect(await told('NO_HOST_OFFICER_FREE')).toEqual([adaline.id]);
      }
      await holdsOffice(scene, bea, 'BUSINESS_SUPPORT');
      for (const days of [45, 46]) {
        clock.set(new Date(daysFromNow(days)));
        await fires(scene, [...VACANT]);
        expect(await told('LEAD_VACANT')).toEqual([bea.id]);
      }
      expect(await told('NO_HOST_OFFICER_FREE')).toEqual([adaline.id]);
    },
  );
}
