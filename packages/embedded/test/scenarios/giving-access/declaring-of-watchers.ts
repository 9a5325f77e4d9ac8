import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { afterEach, expect } from 'vitest';
import type { Asking } from '../../county-fixture.ts';
import { carriedOut } from '../../machines/commands.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { toldOf } from '../vocabulary/due-work.ts';
import { declares, holdsOffice } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { adaline, barnaby, callum, dorothea, gideon, grace, joel, prue, quincy } =
  cast.practitioners;
const { okafor } = cast.families;
const episode = okafor.episodes.current;

/** Nobody takes from those who watch over them, by saying that they are related, what they watch. */
export function declaringOfWatchersScenarios(scene: Scene): void {
  const { gate, given } = scene;
  const does = (who: Asking, command: string, args: Readonly<Record<string, unknown>>) =>
    declares(scene, who, command, args);
  const of = (who: { readonly id: string }) => ({
    practitioner: who.id,
    episode: episode.id,
    idempotencyKey: crypto.randomUUID(),
  });
  const told = (kind: string) => toldOf(scene, kind);
  afterEach(() =>
    scene.database().owner.script(
      `DELETE FROM access.conflict_of_interest WHERE account_id IN ('${[dorothea, quincy, grace, gideon, joel].map(({ id }) => id).join(`', '`)}');
        DELETE FROM scheduler.notice WHERE kind IN ('RELATIONSHIP_DECLARED', 'NO_PROTECTION_OFFICER_FREE')`,
    ),
  );
  /** A justification in the episode waits for somebody's word, who is named for it. */
  const decides = async (who: { readonly id: string }) => {
    const [justification] = await scene.database().owner.run<{ id: string }>({
      text: 'SELECT id FROM access.justification WHERE episode_id = $1 ORDER BY id LIMIT 1',
      values: [episode.id],
    });
    await given.changed(
      'access.justification',
      { id: justification?.id },
      {
        state: 'NEEDS_APPROVAL',
        approval_reasons: ['OFFENCE_DATA'],
        approver_id: who.id,
        decide_by: daysFromNow(1),
      },
    );
  };
  const pending = () =>
    given.added('partners.safeguarding_override', {
      id: crypto.randomUUID(),
      account_id: callum.id,
      agency_id: callum.agency.id,
      grant_id: crypto.randomUUID(),
      revision: 1,
      episode_id: episode.id,
      families: [okafor.id],
      persons: [],
      classes: [],
      reason: 'She may not go home tonight.',
      no_other_way: 'Nobody answers.',
      state: 'USED',
      explanation: 'DUE',
      at: daysFromNow(-1),
      until: daysFromNow(1),
      explain_by: daysFromNow(5),
    });

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'denied',
      that: 'the host declares nobody related who watches over it, nor who is named to decide about the family, nor ends such a declaration',
    },
    async () => {
      await pending();
      for (const who of [dorothea, quincy, adaline])
        for (const host of [prue, gideon])
          expect(await does(host, 'declareConflictFor', of(who))).toMatchObject({
            code: 'ROLE_NOT_PERMITTED',
            about: ['DATA_PROTECTION_OFFICER', 'ADMINISTRATOR'],
          });
      const { conflict } = carriedOut(await does(adaline, 'declareConflictFor', of(dorothea)));
      expect((await does(prue, 'endConflict', { conflict })).code).toBe('ROLE_NOT_PERMITTED');
      await decides(gideon);
      expect((await does(prue, 'declareConflictFor', of(gideon))).code).toBe('ROLE_NOT_PERMITTED');
      // Nor does a watcher declare it of those of whom the host does.
      expect(await does(adaline, 'declareConflictFor', of(grace))).toMatchObject({
        code: 'ROLE_NOT_PERMITTED',
        about: ['BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER'],
      });
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'granted',
      that: 'another watcher declares it of who watches, who is told without the family and what to do; where nobody is left for a pending override whoever gives offices is told, and once it is ended the officer looks again',
    },
    async () => {
      await pending();
      const sees = async () => {
        const { body } = await gate().ask(dorothea, '{ overrides { practitioner { id } } }', {
          purpose: 'ADMINISTRATION',
        });
        return JSON.stringify(body.data.overrides).includes(callum.id);
      };
      expect(await sees()).toBe(true);
      await holdsOffice(scene, joel, 'DATA_PROTECTION_OFFICER');
      const first = carriedOut(await does(adaline, 'declareConflictFor', of(dorothea)));
      expect(await told('RELATIONSHIP_DECLARED')).toEqual([dorothea.id]);
      expect(await told('NO_PROTECTION_OFFICER_FREE')).toEqual([]);
      expect(await sees()).toBe(false);
      carriedOut(await does(adaline, 'endConflict', { conflict: first.conflict }));
      expect(await sees()).toBe(true);
      await given.changed(
        'access.role_holding',
        { account_id: joel.id, role: 'DATA_PROTECTION_OFFICER' },
        { ends_at: daysFromNow(0) },
      );
      carriedOut(await does(dorothea, 'declareConflictFor', of(dorothea)));
      expect(await told('RELATIONSHIP_DECLARED')).toEqual([dorothea.id]);
      expect(await told('NO_PROTECTION_OFFICER_FREE')).toEqual([adaline.id, barnaby.id].sort());
      carriedOut(await does(prue, 'declareConflictFor', of(grace)));
      expect(await told('RELATIONSHIP_DECLARED')).toEqual([dorothea.id, grace.id].sort());
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'denied',
      that: 'an officer does not count as free for the override that they took: where they alone are left whoever gives offices is told, and not where a third is free',
    },
    async () => {
      for (const who of [callum, joel]) await holdsOffice(scene, who, 'DATA_PROTECTION_OFFICER');
      await pending();
      carriedOut(await does(adaline, 'declareConflictFor', of(dorothea)));
      expect(await told('NO_PROTECTION_OFFICER_FREE')).toEqual([]);
      carriedOut(await does(adaline, 'declareConflictFor', of(joel)));
      expect(await told('NO_PROTECTION_OFFICER_FREE')).toEqual([adaline.id, barnaby.id].sort());
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'granted',
      that: 'an officer who did not take the override is free for it, and nobody else is looked for',
    },
    async () => {
      await holdsOffice(scene, joel, 'DATA_PROTECTION_OFFICER');
      await pending();
      carriedOut(await does(adaline, 'declareConflictFor', of(dorothea)));
      expect(await told('NO_PROTECTION_OFFICER_FREE')).toEqual([]);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'denied',
      that: 'nor does the host end such a declaration of who is named to decide about the family, and so choose who decides',
    },
    async () => {
      await decides(gideon);
      const { conflict } = carriedOut(await does(adaline, 'declareConflictFor', of(gideon)));
      expect(await does(prue, 'endConflict', { conflict })).toMatchObject({
        code: 'ROLE_NOT_PERMITTED',
        about: ['DATA_PROTECTION_OFFICER', 'ADMINISTRATOR'],
      });
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'granted',
      that: 'the watcher who declared it of who is named to decide ends it again, or another one; once nothing waits for them it is the host’s, as of anybody',
    },
    async () => {
      await decides(gideon);
      for (const watcher of [adaline, dorothea]) {
        const { conflict } = carriedOut(await does(adaline, 'declareConflictFor', of(gideon)));
        expect(carriedOut(await does(watcher, 'endConflict', { conflict })).state).toBe('ENDED');
      }
      const { conflict } = carriedOut(await does(adaline, 'declareConflictFor', of(gideon)));
      await given.changed('access.justification', { approver_id: gideon.id }, { state: 'LIVE' });
      expect(carriedOut(await does(prue, 'endConflict', { conflict })).state).toBe('ENDED');
    },
  );
}
