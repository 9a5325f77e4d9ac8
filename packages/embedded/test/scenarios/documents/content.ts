import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { recordedBy } from '../../ledger/ledger-rows.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { Documents, EICAR } from '../vocabulary/documents.ts';
import { healthJustification } from '../vocabulary/justification.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, grace, niamh, quincy, sigrid, esther } = cast.practitioners;
const { okafor, hallam, kestrel } = cast.families;
const episode = okafor.episodes.current;
const { amara, chidi } = okafor.persons;
const letter = episode.documents.asthmaLetter;

const EXISTENCE = 'kind mediaType bytes state recordedAt recordedByAgency { id }';

/** Who reads what is in a document: by its class, not by looking on, and nobody before it was looked through. */
export function contentScenarios(scene: Scene): void {
  const documents = new Documents(scene.gate);
  const understanding = documents.for('UNDERSTAND_NEEDS');

  scenario(
    {
      clause: 'STA-4.0b',
      outcome: 'granted',
      that: 'a letter about somebody’s health is read by the agency it is of, and by whoever justified reading of their health',
    },
    async () => {
      const read = async (who: typeof niamh): Promise<string | undefined> =>
        (await understanding.read(who, episode, letter))?.toString();
      expect(await read(niamh)).toContain('Chidi was seen in May.');
      const need = healthJustification({ holder: grace, person: chidi, episode });
      await scene.given.added('access.justification', need);
      expect(await read(grace)).toContain('Chidi was seen in May.');
    },
  );

  scenario(
    {
      clause: 'STA-4.0b',
      outcome: 'denied',
      that: 'it is not there for the rest of the team, and malware is there for nobody, as it is gone',
    },
    async () => {
      const [part] = await scene.database().owner.run<{ id: string }>({
        text: 'SELECT id FROM episodes.document_part WHERE document_id = $1',
        values: [letter],
      });
      for (const who of [tom, grace]) {
        expect(await understanding.listed(who, episode, 'title')).not.toContainEqual(
          expect.objectContaining({ id: letter }),
        );
        expect(await understanding.part(who, part?.id ?? '')).toBeNull();
      }
      const { id, state, parts } = await documents.uploads(niamh, episode, {
        content: Buffer.concat([Buffer.from('Minutes. '), EICAR]),
        concerns: [amara],
      });
      expect({ state, parts }).toEqual({ state: 'REFUSED', parts: [] });
      expect(await documents.read(niamh, episode, id)).toBeNull();
      const kept = await scene.database().owner.run({
        text: 'SELECT 1 AS kept FROM episodes.document_part WHERE document_id = $1',
        values: [id],
      });
      expect(kept).toEqual([]);
      const steps = await scene.database().owner.run<object>({
        text: `SELECT move, after, details FROM partners.access_event WHERE subject_id = $1 ORDER BY position`,
        values: [id],
      });
      expect(steps).toEqual([
        { move: 'BEGIN', after: 'RECEIVING', details: {} },
        { move: 'COMPLETE', after: 'SCANNING', details: {} },
        { move: 'REFUSE', after: 'REFUSED', details: { signature: 'Eicar-Test-Signature' } },
      ]);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'granted',
      that: 'who was handed what is in which document is on the ledger, with whom it concerns and what opened it',
    },
    async () => {
      const need = healthJustification({ holder: grace, person: chidi, episode });
      await scene.given.added('access.justification', need);
      const rows = await recordedBy(scene.database().owner, () =>
        understanding.read(grace, episode, letter),
      );
      const handed = rows.filter(({ coordinates }) => 'DocumentPart.content' in coordinates);
      expect(handed).toHaveLength(1);
      expect(handed[0]).toMatchObject({
        account_id: grace.id,
        episodes: [episode.id],
        persons: [chidi.id],
        justifications: [need['id']],
        told: [{ question: 'documentPart', clause: 'SHR-8.3.7i', record: letter }],
      });
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'denied',
      that: 'that there are documents, and how long their parts are, is on the ledger as such and hands out none',
    },
    async () => {
      const rows = await recordedBy(scene.database().owner, () =>
        understanding.listed(tom, episode, 'kind parts { number bytes }'),
      );
      expect(rows).toHaveLength(1);
      expect(rows[0]?.told).toEqual([]);
      expect(Object.keys(rows[0]?.coordinates ?? {})).not.toContain('DocumentPart.content');
    },
  );

  const hiddenFromSchool = async (item: string, coordinates: readonly string[]): Promise<void> =>
    scene.given.added('access.restriction', {
      id: '00000000-0000-4000-8000-000000000811',
      protected_person_id: amara.id,
      family_id: okafor.id,
      item_id: item,
      coordinates,
      hidden_from_agency_id: grace.agency.id,
      hidden_from_person_id: null,
      starts_at: daysFromNow(-1),
      ends_at: null,
    });

  scenario(
    {
      clause: 'PN-r-obj',
      outcome: 'granted',
      that: 'a document that is hidden from one agency is read by the rest of the team, and every other by that agency',
    },
    async () => {
      const sent = { content: Buffer.from('Where she is on Thursdays.\n'), concerns: [amara] };
      const hidden = await documents.uploads(tom, episode, sent);
      const other = await documents.uploads(tom, episode, sent);
      await hiddenFromSchool(hidden.id, ['Document.id']);
      expect((await documents.read(niamh, episode, hidden.id))?.equals(sent.content)).toBe(true);
      expect((await documents.read(grace, episode, other.id))?.equals(sent.content)).toBe(true);
    },
  );

  scenario(
    {
      clause: 'PN-r-obj',
      outcome: 'denied',
      that: 'of it that agency has nothing: not the document, and none of its content by whatever id; nor content whose title is hidden',
    },
    async () => {
      const { id, parts } = await documents.uploads(tom, episode, {
        content: Buffer.from('Where she is on Fridays.\n'),
        concerns: [amara],
      });
      const [{ id: part }] = parts;
      expect(await documents.part(grace, part)).not.toBeNull();
      await hiddenFromSchool(id, ['Document.title']);
      expect(await documents.part(grace, part)).toBeNull();
      await scene.given.restore();
      await hiddenFromSchool(id, ['Document.id']);
      expect(await documents.part(grace, part)).toBeNull();
      const listed = await documents.listed(grace, episode, 'title');
      expect(listed.map((each) => each.id)).not.toContain(id);
    },
  );

  scenario(
    {
      clause: 'SOM-8.5',
      outcome: 'granted',
      that: 'an auditor and a reviewer read that there is a document, of which kind and agency, and that it was found clean',
    },
    async () => {
      for (const [family, who, purpose] of [
        [hallam, quincy, 'AUDIT'],
        [kestrel, sigrid, 'REVIEW'],
      ] as const) {
        const { current } = family.episodes;
        const content = Buffer.from('For the team.\n');
        const { id } = await documents.uploads(current.facts.lead, current, {
          content,
          concerns: [family.persons.child],
        });
        const listed = await documents.for(purpose).listed(who, current, EXISTENCE);
        expect(listed).toContainEqual({
          id,
          kind: 'REPORT',
          mediaType: 'text/plain',
          bytes: content.length,
          state: 'CLEAN',
          recordedAt: '2026-06-17T10:00:00+00:00',
          recordedByAgency: { id: current.facts.lead.agency.id },
        });
      }
    },
  );

  scenario(
    {
      clause: 'SOM-8.5',
      outcome: 'denied',
      that: 'they read neither its title nor any of its content: there is nothing to print, download or forward',
    },
    async () => {
      for (const [family, who, purpose] of [
        [hallam, quincy, 'AUDIT'],
        [kestrel, sigrid, 'REVIEW'],
      ] as const) {
        const { current } = family.episodes;
        const { id, parts } = await documents.uploads(current.facts.lead, current, {
          content: Buffer.from('For the team and for nobody who looks on.\n'),
          concerns: [family.persons.child],
        });
        const looking = documents.for(purpose);
        const listed = await looking.listed(who, current, 'title sha256 parts { id }');
        expect(listed.find((each) => each.id === id)).toEqual({
          id,
          title: null,
          sha256: null,
          parts: null,
        });
        expect(await looking.part(who, parts[0].id)).toBeNull();
        expect(await documents.part(current.facts.lead, parts[0].id)).not.toBeNull();
      }
      expect(hallam.episodes.current.facts.lead).toBe(esther);
    },
  );
}
