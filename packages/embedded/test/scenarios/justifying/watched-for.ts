import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { COUNTY_NOW } from '../../county-fixture.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { healthJustification } from '../vocabulary/justification.ts';
import type { Overridden } from '../vocabulary/override.ts';
import { known, OVERRIDE_CHANGED, overrideOf, protector } from '../vocabulary/override.ts';
import { relates } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { of, PERIOD, reporting } from './reporting.ts';

const { kwame, grace, niamh, rhona, tom, joel, noel, greer, prue, dorothea } = cast.practitioners;
const { yarrow, garside, bexley, okafor, gresham } = cast.families;
const CLAUSE = 'SHR-8.3.7i';

/** What the report tells of, and beside it what only looks like it. */
export function watchedForScenarios(scene: Scene): void {
  const { given, clock, database, reader } = scene;
  const { draws, grant } = reporting(scene);
  const found = async (kind: string, period = PERIOD) =>
    of((await draws(dorothea, period)).findings, kind);
  const at = (moment: string) => clock.set(new Date(moment));
  const drawn = (kind: string, period = PERIOD) => {
    clock.set(COUNTY_NOW);
    return found(kind, period);
  };

  scenario(
    {
      clause: CLAUSE,
      outcome: 'granted',
      that: 'access to an episode that is closed is in the report, for as long as it lasts',
    },
    async () => {
      await grant(prue, niamh, { episode_id: garside.episodes.closed.id });
      const closed = await found('GRANTS_ON_CLOSED_EPISODES');
      for (const { id } of [niamh, joel, noel]) expect(closed).toContainEqual([id, null, 1]);
    },
  );

  scenario(
    {
      clause: CLAUSE,
      outcome: 'denied',
      that: 'access that has ended, rests, was not confirmed in time or has not begun is not, nor access to an episode that is about to close',
    },
    async () => {
      const episode_id = garside.episodes.closed.id;
      const past = daysFromNow(-1);
      for (const over of [
        { ends_at: past },
        { suspended_at: past },
        { ends_at: daysFromNow(60), confirm_by: past },
        { revoked_at: past, revoked_cause: 'EPISODE_CLOSED' },
        { starts_at: daysFromNow(1) },
      ])
        await grant(prue, niamh, { episode_id, ...over });
      await given.changed(
        'episodes.episode',
        { id: yarrow.episodes.current.id },
        { status: 'CLOSING' },
      );
      const holders = (await found('GRANTS_ON_CLOSED_EPISODES')).map(([one]) => one);
      for (const { id } of [niamh, grace, kwame]) expect(holders).not.toContain(id);
    },
  );

  const conflict = (who: { id: string }, family: { id: string }, ended: string | null) =>
    given.added('access.conflict_of_interest', {
      id: crypto.randomUUID(),
      account_id: who.id,
      family_id: family.id,
      declared_at: daysFromNow(-3),
      ended_at: ended,
    });

  scenario(
    {
      clause: CLAUSE,
      outcome: 'granted',
      that: 'whoever declared a conflict with a family and still has access to it is in the report',
    },
    async () => {
      await conflict(niamh, yarrow, null);
      const held = await found('CONFLICT_WITH_GRANT');
      // Another is related to the family that whoever draws it is related to as well.
      expect(held).toEqual([[niamh.id, null, 1]]);
    },
  );

  scenario(
    {
      clause: CLAUSE,
      outcome: 'denied',
      that: 'a conflict that is over is not, nor one with a family to which they have no access',
    },
    async () => {
      await conflict(niamh, yarrow, daysFromNow(-1));
      await conflict(rhona, bexley, null);
      const holders = (await found('CONFLICT_WITH_GRANT')).map(([one]) => one);
      // Of another, whose conflict with a family whose team they are in has ended.
      for (const { id } of [niamh, rhona, kwame]) expect(holders).not.toContain(id);
    },
  );

  /** Somebody overrides at a moment, and says at another why the family is not told. */
  const overrides = async (moments: readonly string[], explained: string) => {
    const about = [await known(database().owner, yarrow.persons.jack)];
    for (const moment of moments) {
      at(moment);
      const night = protector(scene.gate(), greer);
      const { override, revision } = await night.does<Overridden>(
        'overrideForSafeguarding',
        overrideOf(about, greer, { hours: 1 }),
        OVERRIDE_CHANGED,
      );
      at(explained);
      await protector(scene.gate(), greer).does(
        'explainOverride',
        { override, expectedRevision: revision, reason: 'It would put him in danger.' },
        'OverrideChanged { state }',
      );
    }
  };

  scenario(
    {
      clause: CLAUSE,
      outcome: 'granted',
      that: 'overrides at night and on days on which nobody works are in the report, each of them once, by whom',
    },
    async () => {
      const moments = ['2026-06-01T22:30:00Z', '2026-06-04T02:00:00Z', '2026-06-06T12:00:00Z'];
      await overrides(moments, '2026-06-08T23:00:00Z');
      expect(await drawn('OVERRIDES_OUT_OF_HOURS')).toEqual([[greer.id, null, 3]]);
    },
  );

  scenario(
    {
      clause: CLAUSE,
      outcome: 'denied',
      that: 'an override in working hours is not, whenever it is explained; nor does whoever overrides give access to themselves',
    },
    async () => {
      await overrides(['2026-06-09T10:00:00Z'], '2026-06-09T22:30:00Z');
      const day = { from: '2026-06-09T00:00:00Z', until: '2026-06-10T00:00:00Z' };
      expect(await drawn('OVERRIDES_OUT_OF_HOURS', day)).toEqual([]);
      for (const kind of ['SELF_GRANTED', 'GRANTS_OUT_OF_HOURS'])
        expect((await drawn(kind)).map(([one]) => one)).not.toContain(greer.id);
    },
  );

  const approved = (holder: { id: string }, by: { id: string }, from: string) =>
    given.added('access.justification', {
      ...healthJustification({
        holder,
        person: yarrow.persons.jack,
        episode: yarrow.episodes.current,
      }),
      id: crypto.randomUUID(),
      approved_by: by.id,
      starts_at: from,
      expires_at: '2026-12-01T00:00:00Z',
      revision: 1,
    });
  const pair = [kwame.id, grace.id].sort();

  scenario(
    {
      clause: CLAUSE,
      outcome: 'granted',
      that: 'two who approved what the other wrote are in the report, however long before the first of them did',
    },
    async () => {
      for (const [first, then] of [
        [kwame, grace],
        [grace, kwame],
      ] as const) {
        await approved(first, then, '2026-03-01T10:00:00Z');
        await approved(then, first, '2026-06-01T10:00:00Z');
        expect(await found('APPROVED_EACH_OTHER')).toEqual([[...pair, 1]]);
        await given.restore();
        await grant(first, then, { starts_at: '2026-03-01T10:00:00Z' });
        await grant(then, first);
        expect(await found('GRANTED_TO_EACH_OTHER')).toContainEqual([...pair, 1]);
        await given.restore();
      }
    },
  );

  scenario(
    {
      clause: CLAUSE,
      outcome: 'denied',
      that: 'who approved for another that approved for a third is not, nor two who did so in another time',
    },
    async () => {
      await approved(kwame, grace, '2026-06-01T10:00:00Z');
      await approved(grace, niamh, '2026-06-01T10:00:00Z');
      expect(await found('APPROVED_EACH_OTHER')).toEqual([]);
      await approved(grace, kwame, '2026-06-02T10:00:00Z');
      const [before, after] = ['2026-06-01T00:00:00Z', '2026-06-03T00:00:00Z'];
      expect(await found('APPROVED_EACH_OTHER', { ...PERIOD, until: before })).toEqual([]);
      expect(await found('APPROVED_EACH_OTHER', { ...PERIOD, from: after })).toEqual([]);
    },
  );

  /** Somebody of that name reads of the family. */
  const readsAs = async (
    who: typeof tom | typeof grace,
    name: string,
    read: { readonly current: { readonly reference: string } } = yarrow.episodes,
  ) => {
    await given.changed('partners.practitioner', { id: who.id }, { name });
    const { body } = await reader(who).asks(
      `{ episode(reference: "${read.current.reference}") { status } }`,
    );
    expect(body.data.episode).not.toBeNull();
  };
  /** The same, of some of the family alone, as the ledger keeps it. */
  const readOnly = async (who: typeof tom | typeof grace, name: string, ids: object) => {
    await given.changed('partners.practitioner', { id: who.id }, { name });
    const release = {
      id: crypto.randomUUID(),
      at: clock.now(),
      contract: 'records',
      account_id: who.id,
      agency_id: who.agency.id,
      purpose: 'UNDERSTAND_NEEDS',
      policy_versions: [1],
      operation_hash: 'a'.repeat(64),
      coordinates: {},
      explained: [],
      told: [],
    };
    const none = { grants: [], justifications: [], persons: [], families: [], episodes: [] };
    await database().owner.run({
      text: `INSERT INTO ledger.release SELECT * FROM jsonb_populate_record(NULL::ledger.release, $1::text::jsonb)`,
      values: [JSON.stringify({ ...release, ...none, ...ids })],
    });
  };
  const called = (familyName: string, { id } = yarrow.persons.vera) =>
    given.changed('families.person', { id }, { family_name: familyName });

  scenario(
    {
      clause: CLAUSE,
      outcome: 'granted',
      that: 'whoever read of a family that is called as they are is in the report, with how many such families: however the name is written, and one of two names is enough',
    },
    async () => {
      await called('Sørensen de la Çruz');
      await called('Do', yarrow.persons.jack);
      at('2026-06-15T10:00:00Z');
      await readsAs(grace, 'Grace Lynch-CRUZ');
      await readOnly(niamh, 'Niamh van SÖRENSEN', { persons: [yarrow.persons.jack.id] });
      await readOnly(kwame, 'Kwame Cruz Abu', { families: [yarrow.id] });
      await readsAs(rhona, 'Yarrow Rhona do\u0301');
      clock.set(COUNTY_NOW);
      const { findings, text } = await draws(dorothea);
      expect(of(findings, 'FAMILIES_OF_OWN_NAME').toSorted()).toEqual(
        [grace, niamh, kwame, rhona].map(({ id }) => [id, null, 1]).toSorted(),
      );
      for (const { id, reference } of [yarrow.episodes.current, okafor.episodes.current])
        for (const hidden of [id, reference, yarrow.id, 'Sørensen'])
          expect(text).not.toContain(hidden);
      await relates(scene, dorothea, yarrow);
      expect(await found('FAMILIES_OF_OWN_NAME')).toEqual([]);
    },
  );

  scenario(
    {
      clause: CLAUSE,
      outcome: 'denied',
      that: 'who has their name as a first name is not, nor a part of it, nor “van” or “de” alone, nor who read nothing of the family in that time',
    },
    async () => {
      const day = { from: '2026-06-12T00:00:00Z', until: '2026-06-13T00:00:00Z' };
      await called('van de Yarrow');
      at('2026-06-12T10:00:00Z');
      await readsAs(grace, 'Yarrow Lynch');
      await readsAs(niamh, 'Niamh Yarrowby');
      await readsAs(kwame, 'Kwame van de Velde');
      await readsAs(rhona, 'Rhona Yarrow', gresham.episodes);
      at('2026-06-11T10:00:00Z');
      await readsAs(tom, 'Tom Yarrow');
      expect(await drawn('FAMILIES_OF_OWN_NAME', day)).toEqual([]);
    },
  );
}
