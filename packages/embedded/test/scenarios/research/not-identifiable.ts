import { REFUSALS } from '@postern/errors';
import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered, Asking } from '../../county-fixture.ts';
import { carriedOut } from '../../machines/commands.ts';
import { Extracting } from '../vocabulary/extracting.ts';
import { enumOf } from '../vocabulary/recording.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { ignatius, dorothea, halima, esther } = cast.practitioners;
const { parent, child } = cast.families.nettlefold.persons;

/** What somebody is told of extracts when they ask what is held about them. */
export function notIdentifiableScenarios(scene: Scene): void {
  const ways = new Extracting(scene);

  const asks = async (
    who: Asking,
    person: string,
    purpose: 'COORDINATE_SUPPORT' | 'RIGHTS' = 'RIGHTS',
  ): Promise<Answered> => {
    const { body } = await scene
      .reader(who)
      .for(purpose)
      .asks(`{ personInExtracts(person: "${person}") { extract standing code tell } }`);
    return body.data?.personInExtracts ?? body.errors?.[0]?.extensions['code'];
  };
  const standing = async (extract: string): Promise<Answered> =>
    (await asks(ignatius, parent.id)).find((each: Answered) => each.extract === extract);

  scenario(
    {
      clause: 'SOM-10.2',
      outcome: 'granted',
      that: 'of statistics, and of lines whose key was destroyed, whoever asks is told that they cannot be identified in them',
    },
    async () => {
      const told = {
        standing: 'NOT_IDENTIFIABLE',
        code: 'PERSON_NOT_IDENTIFIABLE',
        tell: REFUSALS.PERSON_NOT_IDENTIFIABLE.remedy,
      };
      const statistics = await ways.sent(await ways.signed(), { form: enumOf('STATISTICS') });
      expect(await standing(statistics)).toMatchObject(told);
      await ways.destroyed(statistics);
      const lines = await ways.sent(await ways.signed());
      expect(await standing(lines)).toMatchObject({ standing: 'IN_IT', code: null });
      carriedOut(await ways.destroys(lines, 2));
      expect(await standing(lines)).toMatchObject(told);
    },
  );

  scenario(
    {
      clause: 'SOM-10.2',
      outcome: 'denied',
      that: 'as long as the key is kept nobody is told so; and nobody is looked for but by the officer who answers that person’s request',
    },
    async () => {
      const lines = await ways.sent(await ways.signed());
      expect((await standing(lines)).standing).toBe('IN_IT');
      for (const other of [
        child.id,
        cast.families.okafor.persons.chidi.id,
        crypto.randomUUID(),
        'x',
      ])
        expect(await asks(ignatius, other)).toBe('RECORD_UNKNOWN');
      for (const who of [dorothea, esther, halima])
        expect(await asks(who, parent.id)).toMatch(/ROLE_NOT_PERMITTED|PURPOSE_NOT_PERMITTED/);
      expect(await asks(esther, parent.id, 'COORDINATE_SUPPORT')).toMatch(
        /ROLE_NOT_PERMITTED|PURPOSE_NOT_PERMITTED/,
      );
    },
  );
}
