import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered } from '../vocabulary/command.ts';
import { sends } from '../vocabulary/command.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { niamh, grace, prue, quincy } = cast.practitioners;
const { fernhollow } = cast.agencies;
const okafor = cast.families.okafor.episodes.current;

/** Signs of other scripts, which a database’s list of letters and digits does not have. */
const SIGNS = ['؟؟؟', '।', '⺀', '۔', '᠅', '॥'];
const SILENT = [' ', '\u00a0', '\u3000', '...', '---', '\u200b\u2060'];

/** What somebody says is kept in whichever script; what says nothing is not taken anywhere. */
export function anyScriptScenarios({ reader, given }: Scene): void {
  const refuses = async (reasons: string): Promise<Answered> => {
    const asked = await sends(
      reader(niamh).for('COORDINATE_SUPPORT'),
      'askForInformation',
      {
        episode: okafor.id,
        holdingAgency: fernhollow.id,
        asked: 'Attendance since September.',
        idempotencyKey: crypto.randomUUID(),
      },
      '... on InformationRequestChanged { informationRequest { id revision } }',
    );
    const { id, revision } = asked.informationRequest;
    return sends(
      reader(grace).for('COORDINATE_SUPPORT'),
      'answerInformationRequest',
      {
        request: id,
        expectedRevision: revision,
        answer: { enum: 'REFUSED' },
        code: { enum: 'NOT_PROPORTIONATE' },
        reasons,
      },
      '... on InformationRequestChanged { informationRequest { state reasons } }',
    );
  };
  const corrects = async (answer: string): Promise<Answered> => {
    const shown = '... on AccuracyIssueChanged { accuracyIssue { id state revision answer } }';
    const { accuracyIssue } = await sends(
      reader(niamh).for('COORDINATE_SUPPORT'),
      'raiseAccuracyIssue',
      {
        episode: okafor.id,
        coordinate: 'Person.dateOfBirth',
        wrong: 'The year is 2014.',
        foundOn: '2026-06-17',
        idempotencyKey: crypto.randomUUID(),
      },
      shown,
    );
    const { id: issue, revision: expectedRevision } = accuracyIssue;
    const host = reader(prue).for('ADMINISTRATION');
    return sends(host, 'correctAccuracyIssue', { issue, expectedRevision, answer }, shown);
  };

  scenario(
    {
      clause: 'SHR-3.3.8',
      outcome: 'granted',
      that: 'reasons and answers are kept as they are written, in any script and though they are signs alone',
    },
    async () => {
      for (const written of SIGNS) {
        expect(await refuses(written)).toMatchObject({
          informationRequest: { state: 'REFUSED', reasons: written },
        });
        expect(await corrects(written)).toMatchObject({
          accuracyIssue: { state: 'CORRECTED', answer: written },
        });
        await given.added('partners.review_access', {
          id: crypto.randomUUID(),
          kind: 'AUDIT',
          account_id: quincy.id,
          about: 'Plans',
          state: 'LEARNING_PUBLISHED',
          revision: 5,
          proposed_by: quincy.id,
          proposed_at: daysFromNow(-9),
          ends_at: daysFromNow(-1),
          learning: written,
        });
      }
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.8',
      outcome: 'denied',
      that: 'reasons that say nothing, of whatever spaces and signs, are told to be none',
    },
    async () => {
      for (const written of SILENT)
        for (const says of [refuses, corrects])
          expect((await says(written)).code, JSON.stringify(written)).toBe('ARGUMENT_INVALID');
    },
  );
}
