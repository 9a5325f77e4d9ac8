import { cast } from '@postern/sample-county';
import { afterEach, describe, expect, test } from 'vitest';
import type { Answered } from '../county-fixture.ts';
import { daysFromNow } from '../scenarios/vocabulary/county-words.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { Importing, sentItem } from '../scenarios/vocabulary/source-import.ts';

const { caspar, halima, rhona } = cast.practitioners;
const { chidi, ada, emeka } = cast.families.okafor.persons;
const scene = setScene();
const importing = new Importing(scene);
const _owner = () => scene.database().owner;
afterEach(() => importing.clears());

describe('nobody is proposed', () => {
  const found = async (person: { readonly id: string }): Promise<readonly unknown[]> =>
    importing.proposals(
      await importing.receives(caspar, 'SCHOOL_CENSUS', await importing.about(person)),
    );

  test('who was adopted, in either family', async () => {
    const { wren } = cast.families.merriweather.persons;
    const { skye } = cast.families.wraxall.persons;
    expect(await found(wren)).toEqual([]);
    expect(await found(skye)).toHaveLength(1);
    await scene.given.added('families.adoption_link', {
      id: crypto.randomUUID(),
      before_id: skye.id,
      since_id: wren.id,
      adopted_on: '2025-01-01',
      sealed_by: halima.id,
      sealed_at: daysFromNow(-1),
    });
    expect(await found(skye)).toEqual([]);
  });

  test('who has a protected name, or is known under another record by now', async () => {
    expect(await found(emeka)).toHaveLength(1);
    const id = crypto.randomUUID();
    await scene.given.added('families.person_name', {
      id,
      person_id: emeka.id,
      kind: 'FORMER',
      family_name: 'Obi',
      protected: true,
      recorded_by: halima.id,
      agency_id: halima.agency.id,
      recorded_at: daysFromNow(-1),
      nature: 'FACT',
    });
    expect(await found(emeka)).toEqual([]);
    await scene.given.changed('families.person_name', { id }, { protected: false });
    expect(await found(emeka)).toHaveLength(1);
    await scene.given.added('families.person_merge', {
      id: crypto.randomUUID(),
      kept_id: chidi.id,
      merged_id: emeka.id,
      state: 'MERGED',
      evidence: 'Seen.',
      proposed_by: halima.id,
      proposed_at: daysFromNow(-1),
      decided_by: rhona.id,
      decided_at: daysFromNow(-1),
    });
    expect(await found(emeka)).toEqual([]);
  });

  test('whom a safety measure protects', async () => {
    expect(await found(emeka)).toHaveLength(1);
    await scene.given.added('access.restriction', {
      id: crypto.randomUUID(),
      protected_person_id: emeka.id,
      family_id: cast.families.okafor.id,
      coordinates: ['Address.line'],
      hidden_from_agency_id: rhona.agency.id,
      starts_at: daysFromNow(-1),
    });
    expect(await found(emeka)).toEqual([]);
  });

  test('who has a right exercised, or has died', async () => {
    await scene.given.added('access.processing_restriction', {
      id: crypto.randomUUID(),
      person_id: emeka.id,
      coordinates: ['Person.employment'],
      starts_at: daysFromNow(-1),
    });
    expect(await found(emeka)).toEqual([]);
    await scene.given.changed('families.person', { id: ada.id }, { deceased_on: '2026-01-01' });
    expect(await found(ada)).toEqual([]);
  });

  test('of a family that keeps the matcher’s agency out', async () => {
    expect(await found(emeka)).toHaveLength(1);
    await scene.given.added('access.exclusion', {
      id: crypto.randomUUID(),
      episode_id: cast.families.okafor.episodes.current.id,
      agency_id: halima.agency.id,
      scope: 'WHOLE_AGENCY',
      coordinates: [],
      starts_at: daysFromNow(-1),
    });
    expect(await found(emeka)).toEqual([]);
  });

  test('who keeps the matcher’s agency from themselves, and others of the family do not', async () => {
    await scene.given.added('access.withheld_person', {
      id: crypto.randomUUID(),
      episode_id: cast.families.okafor.episodes.current.id,
      person_id: emeka.id,
      agency_id: halima.agency.id,
      starts_at: daysFromNow(-1),
    });
    expect(await found(emeka)).toEqual([]);
    expect(await found(chidi)).toHaveLength(1);
  });

  test('to whoever is related to the family: the items are not there for them either', async () => {
    const item = await importing.receives(caspar, 'SCHOOL_CENSUS', await importing.about(chidi));
    const other = await importing.receives(caspar, 'SCHOOL_CENSUS', sentItem());
    await importing.decides(item, { decision: 'MATCH', person: chidi.id });
    await scene.given.added('access.conflict_of_interest', {
      id: crypto.randomUUID(),
      account_id: halima.id,
      family_id: cast.families.okafor.id,
      declared_at: daysFromNow(-1),
    });
    const sent = await importing.receives(caspar, 'SCHOOL_CENSUS', await importing.about(emeka));
    const { items } = await importing.pool();
    expect(items.map((each: Answered) => each.item)).toEqual([other]);
    for (const hidden of [item, sent]) {
      expect(await importing.proposals(hidden)).toMatchObject({ code: 'RECORD_UNKNOWN' });
      expect(await importing.group(hidden)).toMatchObject({ code: 'RECORD_UNKNOWN' });
      expect(await importing.makesKnown(hidden)).toMatchObject({ code: 'RECORD_UNKNOWN' });
      expect(await importing.takesBack(hidden, 2)).toMatchObject({ code: 'RECORD_UNKNOWN' });
    }
  });
});
