import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { wholeRecord } from '../vocabulary/whole-record.ts';

const { tom, grace, bea, owen, sian } = cast.practitioners;
const { lindqvist, quennell, bexley, yarrow } = cast.families;
const episode = lindqvist.episodes.current;
const { signe, elin } = lindqvist.persons;

/** What a family keeps from one agency, and who stands too near. */
export function exclusionAndConflictScenarios({ given, reader }: Scene): void {
  /** Signe keeps what needs of hers say from owen's agency; one need concerns Elin alone. */
  async function signeKeepsNeeds(): Promise<void> {
    await given.changed(
      'families.exclusion',
      { id: episode.exclusions.signeHealth },
      { coordinates: ['Person.healthConditions', 'Need.description'] },
    );
    const school = { episode_id: episode.id, outcome: 'GOOD_EDUCATION' };
    await given.changed('episodes.need', school, { concerns: [elin.id] });
  }

  scenario(
    {
      clause: 'SHR-3.4.4c',
      outcome: 'granted',
      that: 'a detail of one person is withheld from one agency alone, which reads what concerns the other',
    },
    async () => {
      await signeKeepsNeeds();
      const { needs } = await wholeRecord(reader(owen), episode);
      expect(needs).toContain('Mornings that end at the school gate on time.');
      for (const who of [tom, bea]) {
        const team = await wholeRecord(reader(who), episode);
        expect(team.needs).toHaveLength(3);
        expect(team.needs).not.toContain(null);
      }
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.4c',
      outcome: 'denied',
      that: 'it is withheld in every entry that concerns the person, in silence, and the exclusion itself is not read by that agency',
    },
    async () => {
      await signeKeepsNeeds();
      const record = await wholeRecord(reader(owen), episode);
      expect(record.needs.filter((need) => need === null)).toHaveLength(2);
      for (const { withheld } of record.episode.needs) expect(withheld).toEqual([]);
      expect(record.episode.family.agreement).toMatchObject({ status: 'SIGNED' });
      expect(record.text).not.toContain(episode.exclusions.signeHealth);
      expect(record.member(signe).givenName).toBe('Signe');
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1i',
      outcome: 'granted',
      that: 'when a family asks that a worker’s access end, the lead professional reads that the family asked, and the others work on',
    },
    async () => {
      const { grants } = await reader(tom).reads(quennell.episodes.current);
      expect(grants).toContainEqual(
        expect.objectContaining({
          practitioner: { id: bea.id },
          revokedCause: 'FAMILY_REQUEST',
        }),
      );
      await reader(grace).reads(quennell.episodes.current);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1i',
      outcome: 'denied',
      that: 'from then on the worker finds nothing of the family, at once and not after hours',
    },
    async () => {
      await reader(bea).findsNothingOf(quennell.episodes.current);
      await given.changed(
        'access.access_grant',
        { id: quennell.episodes.current.grants.grace },
        { revoked_at: daysFromNow(0), revoked_cause: 'FAMILY_REQUEST' },
      );
      await reader(grace).findsNothingOf(quennell.episodes.current);
    },
  );

  scenario(
    {
      clause: 'SHR-1.2g',
      outcome: 'denied',
      that: 'who declared a relationship is told of it in no list, no count and no notice, for no purpose',
    },
    async () => {
      const count = '{ episodes(first: 100) { totalCount edges { node { reference } } } }';
      for (const purpose of ['UNDERSTAND_NEEDS', 'SAFEGUARDING'] as const) {
        const { body, text } = await reader(sian).for(purpose).asks(count);
        expect(text).not.toContain(bexley.episodes.current.reference);
        expect(text).toContain(yarrow.episodes.current.reference);
        expect(body.data.episodes.totalCount).toBe(body.data.episodes.edges.length);
        expect(body.extensions).toBeUndefined();
      }
    },
  );
}
