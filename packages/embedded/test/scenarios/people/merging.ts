import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered } from '../../county-fixture.ts';
import { carriedOut } from '../../machines/commands.ts';
import { enumOf } from '../vocabulary/people.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { merging, REASON, SHOWN } from './merging-words.ts';

const { tom, rhona, prue, gideon, callum } = cast.practitioners;
const { quantock, okafor, ashdown } = cast.families;
const { imelda: mother } = cast.familyAccounts;
const { child } = quantock.persons;
const _episode = quantock.episodes.current;

/** Two records that turn out to be of one person, and to be of two after all. */
export function mergingScenarios(scene: Scene): void {
  const { people, duplicate, noted, proposed, decides, parts, listedTo, wordsOf } = merging(scene);

  scenario(
    {
      clause: 'SHR-3.2a',
      outcome: 'granted',
      that: 'two records of one person are found under the one that stays once a second person of the host said so; parted, each has its own again',
    },
    async () => {
      const other = await duplicate();
      await noted(other, 'I have two bikes.');
      const before = await wordsOf(child);
      const proposal = await proposed(other);
      expect(proposal).toMatchObject({ state: 'PROPOSED', revision: 1 });
      expect(await wordsOf(child)).toEqual(before);
      expect(await listedTo(prue)).toContainEqual({
        merge: proposal.merge,
        state: 'PROPOSED',
        evidence: REASON,
        kept: { id: child.id },
        merged: { id: other.id },
        proposedBy: { id: tom.id },
        decidedBy: null,
      });
      // By what it was seen may be more than the team may read.
      expect(await listedTo(rhona)).toContainEqual(
        expect.objectContaining({ merge: proposal.merge, evidence: null }),
      );
      expect(await listedTo(callum)).toEqual([]);
      const merged = carriedOut(await decides(prue, proposal));
      expect(merged).toMatchObject({
        state: 'MERGED',
        revision: 2,
        kept: { id: child.id },
        merged: { id: other.id },
      });
      expect(await wordsOf(child)).toEqual([...before, 'I have two bikes.'].toSorted());
      const linked = 'alsoRecordedAs { id givenName } recordedUnder { id }';
      expect(await people.reads(rhona, child, linked)).toMatchObject({
        alsoRecordedAs: [{ id: other.id, givenName: 'Fergie' }],
        recordedUnder: null,
      });
      expect(await people.reads(rhona, other, linked)).toMatchObject({
        alsoRecordedAs: [],
        recordedUnder: { id: child.id },
      });

      scene.clock.set(new Date('2026-06-17T11:00:00Z'));
      const ours = await noted(child, 'Mine, since.');
      const theirs = await noted(child, 'The cousin’s, since.');
      const parted = carriedOut(
        await parts(merged, [
          { entry: ours.id, person: child.id },
          { entry: theirs.id, person: other.id },
        ]),
      );
      expect(parted).toMatchObject({ state: 'UNMERGED', revision: 3 });
      expect(await wordsOf(child)).toEqual([...before, 'Mine, since.'].toSorted());
      expect(await wordsOf(other)).toEqual(['I have two bikes.', 'The cousin’s, since.']);
      expect(await people.reads(rhona, child, linked)).toMatchObject({ alsoRecordedAs: [] });
      const steps = await scene.database().owner.run<{ move: string; by: string }>({
        text: 'SELECT move, actor_id AS "by" FROM partners.access_event WHERE subject_id = $1 ORDER BY position',
        values: [merged.merge],
      });
      expect(steps).toEqual([
        { move: 'PROPOSE', by: tom.id },
        { move: 'MERGE', by: prue.id },
        { move: 'UNMERGE', by: gideon.id },
      ]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.2a',
      outcome: 'denied',
      that: 'nobody merges alone, whom they do not both keep, or whom they do not both see; and what was there before is assigned to nobody else',
    },
    async () => {
      const other = await duplicate();
      const old = await noted(other, 'Before anything was merged.');
      const given = { kept: child.id, merged: other.id, evidence: REASON };
      await people.writesNothing('RECORDING_NOT_PERMITTED', rhona, 'proposePersonMerge', given);
      await people.writesNothing('RECORD_UNKNOWN', callum, 'proposePersonMerge', given);
      await people.writesNothing('RECORD_UNKNOWN', prue, 'proposePersonMerge', {
        ...given,
        merged: okafor.persons.ada.id,
      });
      await people.writesNothing('ARGUMENT_INVALID', tom, 'proposePersonMerge', {
        ...given,
        merged: child.id,
      });
      const own = carriedOut(await people.sends(prue, 'proposePersonMerge', given, SHOWN));
      expect((await decides(prue, own)).code).toBe('SECOND_PERSON');
      expect((await decides(tom, own)).code).toBe('ROLE_NOT_PERMITTED');
      expect((await people.sends(tom, 'proposePersonMerge', given, SHOWN)).about).toEqual([
        'PROPOSED',
      ]);
      expect((await decides(gideon, { ...own, revision: 2 })).code).toBe('REVISION_PASSED');
      expect((await parts(own, [])).code).toBe('STEP_NOT_POSSIBLE');
      const merged = carriedOut(await decides(gideon, own));
      expect((await decides(gideon, merged)).code).toBe('STEP_NOT_POSSIBLE');
      scene.clock.set(new Date('2026-06-17T11:00:00Z'));
      for (const entry of [old.id, okafor.episodes.current.id])
        expect((await parts(merged, [{ entry, person: child.id }])).code).toBe(
          entry === old.id ? 'ARGUMENT_INVALID' : 'RECORD_UNKNOWN',
        );
      carriedOut(await parts(merged, []));
      const refused = await proposed(other);
      expect(carriedOut(await decides(gideon, refused, 'REFUSE')).state).toBe('REFUSED');
      expect(await wordsOf(other)).toEqual(['Before anything was merged.']);
    },
  );

  scenario(
    {
      clause: 'SHR-3.2a',
      outcome: 'denied',
      that: 'of what was proposed side by side nothing is merged by which a record would stand under one that stands under another',
    },
    async () => {
      const [second, third, fourth] = [await duplicate(), await duplicate(), await duplicate()];
      const proposes = async (kept: Answered, merged: Answered): Promise<Answered> =>
        carriedOut(
          await people.sends(
            tom,
            'proposePersonMerge',
            { kept: kept.id, merged: merged.id, evidence: REASON },
            SHOWN,
          ),
        );
      const first = await proposes(child, second);
      const chains = [
        await proposes(second, third),
        await proposes(fourth, second),
        await proposes(fourth, child),
      ];
      carriedOut(await decides(prue, first));
      for (const chain of chains) {
        const refused = await decides(prue, chain);
        expect([refused.code, refused.about]).toEqual(['STEP_NOT_POSSIBLE', ['MERGED']]);
      }
      expect((await people.kept(child)).merged).toEqual([second.id]);
      expect((await people.kept(fourth)).merged).toEqual([]);
    },
  );

  scenario(
    {
      clause: 'STA-3.1d',
      outcome: 'denied',
      that: 'whose death is recorded of one of two records signs in no more by the account of the other, merged before or since',
    },
    async () => {
      const { imelda } = ashdown.persons;
      const mine = '{ episodes(first: 1) { edges { node { id } } } }';
      const reader = scene.reader(mother).for('TRACK_OUTCOMES');
      expect((await reader.asks(mine)).body.data.episodes.edges).toHaveLength(1);
      const other = await people.person(
        tom,
        'recordPerson',
        {
          episode: ashdown.episodes.current.id,
          person: { givenName: 'Mel', familyName: 'Ashdown' },
          relationship: enumOf('MOTHER'),
          since: '2026-06-01',
        },
        'revision',
      );
      await people.person(tom, 'recordDeath', {
        id: other.id,
        expectedRevision: other.revision,
        diedOn: '2026-06-16',
        reason: 'Her sister rang.',
      });
      expect((await reader.asks(mine)).body.data.episodes.edges).toHaveLength(1);
      const proposal = carriedOut(
        await people.sends(
          tom,
          'proposePersonMerge',
          { kept: imelda.id, merged: other.id, evidence: REASON },
          SHOWN,
        ),
      );
      await scene.given.added('access.access_grant', {
        id: crypto.randomUUID(),
        account_id: prue.id,
        episode_id: ashdown.episodes.current.id,
        role: 'BUSINESS_SUPPORT',
        working_relationship: 'Keeps the records in order',
        granted_by: gideon.id,
        starts_at: '2026-06-01T00:00:00Z',
        basis: 'WORK',
        revision: 1,
      });
      carriedOut(await decides(prue, proposal));
      await reader.isRefused('ACCOUNT_NOT_ACTIVE', mine);
    },
  );
}
