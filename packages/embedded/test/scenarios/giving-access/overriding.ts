import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { COUNTY_NOW } from '../../county-fixture.ts';
import { Doer } from '../../machines/doer.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { fires } from '../vocabulary/due-work.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { callum, kwame, dorothea, sian, rhona, bea } = cast.practitioners;
const { okafor } = cast.families;
const episode = okafor.episodes.current;
const CHANGED =
  'OverrideChanged { override state explanation explainBy revision until grant { id basis role } urgent }';

interface Used {
  readonly override: string;
  readonly state: string;
  readonly until: string;
  readonly revision: number;
  readonly grant: { readonly id: string } | null;
  readonly urgent: string;
}

/** Reaching a family to protect somebody, without access and against an exclusion. */
export function overridingScenarios(scene: Scene): void {
  const { gate, reader, clock } = scene;
  const as = (who: { readonly subject: string }) => new Doer(gate(), who, 'SAFEGUARDING');
  const officer = () => new Doer(gate(), dorothea, 'ADMINISTRATION');
  const known = async () => {
    const rows = await scene
      .database()
      .owner.run<Record<'id' | 'given' | 'family' | 'born', string>>({
        text: `SELECT id, given_name AS given, family_name AS family, date_of_birth::text AS born FROM families.person
        JOIN episodes.episode_person ON person_id = id WHERE episode_id = $1 AND date_of_birth IS NOT NULL ORDER BY id LIMIT 1`,
        values: [episode.id],
      });
    const [person] = rows;
    return {
      id: person?.id ?? '',
      about: [{ givenName: person?.given, familyName: person?.family, dateOfBirth: person?.born }],
    };
  };
  const asked = async (more = {}) => ({
    about: (await known()).about,
    classes: [],
    reason: 'A neighbour heard her say that she will not go home tonight.',
    noOtherWay: 'Nobody of the team answers at this hour.',
    legal: { article6: '6(1)(e)' },
    idempotencyKey: crypto.randomUUID(),
    ...more,
  });

  scenario(
    {
      clause: 'SHR-3.5L-e',
      outcome: 'granted',
      that: 'an excluded agency’s worker reaches the family at once for safeguarding, for the person named and for hours, and officers hear of it without a name',
    },
    async () => {
      await reader(callum).findsNothingOf(episode);
      await reader(callum).for('SAFEGUARDING').findsNothingOf(episode);
      const used = await as(callum).does<Used>('overrideForSafeguarding', await asked(), CHANGED);
      expect(used).toMatchObject({
        state: 'USED',
        explanation: 'DUE',
        explainBy: expect.any(String),
        until: daysFromNow(1),
        grant: { basis: 'OVERRIDE', role: 'OVERRIDE_HOLDER' },
      });
      const { body } = await as(callum).asks(
        `{ episode(reference: "${episode.reference}") { id reason levelTransitions { reason }
          assessment { id reasons sections { summary } } needs { concerns { id } } plan { id objective actions { concerns { id } } }
          meetings { minutes attendees } family { members { id givenName } households { members { id } addresses { line } } } } }`,
      );
      expect(body.errors).toBeUndefined();
      const { id } = await known();
      const { reason, levelTransitions, assessment, needs, plan, meetings, family } =
        body.data.episode;
      expect(family.members.map((one: { id: string }) => one.id)).toEqual([id]);
      expect(family.households).toEqual([
        { members: [{ id }], addresses: expect.arrayContaining([expect.anything()]) },
      ]);
      // What is said of the others, or of all of them together, stays with those who work with all of them.
      expect([reason, assessment.reasons, plan.objective]).toEqual([null, null, null]);
      expect([assessment.sections, meetings]).toEqual([[], []]);
      for (const transition of levelTransitions) expect(transition.reason).toBeNull();
      for (const { concerns } of [...needs, ...plan.actions]) expect(concerns).toEqual([{ id }]);
      await reader(kwame).for('SAFEGUARDING').findsNothingOf(episode);
      const [notice] = await scene.database().owner.run<{ params: Record<string, unknown> }>({
        text: `SELECT params FROM scheduler.notice WHERE kind = 'OVERRIDE_USED' AND to_account = $1`,
        values: [dorothea.id],
      });
      expect(Object.keys(notice?.params ?? {}).sort()).toEqual(['at', 'kind', 'page', 'people']);
      clock.set(new Date(COUNTY_NOW.getTime() + 86_400_000));
      await reader(callum).for('SAFEGUARDING').findsNothingOf(episode);
    },
  );

  scenario(
    {
      clause: 'SHR-3.5L-e',
      outcome: 'denied',
      that: 'without the purpose, a reason or a match nothing opens; a declared relationship bars; every attempt is on the record; one that was not right ends at once',
    },
    async () => {
      const { body: other } = await new Doer(gate(), sian, 'UNDERSTAND_NEEDS').sends(
        'overrideForSafeguarding',
        await asked(),
        CHANGED,
      );
      expect(other.errors?.[0]?.extensions['code']).toBe('PURPOSE_NOT_PERMITTED');
      for (const more of [
        { reason: ' ' },
        { noOtherWay: '' },
        { hours: 73 },
        { hours: 0 },
        { about: [] },
      ])
        await as(sian).isRefused(
          'ARGUMENT_INVALID',
          'overrideForSafeguarding',
          await asked(more),
          CHANGED,
        );
      const nobody = [{ givenName: 'Nobody', familyName: 'Atall', dateOfBirth: '2011-01-01' }];
      const none = await as(rhona).does<Used>(
        'overrideForSafeguarding',
        await asked({ about: nobody }),
        CHANGED,
      );
      expect(none).toMatchObject({ state: 'NO_MATCH', grant: null, revision: 1 });
      await scene.given.added('access.conflict_of_interest', {
        id: crypto.randomUUID(),
        account_id: rhona.id,
        family_id: okafor.id,
        declared_at: daysFromNow(-1),
      });
      const barred = await as(rhona).does<Used>('overrideForSafeguarding', await asked(), CHANGED);
      expect({ ...barred, override: '' }).toEqual({ ...none, override: '' });
      const { body } = await officer().asks('{ overrides { state practitioner { id } } }');
      expect(
        body.data.overrides
          .filter(
            (one: { practitioner: { id: string } | null }) => one.practitioner?.id === rhona.id,
          )
          .map((one: { state: string }) => one.state),
      ).toEqual(['NO_MATCH', 'NO_MATCH']);
      const used = await as(sian).does<Used>(
        'overrideForSafeguarding',
        await asked({ hours: 2 }),
        CHANGED,
      );
      await reader(sian).for('SAFEGUARDING').asksOf(episode, 'status');
      const outcome = {
        override: used.override,
        expectedRevision: 1,
        outcome: 'NOT_UPHELD',
        reason: 'No risk was named.',
      };
      await as(sian).isRefused('ROLE_NOT_PERMITTED', 'reviewOverride', outcome, CHANGED);
      await officer().does('reviewOverride', outcome, CHANGED);
      await reader(sian).for('SAFEGUARDING').findsNothingOf(episode);
      await officer().isRefused(
        'STEP_NOT_POSSIBLE',
        'reviewOverride',
        { ...outcome, expectedRevision: 2 },
        CHANGED,
      );
    },
  );

  scenario(
    {
      clause: 'DEV-A2k',
      outcome: 'granted',
      that: 'an override is explained to the family, or why not is on the record; what nobody explained comes back to whoever used it',
    },
    async () => {
      const used = await as(bea).does<Used>('overrideForSafeguarding', await asked(), CHANGED);
      clock.set(new Date(COUNTY_NOW.getTime() + 5 * 86_400_000));
      await fires(scene);
      const { body } = await as(bea).asks(
        '{ myOverrides { override state explanation revision } }',
      );
      expect(body.data.myOverrides).toEqual([
        { override: used.override, state: 'USED', explanation: 'OVERDUE', revision: 2 },
      ]);
      const told = {
        override: used.override,
        expectedRevision: 2,
        reason: 'Her father would learn of it.',
      };
      await as(callum).isRefused('RECORD_UNKNOWN', 'explainOverride', told, CHANGED);
      const done = await as(bea).does<{ explanation: string }>('explainOverride', told, CHANGED);
      expect(done.explanation).toBe('NOT_TOLD');
    },
  );

  scenario(
    {
      clause: 'DEV-A2k',
      outcome: 'denied',
      that: 'nobody told the family on a day that is still to come, or before the override; today is London’s',
    },
    async () => {
      clock.set(new Date('2026-06-17T23:30:00Z'));
      const used = await as(bea).does<Used>('overrideForSafeguarding', await asked(), CHANGED);
      const toldOn = (day: string) => ({
        override: used.override,
        expectedRevision: 1,
        toldOn: day,
        reason: 'At her school, with her mother.',
      });
      for (const day of ['2026-06-19', '2199-12-31']) {
        const { findings } = await as(bea).isRefused(
          'ARGUMENT_INVALID',
          'explainOverride',
          toldOn(day),
          CHANGED,
        );
        expect(findings).toMatchObject([{ part: 'toldOn', code: 'DAY_TO_COME' }]);
      }
      const before = await as(bea).isRefused(
        'ARGUMENT_INVALID',
        'explainOverride',
        toldOn('2026-06-17'),
        CHANGED,
      );
      expect(before.findings).toMatchObject([{ part: 'toldOn', code: 'BEFORE_OVERRIDE' }]);
      const done = await as(bea).does('explainOverride', toldOn('2026-06-18'), CHANGED);
      expect(done).toMatchObject({ explanation: 'TOLD', revision: 2 });
    },
  );
}
