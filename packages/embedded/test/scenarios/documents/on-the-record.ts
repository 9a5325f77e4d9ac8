import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { carriedOut } from '../../machines/commands.ts';
import { Documents, PDF_TYPE, pdfOf } from '../vocabulary/documents.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, grace, niamh, callum, bea } = cast.practitioners;
const { okafor, yarrow } = cast.families;
const episode = okafor.episodes.current;
const { amara, chidi, ngozi } = okafor.persons;

const REPORT = { content: Buffer.from('What we saw from April to June.\n'), concerns: [amara] };

/** What is on the record as a file: the signed agreement, reports and letters in place of e-mail. */
export function onTheRecordScenarios(scene: Scene): void {
  const documents = new Documents(scene.gate);
  const agreed = async (): Promise<boolean | null> => {
    const read = await scene.reader(tom).asksOf(episode, 'agreementUploaded');
    return read.agreementUploaded;
  };
  const withoutAgreement = (): Promise<void> =>
    scene.given.changed(
      'episodes.document',
      { episode_id: episode.id, kind: 'FAMILY_AGREEMENT' },
      { kind: 'OTHER' },
    );

  scenario(
    {
      clause: 'SHR-3.8.2b',
      outcome: 'granted',
      that: 'the signed agreement of an open episode is uploaded, and its team reads it',
    },
    async () => {
      await withoutAgreement();
      expect(await agreed()).toBeNull();
      const content = pdfOf(700_000);
      const { id, state } = await documents.uploads(tom, episode, {
        content,
        concerns: [amara, chidi, ngozi],
        says: { ...PDF_TYPE, title: 'Family agreement, signed again', kind: 'FAMILY_AGREEMENT' },
      });
      expect(state).toBe('CLEAN');
      expect(await agreed()).toBe(true);
      expect((await documents.read(grace, episode, id))?.equals(content)).toBe(true);
      await scene.given.changed('episodes.document', { id }, { kind: 'OTHER' });
    },
  );

  scenario(
    {
      clause: 'SHR-3.8.2b',
      outcome: 'denied',
      that: 'it is not there while it is on its way, nor by another document, nor where nobody has looked it through',
    },
    async () => {
      await withoutAgreement();
      const sent = {
        content: pdfOf(1_000),
        concerns: [amara],
        says: { ...PDF_TYPE, kind: 'FAMILY_AGREEMENT' },
      };
      const id = await documents.sends(tom, episode, sent);
      expect(await agreed()).toBeNull();
      await documents.uploads(tom, episode, { ...sent, says: { ...PDF_TYPE, kind: 'LETTER' } });
      expect(await agreed()).toBeNull();
      await scene.given.changed('episodes.document', { id }, { state: 'SCANNING' });
      expect(await agreed()).toBeNull();
      expect(await documents.read(tom, episode, id)).toBeNull();
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.6',
      outcome: 'granted',
      that: 'what one of the team puts on the record the others read there, with who sent it, for which agency and when',
    },
    async () => {
      const { id } = await documents.uploads(niamh, episode, REPORT);
      const listed = await documents.listed(
        grace,
        episode,
        'title kind mediaType bytes sha256 recordedAt recordedBy { id } recordedByAgency { id } concerns { id }',
      );
      expect(listed).toContainEqual(
        expect.objectContaining({
          id,
          title: 'Report of the spring',
          kind: 'REPORT',
          recordedAt: '2026-06-17T10:00:00+00:00',
          recordedBy: { id: niamh.id },
          recordedByAgency: { id: niamh.agency.id },
          concerns: [{ id: amara.id }],
        }),
      );
      expect((await documents.read(grace, episode, id))?.toString()).toBe(
        REPORT.content.toString(),
      );
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.6',
      outcome: 'denied',
      that: 'it is there for nobody whom the family keeps out, nor for anybody who works with another family, by no id',
    },
    async () => {
      const { id, parts } = await documents.uploads(niamh, episode, REPORT);
      for (const stranger of [callum, bea]) {
        await scene.reader(stranger).findsNothingOf(episode);
        expect(await documents.part(stranger, parts[0].id)).toBeNull();
        expect(await documents.completes(stranger, id, 3)).toMatchObject({
          code: 'RECORD_UNKNOWN',
        });
      }
      const [none] = [crypto.randomUUID()];
      expect(await documents.part(callum, none)).toBeNull();
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.2a',
      outcome: 'granted',
      that: 'a member of the team sends a document by uploading it to the record, and goes on where the way was cut',
    },
    async () => {
      const content = pdfOf(1_200_000);
      const sent = { content, concerns: [chidi], says: PDF_TYPE };
      const { document } = carriedOut(await documents.begins(grace, episode, sent));
      const parts = [
        content.subarray(0, 500_000),
        content.subarray(500_000, 1_000_000),
        content.subarray(1_000_000),
      ];
      for (const number of [3, 1, 1])
        carriedOut(await documents.sendsPart(grace, document.id, number, parts[number - 1]));
      expect(await documents.completes(grace, document.id)).toMatchObject({
        code: 'DOCUMENT_INCOMPLETE',
        about: ['2'],
      });
      const { document: sentAll } = carriedOut(
        await documents.sendsPart(grace, document.id, 2, parts[1]),
      );
      expect(sentAll).toMatchObject({ state: 'RECEIVING', received: [1, 2, 3], parts: [] });
      carriedOut(await documents.completes(grace, document.id));
      expect((await documents.read(tom, episode, document.id))?.equals(content)).toBe(true);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.2a',
      outcome: 'denied',
      that: 'nobody uploads to a family they do not work with, about somebody of another, or in the place of whoever began',
    },
    async () => {
      expect(await documents.begins(callum, episode, REPORT)).toMatchObject({
        code: 'RECORD_UNKNOWN',
      });
      expect(
        await documents.begins(tom, episode, { ...REPORT, concerns: [yarrow.persons.jack] }),
      ).toMatchObject({ code: 'ARGUMENT_INVALID' });
      const { document } = carriedOut(await documents.begins(grace, episode, REPORT));
      for (const [who, code] of [
        [tom, 'RECORDING_NOT_PERMITTED'],
        [niamh, 'RECORDING_NOT_PERMITTED'],
        [callum, 'RECORD_UNKNOWN'],
      ] as const) {
        const answers = [
          await documents.sendsPart(who, document.id, 1, REPORT.content),
          await documents.completes(who, document.id),
        ];
        expect(answers.map(({ code: told }) => told)).toEqual([code, code]);
      }
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.3',
      outcome: 'granted',
      that: 'what is uploaded is kept in the shared system, and what it was called before is kept with it',
    },
    async () => {
      const { id, revision } = await documents.uploads(tom, episode, REPORT);
      const { body } = await scene
        .reader(tom)
        .for('COORDINATE_SUPPORT')
        .asks(
          `mutation ($id: ID!, $revision: Int!) { amendDocument(id: $id, expectedRevision: $revision, document: { title: "Report of the summer" }, reason: "The wrong season") {
            ... on DocumentChanged { document { title changedBy { id } } } } }`,
          { id, revision },
        );
      expect(body.data.amendDocument.document).toEqual({
        title: 'Report of the summer',
        changedBy: { id: tom.id },
      });
      const [last] = await scene.database().owner.run<object>({
        text: 'SELECT was FROM episodes.entry_version WHERE item_id = $1 ORDER BY position DESC LIMIT 1',
        values: [id],
      });
      expect(last).toEqual({ was: { title: 'Report of the spring' } });
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.3',
      outcome: 'denied',
      that: 'what was taken in is not exchanged for something else, by nobody and under no number',
    },
    async () => {
      const { document } = carriedOut(await documents.begins(tom, episode, REPORT));
      carriedOut(await documents.sendsPart(tom, document.id, 1, REPORT.content));
      const other = Buffer.from(REPORT.content.toString().replace('June', 'July'));
      expect(await documents.sendsPart(tom, document.id, 1, other)).toMatchObject({
        code: 'DOCUMENT_PART_DIFFERS',
      });
      carriedOut(await documents.completes(tom, document.id));
      expect(await documents.sendsPart(tom, document.id, 2, other)).toMatchObject({
        code: 'STEP_NOT_POSSIBLE',
      });
      expect((await documents.read(tom, episode, document.id))?.equals(REPORT.content)).toBe(true);
    },
  );
}
