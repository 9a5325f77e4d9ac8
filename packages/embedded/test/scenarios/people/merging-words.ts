import { cast } from '@postern/sample-county';
import { expect } from 'vitest';
import type { Answered } from '../../county-fixture.ts';
import { carriedOut } from '../../machines/commands.ts';
import { enumOf, People } from '../vocabulary/people.ts';
import { Recording } from '../vocabulary/recording.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, rhona, gideon } = cast.practitioners;
const { quantock } = cast.families;
const { child } = quantock.persons;
const episode = quantock.episodes.current;

export const SHOWN = '... on PersonMergeChanged { merge state revision kept { id } merged { id } }';
export const REASON = 'Same name, same day of birth, same school.';

/** A second record of one child, and what is proposed, decided and undone about the two. */
export function merging(scene: Scene) {
  const people = new People(scene);
  const recording = new Recording(scene);

  const duplicate = (): Promise<Answered> =>
    people.person(tom, 'recordPerson', {
      episode: episode.id,
      person: { givenName: 'Fergie', familyName: 'Quantock' },
      relationship: enumOf('CHILD'),
      since: '2026-06-01',
    });
  const noted = (person: { readonly id: string }, words: string): Promise<Answered> =>
    recording.writes(
      tom,
      'recordPersonEntry',
      'voice',
      {
        episode: episode.id,
        person: person.id,
        entry: { voice: { words } },
        nature: enumOf('OPINION'),
      },
      'words',
    );
  const proposed = async (merged: { readonly id: string }): Promise<Answered> =>
    carriedOut(
      await people.sends(
        tom,
        'proposePersonMerge',
        { kept: child.id, merged: merged.id, evidence: REASON },
        SHOWN,
      ),
    );
  const decides = (
    who: Parameters<People['sends']>[0],
    { merge, revision }: Answered,
    decision = 'MERGE',
  ): Promise<Answered> =>
    people.sends(
      who,
      'decidePersonMerge',
      {
        merge,
        expectedRevision: revision,
        decision: enumOf(decision),
        reason: REASON,
        idempotencyKey: undefined,
      },
      SHOWN,
    );
  const parts = (
    { merge, revision }: Answered,
    entries: readonly { readonly entry: string; readonly person: string }[],
  ): Promise<Answered> =>
    people.sends(
      gideon,
      'unmergePersons',
      {
        merge,
        expectedRevision: revision,
        entries,
        reason: 'A cousin of the same name.',
        idempotencyKey: undefined,
      },
      SHOWN,
    );
  const listedTo = async (who: Parameters<People['sends']>[0]): Promise<readonly Answered[]> => {
    const { body } = await scene
      .reader(who)
      .for('COORDINATE_SUPPORT')
      .asks(
        '{ personMerges { merge state evidence kept { id } merged { id } proposedBy { id } decidedBy { id } } }',
      );
    expect(body.errors).toBeUndefined();
    return body.data.personMerges;
  };
  const wordsOf = async (person: { readonly id: string }): Promise<readonly string[]> =>
    (await people.reads(rhona, person, 'voice { words }')).voice
      .map(({ words }: Answered) => words)
      .toSorted();

  return { people, recording, duplicate, noted, proposed, decides, parts, listedTo, wordsOf };
}
