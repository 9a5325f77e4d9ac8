import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered } from '../../county-fixture.ts';
import { carriedOut } from '../../machines/commands.ts';
import { enumOf, People } from '../vocabulary/people.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, prue } = cast.practitioners;
const { quantock } = cast.families;

const SHOWN = '... on PersonMergeChanged { merge state revision }';
const REASON = 'Same day of birth, same school.';

/** The records before and since an adoption: nobody brings them under one, and nobody is told why. */
export function sealedPairScenarios(scene: Scene): void {
  const people = new People(scene);
  const recorded = (familyName: string): Promise<Answered> =>
    people.person(tom, 'recordPerson', {
      episode: quantock.episodes.current.id,
      person: { givenName: 'Wren', familyName, dateOfBirth: '2018-04-05' },
      relationship: enumOf('CHILD'),
      since: '2026-06-01',
    });
  const seals = (before: Answered, since: Answered): Promise<Answered> =>
    people.sends(
      tom,
      'recordAdoption',
      { before: before.id, since: since.id, adoptedOn: '2026-06-10' },
      '... on AdoptionChanged { sealed }',
    );
  const proposes = (kept: Answered, merged: Answered): Promise<Answered> =>
    people.sends(
      tom,
      'proposePersonMerge',
      { kept: kept.id, merged: merged.id, evidence: REASON },
      SHOWN,
    );
  const decides = ({ merge, revision }: Answered, decision = 'MERGE'): Promise<Answered> =>
    people.sends(
      prue,
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
  const merges = async (kept: Answered, merged: Answered): Promise<Answered> =>
    carriedOut(await decides(carriedOut(await proposes(kept, merged))));

  scenario(
    {
      clause: 'STA-5.1b',
      outcome: 'granted',
      that: 'a record since an adoption is merged with another of the same child as any other is',
    },
    async () => {
      const [before, since, twin] = [
        await recorded('Quantock'),
        await recorded('Hale'),
        await recorded('Hayle'),
      ];
      carriedOut(await seals(before, since));
      expect((await merges(since, twin)).state).toBe('MERGED');
    },
  );

  scenario(
    {
      clause: 'STA-5.1b',
      outcome: 'denied',
      that: 'records before and since an adoption are not merged, be it by a third or by what was proposed before; the refusal is that of a record under another already',
    },
    async () => {
      const [before, since, third, fourth] = [
        await recorded('Quantock'),
        await recorded('Rowe'),
        await recorded('Roe'),
        await recorded('Row'),
      ];
      const early = carriedOut(await proposes(before, since));
      carriedOut(await seals(before, since));
      const refused = await decides(early);
      const ofOthers = async (): Promise<Answered> => {
        await merges(fourth, third);
        return proposes(since, third);
      };
      const usual = await ofOthers();
      expect(usual).toMatchObject({ code: 'STEP_NOT_POSSIBLE', about: ['MERGED'] });
      expect(refused).toEqual(usual);
      expect(carriedOut(await decides(early, 'REFUSE')).state).toBe('REFUSED');
      for (const [kept, merged] of [
        [before, since],
        [since, before],
      ] as const) {
        expect(await proposes(kept, merged)).toEqual(usual);
        await people.writesNothing('STEP_NOT_POSSIBLE', tom, 'proposePersonMerge', {
          kept: kept.id,
          merged: merged.id,
          evidence: REASON,
        });
      }
      // A third leads from the one to the other no more than they do themselves.
      const byThird = carriedOut(await proposes(fourth, since));
      await merges(fourth, before);
      expect(await decides(byThird)).toEqual(usual);
      expect(await proposes(fourth, since)).toEqual(usual);
      // What is found under one is not sealed as two.
      const [one, other] = [await recorded('Lowe'), await recorded('Low')];
      await merges(one, other);
      expect((await seals(one, other)).code).toBe('STEP_NOT_POSSIBLE');
      expect((await seals(other, one)).code).toBe('STEP_NOT_POSSIBLE');
    },
  );
}
