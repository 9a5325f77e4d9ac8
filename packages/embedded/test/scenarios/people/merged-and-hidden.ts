import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered } from '../../county-fixture.ts';
import { carriedOut } from '../../machines/commands.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { merging } from './merging-words.ts';

const { tom, rhona, prue } = cast.practitioners;
const { quantock } = cast.families;
const { child } = quantock.persons;
const episode = quantock.episodes.current;

/** What hides something of one of two records that are merged, and of both once they are parted. */
export function mergedAndHiddenScenarios(scene: Scene): void {
  const { people, duplicate, proposed, decides, parts } = merging(scene);

  scenario(
    {
      clause: 'STA-5.1b',
      outcome: 'granted',
      that: 'what hides a detail of one of two records hides it of both while they are one, and of neither more once they are parted',
    },
    async () => {
      const other = await duplicate();
      const { revision } = await people.reads(tom, other, 'revision');
      await people.person(tom, 'amendPerson', {
        id: other.id,
        expectedRevision: revision,
        person: { contactDetails: ['07700 900177'] },
        reason: 'Told by phone.',
      });
      await scene.given.added('access.restriction', {
        id: crypto.randomUUID(),
        protected_person_id: child.id,
        family_id: quantock.id,
        coordinates: ['Person.contactDetails'],
        hidden_from_agency_id: rhona.agency.id,
        starts_at: '2026-06-01T00:00:00Z',
      });
      const seen = (): Promise<Answered> => people.reads(rhona, other, 'contactDetails');
      expect(await seen()).toMatchObject({ contactDetails: ['07700 900177'] });
      const merged = carriedOut(await decides(prue, await proposed(other)));
      expect(await seen()).toMatchObject({ contactDetails: null });
      carriedOut(await parts(merged, []));
      expect(await seen()).toMatchObject({ contactDetails: ['07700 900177'] });
    },
  );

  scenario(
    {
      clause: 'STA-5.1b',
      outcome: 'denied',
      that: 'what came to hide something while they were one goes on hiding it of both: whom it was meant for nobody can tell',
    },
    async () => {
      const other = await duplicate();
      const merged = carriedOut(await decides(prue, await proposed(other)));
      const restriction = crypto.randomUUID();
      await scene.given.added('access.restriction', {
        id: restriction,
        protected_person_id: child.id,
        family_id: quantock.id,
        coordinates: ['Person.givenName'],
        hidden_from_agency_id: rhona.agency.id,
        starts_at: '2026-06-01T00:00:00Z',
      });
      const seen = (): Promise<Answered> => people.reads(rhona, other, 'givenName familyName');
      expect(await seen()).toMatchObject({ givenName: null, familyName: 'Quantock' });
      carriedOut(await parts(merged, []));
      expect(await seen()).toMatchObject({ givenName: null, familyName: 'Quantock' });
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.4c',
      outcome: 'denied',
      that: 'an agency that one of two records keeps out reaches neither of them while they are one, and the other again once they are parted',
    },
    async () => {
      const other = await duplicate();
      await scene.given.added('access.withheld_person', {
        id: crypto.randomUUID(),
        episode_id: episode.id,
        person_id: child.id,
        agency_id: rhona.agency.id,
        starts_at: '2026-06-01T00:00:00Z',
      });
      const reached = async (): Promise<readonly string[]> => {
        const { body } = await scene
          .reader(rhona)
          .for('COORDINATE_SUPPORT')
          .asks(`{ episode(reference: "${episode.reference}") { family { members { id } } } }`);
        return body.data.episode.family.members.map(({ id }: Answered) => id);
      };
      expect(await reached()).not.toContain(child.id);
      expect(await reached()).toContain(other.id);
      const merged = carriedOut(await decides(prue, await proposed(other)));
      expect(await reached()).not.toContain(other.id);
      carriedOut(await parts(merged, []));
      expect(await reached()).toContain(other.id);
    },
  );
}
