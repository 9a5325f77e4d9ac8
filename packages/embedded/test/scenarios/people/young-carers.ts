import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Answered } from '../../county-fixture.ts';
import { healthJustification, restrictedJustification } from '../vocabulary/justification.ts';
import { People } from '../vocabulary/people.ts';
import { enumOf, Recording } from '../vocabulary/recording.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, grace, niamh } = cast.practitioners;
const { ngozi: mother } = cast.familyAccounts;
const { okafor, quantock } = cast.families;
const { amara, chidi, emeka, ngozi } = okafor.persons;
const episode = okafor.episodes.current;

const DOES = 'Cooks, and takes the little ones to school.';
const NEED = 'Help to get up in the morning';
const READ =
  'caringRoles { id does often effectOnSchool caresFor { need concerns { id } } } careReceived { need } withheld { coordinate code }';

/** Young carers: what they do is of them, for whom and why is of whoever is cared for. */
export function youngCarerScenarios(scene: Scene): void {
  const recording = new Recording(scene, 'UNDERSTAND_NEEDS');
  const people = new People(scene, 'UNDERSTAND_NEEDS');

  /** Why somebody’s health or life is relevant, as far as it opens anything; gives its id. */
  const opens = async (
    holder: { readonly id: string },
    person: { readonly id: string },
    of: 'HEALTH' | 'CARE',
  ): Promise<string> => {
    const id = crypto.randomUUID();
    const given = { holder, person, episode };
    await scene.given.added(
      'access.justification',
      of === 'HEALTH'
        ? healthJustification(given, { id })
        : restrictedJustification({ ...given, classes: ['RESTRICTED:SOCIAL_CARE'] }, { id }),
    );
    return id;
  };
  const caring = (who = tom): Promise<Answered> =>
    recording.writes(who, 'recordPersonEntry', 'caringRole', {
      episode: episode.id,
      person: amara.id,
      entry: {
        caringRole: {
          does: DOES,
          often: 'Every day, about twelve hours a week',
          effectOnSchool: 'Often late on Mondays.',
          startedOn: '2025-09-01',
        },
      },
      nature: enumOf('MIXED'),
    });
  const named = (caringRole: string, more: object = {}) => ({
    episode: episode.id,
    person: ngozi.id,
    caringRole,
    careReceived: { need: NEED },
    nature: enumOf('FACT'),
    ...more,
  });
  const names = async (caringRole: string): Promise<Answered> => {
    const sent = await people.sends(
      tom,
      'recordCareReceived',
      named(caringRole),
      '... on PersonEntryChanged { careReceived { id need revision } }',
    );
    expect(sent.code).toBeUndefined();
    return sent.careReceived;
  };
  const roleSeen = async (who: Parameters<People['sends']>[0], id: string): Promise<Answered> =>
    (await people.reads(who, amara, READ)).caringRoles?.find((each: Answered) => each.id === id);

  scenario(
    {
      clause: 'SHR-4.3-cond',
      outcome: 'granted',
      that: 'what a young carer does is recorded and opened as of them; for whom, to who says why the health of whoever is cared for is relevant',
    },
    async () => {
      const role = await caring();
      await opens(tom, ngozi, 'HEALTH');
      expect(await names(role.id)).toMatchObject({ need: NEED, revision: 1 });
      const whole = {
        id: role.id,
        does: DOES,
        often: 'Every day, about twelve hours a week',
        effectOnSchool: 'Often late on Mondays.',
        caresFor: [{ need: NEED, concerns: { id: ngozi.id } }],
      };
      expect(await roleSeen(tom, role.id)).toEqual(whole);
      await opens(niamh, amara, 'CARE');
      await opens(niamh, ngozi, 'HEALTH');
      expect(await roleSeen(niamh, role.id)).toEqual(whole);
      expect((await people.reads(niamh, ngozi, READ)).careReceived).toEqual([{ need: NEED }]);
      // Whoever is cared for reads what is said of them, and of their own child what the child does.
      const own = people.for('TRACK_OUTCOMES');
      expect((await own.reads(mother, ngozi, READ)).careReceived).toEqual([{ need: NEED }]);
      const child = await own.reads(mother, amara, 'caringRoles { id caresFor { need } }');
      expect(child.caringRoles).toEqual([{ id: role.id, caresFor: [{ need: NEED }] }]);
    },
  );

  scenario(
    {
      clause: 'SHR-4.3-cond',
      outcome: 'denied',
      that: 'why the young carer’s own health or life is relevant opens nobody else’s: whom it is for looks as if nobody had been named, be it to the agency that wrote it down',
    },
    async () => {
      const role = await caring();
      await opens(niamh, amara, 'CARE');
      await opens(niamh, amara, 'HEALTH');
      const nobody = await roleSeen(niamh, role.id);
      expect(nobody.caresFor).toEqual([]);
      const mine = await opens(tom, ngozi, 'HEALTH');
      await names(role.id);
      expect(await roleSeen(niamh, role.id)).toEqual(nobody);
      const found = await people.reads(niamh, ngozi, READ);
      expect(found.careReceived).toBeNull();
      expect(found.withheld).toContainEqual({
        coordinate: 'Person.careReceived',
        code: 'JUSTIFICATION_REQUIRED',
      });
      // Neither for another person of the family, nor without an end: what opened it is over for its own agency, too.
      await opens(niamh, emeka, 'HEALTH');
      expect(await roleSeen(niamh, role.id)).toEqual(nobody);
      await scene.given.changed(
        'access.justification',
        { id: mine },
        { expires_at: '2026-06-16T00:00:00Z' },
      );
      expect((await roleSeen(tom, role.id)).caresFor).toEqual([]);
      expect((await people.reads(grace, amara, READ)).caringRoles).toBeNull();
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.1',
      outcome: 'denied',
      that: 'whom a child cares for is written by nobody who does not say why that person’s health is relevant, of no child’s work that they do not see, and of nobody as their own carer',
    },
    async () => {
      const role = await caring();
      await people.writesNothing(
        'RECORDING_NOT_PERMITTED',
        tom,
        'recordCareReceived',
        named(role.id),
      );
      await opens(tom, ngozi, 'HEALTH');
      await opens(tom, amara, 'HEALTH');
      for (const [code, given] of [
        ['ARGUMENT_INVALID', { person: amara.id }],
        ['RECORDING_NOT_PERMITTED', { person: quantock.persons.child.id }],
        ['RECORD_UNKNOWN', { caringRole: crypto.randomUUID() }],
        ['RECORD_UNKNOWN', { episode: quantock.episodes.current.id }],
        ['RECORDING_NOT_PERMITTED', { person: chidi.id }],
      ] as const)
        await people.writesNothing(code, tom, 'recordCareReceived', named(role.id, given));
      await opens(grace, ngozi, 'HEALTH');
      await people.writesNothing('RECORD_UNKNOWN', grace, 'recordCareReceived', named(role.id));
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.1',
      outcome: 'granted',
      that: 'whatever combination of reasons somebody gave, for whom the care is shows exactly where they cover the life of the one and the health of the other',
    },
    async () => {
      const role = await caring();
      await opens(tom, ngozi, 'HEALTH');
      await names(role.id);
      const reasons = ([amara, ngozi, emeka] as const).flatMap((person) =>
        (['HEALTH', 'CARE'] as const).map((of) => ({ person, of })),
      );
      const seen = { both: 0, less: 0 };
      await fc.assert(
        fc.asyncProperty(fc.subarray(reasons), async (given) => {
          const ids: string[] = [];
          for (const { person, of } of given) ids.push(await opens(niamh, person, of));
          const has = (person: { readonly id: string }, of: string): boolean =>
            given.some((each) => each.person.id === person.id && each.of === of);
          const found = await roleSeen(niamh, role.id);
          expect(found !== undefined).toBe(has(amara, 'CARE'));
          const isShown = has(amara, 'CARE') && has(ngozi, 'HEALTH');
          expect(found?.caresFor.length ?? 0).toBe(isShown ? 1 : 0);
          seen[isShown ? 'both' : 'less'] += 1;
          for (const id of ids) await scene.given.removed('access.justification', { id });
        }),
        { numRuns: 25, seed: 20_261_123 },
      );
      expect(Math.min(seen.both, seen.less)).toBeGreaterThan(2);
    },
  );
}
