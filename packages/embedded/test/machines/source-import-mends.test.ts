import { cast } from '@postern/sample-county';
import { afterEach, describe, expect, test } from 'vitest';
import type { Answered } from '../county-fixture.ts';
import { daysFromNow } from '../scenarios/vocabulary/county-words.ts';
import { familiesFire } from '../scenarios/vocabulary/due-work.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import type { Sent } from '../scenarios/vocabulary/source-import.ts';
import { Importing, sentItem } from '../scenarios/vocabulary/source-import.ts';
import { expectChain, recordedOf } from './walking.ts';

const { caspar, halima, desmond, evander, rhona, grace: colleague } = cast.practitioners;
const { okafor } = cast.families;
const { chidi, ada, emeka } = okafor.persons;
const scene = setScene();
const importing = new Importing(scene);
const owner = () => scene.database().owner;
afterEach(() => importing.clears());

const OVER = `UPDATE families.import_batch SET received_on = '2025-06-17'; UPDATE families.import_item SET received_on = '2025-06-17';`;
const isOver = async (): Promise<void> => {
  await owner().script(OVER);
  await familiesFire(scene, ['IMPORT_POOL_OVER']);
};
const movesOf = async (subject: string): Promise<readonly string[]> => {
  const steps = await recordedOf(owner(), subject);
  expectChain(steps);
  return steps.map(({ move }) => move);
};
async function matched(sent: Sent, who = caspar, source = 'SCHOOL_CENSUS'): Promise<string> {
  const item = await importing.receives(who, source, sent);
  await importing.decides(item, { decision: 'MATCH', person: chidi.id });
  return item;
}

describe('what was matched is put right after its twelve months', () => {
  test('whoever matches takes it off, by the item or by the entry that it became', async () => {
    const item = await matched(await importing.about(chidi));
    await isOver();
    const [entry] = await importing.entriesOf(chidi);
    expect(await importing.takesBack(item, 1)).toMatchObject({
      code: 'REVISION_PASSED',
      revision: 2,
    });
    expect(await importing.takesBack(entry.id, 2)).toEqual({ item, state: null, revision: null });
    expect(await importing.entriesOf(chidi)).toEqual([]);
    expect(await importing.takesBack(item, 2)).toMatchObject({ code: 'RECORD_UNKNOWN' });
    expect(await movesOf(item)).toEqual(['RECEIVE', 'MATCH', 'LEAVE_POOL', 'TAKE_OFF']);
  });

  test('so before the timer has come by, and its source may, too', async () => {
    const sent = await importing.about(chidi);
    const item = await matched(sent);
    const other = await importing.about(chidi);
    await matched(other);
    await owner().script(OVER);
    expect(await importing.takesBack(item, 2)).toEqual({ item, state: null, revision: null });
    expect(await importing.withdraws(caspar, 'SCHOOL_CENSUS', other.reference)).toEqual({
      withdrawn: true,
    });
    expect(await importing.entriesOf(chidi)).toEqual([]);
  });

  test('its source withdraws it, and nobody else’s', async () => {
    const sent = await importing.about(chidi);
    const item = await matched(sent);
    await isOver();
    await importing.speaksFor(evander);
    for (const [who, source, reference] of [
      [caspar, 'SCHOOL_CENSUS', 'another'],
      [evander, 'WORK_AND_PENSIONS', sent.reference],
    ] as const)
      expect(await importing.withdraws(who, source, reference)).toMatchObject({
        code: 'RECORD_UNKNOWN',
      });
    expect(await importing.entriesOf(chidi)).toHaveLength(1);
    await importing.withdraws(caspar, 'SCHOOL_CENSUS', sent.reference);
    expect(await importing.entriesOf(chidi)).toEqual([]);
    expect(await movesOf(item)).toEqual(['RECEIVE', 'MATCH', 'LEAVE_POOL', 'WITHDRAW']);
  });

  test('sent again it stands once, as it says now; of somebody else it is off, and waits', async () => {
    const sent = await importing.about(chidi);
    const item = await matched(sent);
    await isOver();
    const none = { added: 0, amended: 0, unchanged: 0, refused: [] };
    expect(await importing.sends(caspar, 'SCHOOL_CENSUS', [sent])).toEqual({
      ...{ ...none, unchanged: 1 },
    });
    expect(await importing.sends(caspar, 'SCHOOL_CENSUS', [{ ...sent, percentage: 12 }])).toEqual({
      ...{ ...none, amended: 1 },
    });
    expect(await importing.entriesOf(chidi)).toMatchObject([{ percentage: 12, revision: 2 }]);
    expect((await importing.pool()).items).toEqual([]);
    const other = await importing.about(ada, { reference: sent.reference });
    expect(await importing.sends(caspar, 'SCHOOL_CENSUS', [other])).toEqual({
      ...{ ...none, added: 1 },
    });
    expect(await importing.entriesOf(chidi)).toEqual([]);
    const anew = await importing.itemOf(sent.reference);
    expect(await importing.inPool(anew)).toMatchObject({ state: 'WAITING', revision: 1 });
    expect(await movesOf(item)).toEqual(['RECEIVE', 'MATCH', 'LEAVE_POOL', 'TAKE_OFF']);
  });

  test('not by another organisation than the law names, nor by who is related to the family', async () => {
    await importing.speaksFor(evander);
    const about = await importing.about(chidi, { kind: 'FINANCE', percentage: null });
    const locked = await matched(about, evander, 'WORK_AND_PENSIONS');
    const item = await matched(await importing.about(chidi));
    await isOver();
    expect(await importing.takesBack(locked, 2, desmond)).toMatchObject({ code: 'RECORD_UNKNOWN' });
    await scene.given.added('access.conflict_of_interest', {
      id: crypto.randomUUID(),
      account_id: halima.id,
      family_id: okafor.id,
      declared_at: daysFromNow(-1),
    });
    expect(await importing.takesBack(item, 2)).toMatchObject({ code: 'RECORD_UNKNOWN' });
    expect(await importing.entriesOf(chidi)).toHaveLength(2);
  });
});

test('every writing of what was imported is kept with who wrote it; what it said goes when it is taken off', async () => {
  const sent = await importing.about(chidi);
  const item = await matched(sent);
  await scene.given.added('access.role_holding', {
    id: crypto.randomUUID(),
    account_id: colleague.id,
    role: 'CONTACT_OFFICER',
    starts_at: daysFromNow(-1),
  });
  await importing.sends(colleague, 'SCHOOL_CENSUS', [{ ...sent, percentage: 12 }]);
  const [entry] = await owner().run<Answered>({
    text: `SELECT id, changed_by AS "changedBy", recorded_by AS "recordedBy" FROM families.person_entry WHERE id = (SELECT entry_id FROM families.import_item WHERE id = $1)`,
    values: [item],
  });
  expect(entry).toMatchObject({ changedBy: colleague.id, recordedBy: caspar.id });
  const versions = (): Promise<readonly Answered[]> =>
    owner().run({
      text: `SELECT type, revision, was, changed_by AS "by" FROM families.entry_version WHERE item_id = $1 ORDER BY position`,
      values: [entry?.['id']],
    });
  const type = 'AttendanceRecord';
  expect(await versions()).toEqual([
    { type, revision: 1, was: null, by: halima.id },
    { type, revision: 2, was: { percentage: 71 }, by: colleague.id },
  ]);
  await importing.takesBack(item, 3);
  expect(await versions()).toEqual([
    { type, revision: 1, was: null, by: halima.id },
    { type, revision: 2, was: {}, by: colleague.id },
    { type, revision: 3, was: {}, by: halima.id },
  ]);
});

describe('what protects one record of a person protects each', () => {
  const found = async (): Promise<readonly Answered[]> =>
    importing.proposals(
      await importing.receives(caspar, 'SCHOOL_CENSUS', await importing.about(chidi)),
    );
  // A record of the same person, in no family of hers.
  const other = { id: crypto.randomUUID() };
  const merged = async (): Promise<void> => {
    await scene.given.added('families.person', { id: other.id, given_name: 'Chid' });
    await scene.given.added('families.person_merge', {
      id: crypto.randomUUID(),
      kept_id: chidi.id,
      merged_id: other.id,
      state: 'MERGED',
      evidence: 'Seen.',
      proposed_by: halima.id,
      proposed_at: daysFromNow(-1),
      decided_by: rhona.id,
      decided_at: daysFromNow(-1),
    });
  };
  const provenance = {
    recorded_by: halima.id,
    agency_id: halima.agency.id,
    recorded_at: daysFromNow(-1),
    nature: 'FACT',
  };
  const id = () => crypto.randomUUID();
  const protections: Readonly<Record<string, () => Promise<unknown>>> = {
    'a protected name': () =>
      scene.given.added('families.person_name', {
        ...{ id: id(), person_id: other.id, kind: 'FORMER', family_name: 'Obi', protected: true },
        ...provenance,
      }),
    'an adoption': () =>
      scene.given.added('families.adoption_link', {
        ...{ id: id(), before_id: other.id, since_id: emeka.id, adopted_on: '2025-01-01' },
        ...{ sealed_by: halima.id, sealed_at: daysFromNow(-1) },
      }),
    'a death': () =>
      scene.given.changed('families.person', { id: other.id }, { deceased_on: '2026-01-01' }),
    'the matcher’s relation': () =>
      scene.given.added('access.conflict_of_interest', {
        ...{ id: id(), account_id: halima.id, family_id: elsewhere.id },
        declared_at: daysFromNow(-1),
      }),
  };
  const elsewhere = cast.families.wraxall;
  afterEach(() =>
    owner().run({
      text: 'DELETE FROM families.family_member WHERE person_id = $1',
      values: [other.id],
    }),
  );

  for (const [what, protect] of Object.entries(protections))
    test(`${what} of a record that is found under theirs: nobody is proposed`, async () => {
      await merged();
      await owner().run({
        text: `INSERT INTO families.family_member (family_id, person_id, relationship, started_on) VALUES ($1, $2, 'CHILD', '2025-01-01')`,
        values: [elsewhere.id, other.id],
      });
      expect(await found()).toHaveLength(1);
      await protect();
      const proposals = await found();
      // Of who is related to the family the item itself is not there.
      expect(Array.isArray(proposals) ? proposals : [proposals]).toEqual(
        Array.isArray(proposals) ? [] : [expect.objectContaining({ code: 'RECORD_UNKNOWN' })],
      );
    });

  test('an address that is hidden from anybody agrees with none', async () => {
    const [lives] = await owner().run<{ household: string; address: string }>({
      text: `SELECT lived.household_id AS household, lived.id AS address FROM families.household_member lives JOIN families.household_address lived USING (household_id)
        WHERE lives.person_id = $1 AND lived.uprn = '999000000014'`,
      values: [chidi.id],
    });
    const agrees = async (): Promise<unknown> => {
      const about = await importing.about(chidi, { uprn: '999000000014' });
      const item = await importing.receives(caspar, 'SCHOOL_CENSUS', about);
      const [proposal] = await importing.proposals(item);
      return proposal.agrees;
    };
    expect(await agrees()).toEqual(['NAME', 'DATE_OF_BIRTH', 'ADDRESS']);
    for (const hidden of [lives?.address, lives?.household]) {
      const restriction = crypto.randomUUID();
      await scene.given.added('access.restriction', {
        ...{ id: restriction, protected_person_id: ada.id, family_id: okafor.id, item_id: hidden },
        ...{ coordinates: ['Address.line'], hidden_from_agency_id: rhona.agency.id },
        starts_at: daysFromNow(-1),
      });
      expect(await agrees()).toEqual(['NAME', 'DATE_OF_BIRTH']);
      await scene.given.changed(
        'access.restriction',
        { id: restriction },
        { ends_at: daysFromNow(-0.5) },
      );
      expect(await agrees()).toEqual(['NAME', 'DATE_OF_BIRTH', 'ADDRESS']);
    }
  });
});

test('that a family was made known and is no more, and what views were stated and ended, is on the record of steps', async () => {
  const home = { uprn: '999000000999' };
  const sent = sentItem(home);
  const item = await importing.receives(caspar, 'SCHOOL_CENSUS', sent);
  const other = await importing.receives(caspar, 'SCHOOL_CENSUS', sentItem());
  const { link } = await importing.links(item, other);
  const { link: second } = await importing.links(other, item);
  await importing.unlinks(link);
  expect(await importing.unlinks(link)).toMatchObject({ code: 'RECORD_UNKNOWN' });
  expect(await movesOf(link)).toEqual(['LINK', 'END']);
  await scene.given.changed('access.figure', { name: 'PROGRAMME_CRITERIA' }, { value: 1 });
  await importing.makesKnown(item);
  const [made] = await owner().run<{ id: string }>({
    text: 'SELECT candidate_id AS id FROM families.import_item WHERE id = $1',
    values: [item],
  });
  await importing.withdraws(caspar, 'SCHOOL_CENSUS', sent.reference);
  expect(await movesOf(made?.id ?? 'none')).toEqual(['MAKE', 'UNMAKE']);
  expect(await movesOf(second)).toEqual(['LINK', 'END']);
  expect((await recordedOf(owner(), second)).at(-1)).toMatchObject({
    actor: caspar.id,
    onBehalfOf: 'AGENCY',
  });
});
