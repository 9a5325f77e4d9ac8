import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered } from '../vocabulary/command.ts';
import { sends } from '../vocabulary/command.ts';
import { fires } from '../vocabulary/due-work.ts';
import type { Reader } from '../vocabulary/reader.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { niamh, grace, prue, tom } = cast.practitioners;
const { ngozi } = cast.familyAccounts;
const okafor = cast.families.okafor.episodes.current;
const vance = cast.families.vance.episodes.current;

const SHOWN = '... on AccuracyIssueChanged { accuracyIssue { id state revision dueAt answer } }';

/** What is wrong in a record is put right by whoever answers for it, in time, and told to whoever has it. */
export function accuracyScenarios(scene: Scene): void {
  const { reader, database } = scene;
  const finder = (): Reader => reader(niamh).for('COORDINATE_SUPPORT');
  const recorder = (): Reader => reader(grace).for('COORDINATE_SUPPORT');
  const host = (): Reader => reader(prue).for('ADMINISTRATION');

  const raises = (who: Reader, over: Readonly<Record<string, unknown>> = {}): Promise<Answered> =>
    sends(
      who,
      'raiseAccuracyIssue',
      {
        episode: okafor.id,
        coordinate: 'Person.dateOfBirth',
        wrong: 'The year is 2014.',
        foundOn: '2026-06-17',
        idempotencyKey: crypto.randomUUID(),
        ...over,
      },
      SHOWN,
    );
  const puts = (who: Reader, command: string, issue: Answered): Promise<Answered> =>
    sends(
      who,
      command,
      { issue: issue.id, expectedRevision: issue.revision, answer: 'As the certificate says.' },
      SHOWN,
    );

  async function noticesTo(account: string, kind: string): Promise<number> {
    const [counted] = await database().owner.run<{ many: number }>({
      text: 'SELECT count(*)::integer AS many FROM scheduler.notice WHERE to_account = $1 AND kind = $2',
      values: [account, kind],
    });
    return counted?.many ?? 0;
  }
  async function atTheMoment(moment: Date): Promise<void> {
    await fires(scene, ({ name }) => name.startsWith('ACCURACY_ISSUE'), moment);
  }

  scenario(
    {
      clause: 'SHR-4.5',
      outcome: 'granted',
      that: 'an error that one cannot edit is with the host team at once, who have two working days',
    },
    async () => {
      const before = await noticesTo(prue.id, 'ACCURACY_ISSUE_DUE');
      const { accuracyIssue } = await raises(finder());
      expect(accuracyIssue).toMatchObject({
        state: 'WITH_HOST',
        dueAt: '2026-06-19T23:00:00+00:00',
      });
      expect(await noticesTo(prue.id, 'ACCURACY_ISSUE_DUE')).toBe(before + 1);
      const { accuracyIssue: corrected } = await puts(
        host(),
        'correctAccuracyIssue',
        accuracyIssue,
      );
      expect(corrected).toMatchObject({ state: 'CORRECTED', answer: 'As the certificate says.' });
    },
  );

  scenario(
    {
      clause: 'SHR-4.5',
      outcome: 'denied',
      that: 'what is not put right in two working days does not stay where it is, and whoever does not work with the family raises nothing of it',
    },
    async () => {
      const { accuracyIssue } = await raises(finder(), { recordedBy: grace.id });
      expect(accuracyIssue.state).toBe('WITH_RECORDER');
      await atTheMoment(new Date(accuracyIssue.dueAt));
      expect(
        await puts(host(), 'disputeAccuracyIssue', { ...accuracyIssue, revision: 3 }),
      ).toMatchObject({ accuracyIssue: { state: 'DISPUTED' } });
      expect(await raises(finder(), { episode: vance.id })).toMatchObject({
        code: 'RECORD_UNKNOWN',
      });
    },
  );

  scenario(
    {
      clause: 'SHR-4.4b',
      outcome: 'granted',
      that: 'circumstances that changed are recorded within two working days of being known, by whoever recorded what they were',
    },
    async () => {
      const { accuracyIssue } = await raises(finder(), {
        kind: { enum: 'CHANGE' },
        recordedBy: grace.id,
      });
      expect(accuracyIssue).toMatchObject({
        state: 'WITH_RECORDER',
        dueAt: '2026-06-19T23:00:00+00:00',
      });
      const { accuracyIssue: updated } = await puts(
        recorder(),
        'correctAccuracyIssue',
        accuracyIssue,
      );
      expect(updated.state).toBe('RECIPIENTS_TOLD');
    },
  );

  scenario(
    {
      clause: 'SHR-4.4b',
      outcome: 'denied',
      that: 'a change that was known longer ago is on the record as late, and one that is not recorded in time comes to the host team',
    },
    async () => {
      const { accuracyIssue } = await raises(finder(), {
        kind: { enum: 'CHANGE' },
        recordedBy: grace.id,
        foundOn: '2026-06-01',
      });
      const [raised] = await database().owner.run<{ late: boolean }>({
        text: `SELECT (details ->> 'isLate')::boolean AS late FROM partners.access_event WHERE subject_id = $1 AND move = 'RAISE'`,
        values: [accuracyIssue.id],
      });
      expect(raised?.late).toBe(true);
      const told = await noticesTo(prue.id, 'ACCURACY_ISSUE_DUE');
      await atTheMoment(new Date(accuracyIssue.dueAt));
      expect(await noticesTo(prue.id, 'ACCURACY_ISSUE_DUE')).toBeGreaterThan(told);
    },
  );

  scenario(
    {
      clause: 'DEV-A3-acc2',
      outcome: 'granted',
      that: 'the lead professional is told at once that something is wrong, and the source when the record changes',
    },
    async () => {
      const told = await noticesTo(tom.id, 'ACCURACY_ISSUE_DUE');
      const source = await noticesTo(grace.id, 'CORRECTION_MADE');
      const { accuracyIssue } = await raises(finder(), { recordedBy: grace.id });
      expect(await noticesTo(tom.id, 'ACCURACY_ISSUE_DUE')).toBe(told + 1);
      const { body } = await reader(tom)
        .for('COORDINATE_SUPPORT')
        .asks('{ accuracyIssues(first: 100) { edges { node { id state } } } }');
      expect(body.data.accuracyIssues.edges).toContainEqual({
        node: { id: accuracyIssue.id, state: 'WITH_RECORDER' },
      });
      await puts(host(), 'correctAccuracyIssue', accuracyIssue);
      expect(await noticesTo(grace.id, 'CORRECTION_MADE')).toBe(source + 1);
    },
  );

  scenario(
    {
      clause: 'DEV-A3-acc2',
      outcome: 'denied',
      that: 'while nothing was corrected nobody is told that it was, and what is disputed keeps both versions and the reasons',
    },
    async () => {
      const before = await noticesTo(niamh.id, 'CORRECTION_MADE');
      const { accuracyIssue } = await raises(finder(), { recordedBy: grace.id });
      const { accuracyIssue: disputed } = await puts(
        recorder(),
        'disputeAccuracyIssue',
        accuracyIssue,
      );
      expect(disputed).toMatchObject({ state: 'DISPUTED', answer: 'As the certificate says.' });
      expect(await noticesTo(niamh.id, 'CORRECTION_MADE')).toBe(before);
    },
  );

  for (const clause of ['SHR-4.4a', 'SOM-7.1'] as const) {
    scenario(
      {
        clause,
        outcome: 'granted',
        that: 'an error goes to whoever recorded it as soon as it is found, and they put it right',
      },
      async () => {
        const before = await noticesTo(grace.id, 'ACCURACY_ISSUE_DUE');
        const { accuracyIssue } = await raises(finder(), { recordedBy: grace.id });
        expect(await noticesTo(grace.id, 'ACCURACY_ISSUE_DUE')).toBe(before + 1);
        const answer = await puts(recorder(), 'correctAccuracyIssue', accuracyIssue);
        expect(answer.accuracyIssue.state).toBe('RECIPIENTS_TOLD');
      },
    );

    scenario(
      {
        clause,
        outcome: 'denied',
        that: 'nobody else of the team puts right what another answers for, not even whoever found it',
      },
      async () => {
        const { accuracyIssue } = await raises(finder(), { recordedBy: grace.id });
        for (const who of [finder(), reader(tom).for('COORDINATE_SUPPORT')])
          expect(await puts(who, 'correctAccuracyIssue', accuracyIssue)).toMatchObject({
            code: 'NOT_YOURS_TO_CORRECT',
          });
      },
    );
  }

  for (const clause of ['PN-upd', 'PN-r-rect'] as const) {
    scenario(
      {
        clause,
        outcome: 'granted',
        that: 'a mother says what changed or is wrong in her family’s record, and it is put right',
      },
      async () => {
        const mother = reader(ngozi).for('RIGHTS');
        const { accuracyIssue } = await raises(mother, { wrong: 'We moved last week.' });
        expect(accuracyIssue.state).toBe('WITH_HOST');
        await puts(host(), 'correctAccuracyIssue', accuracyIssue);
        const { body } = await mother.asks(
          '{ accuracyIssues(first: 100) { edges { node { id state answer } } } }',
        );
        expect(body.data.accuracyIssues.edges).toContainEqual({
          node: { id: accuracyIssue.id, state: 'CORRECTED', answer: 'As the certificate says.' },
        });
      },
    );

    scenario(
      {
        clause,
        outcome: 'denied',
        that: 'she says nothing of another family’s record, and answers nothing herself',
      },
      async () => {
        const mother = reader(ngozi).for('RIGHTS');
        expect(await raises(mother, { episode: vance.id })).toMatchObject({
          code: 'RECORD_UNKNOWN',
        });
        const { accuracyIssue } = await raises(mother);
        expect(await puts(mother, 'correctAccuracyIssue', accuracyIssue)).toMatchObject({
          code: 'NOT_YOURS_TO_CORRECT',
        });
      },
    );
  }

  scenario(
    {
      clause: 'DEV-A3-acc2',
      outcome: 'granted',
      that: 'a dispute that ends in a correction keeps both: why it stayed, and what was put right',
    },
    async () => {
      const { accuracyIssue } = await raises(finder());
      const { accuracyIssue: disputed } = await sends(
        host(),
        'disputeAccuracyIssue',
        {
          issue: accuracyIssue.id,
          expectedRevision: accuracyIssue.revision,
          answer: 'It is 2013.',
        },
        SHOWN,
      );
      expect(disputed.answer).toBe('It is 2013.');
      const { accuracyIssue: corrected } = await puts(host(), 'correctAccuracyIssue', disputed);
      expect(corrected).toMatchObject({
        state: 'CORRECTED',
        answer: 'It is 2013.\n\nAs the certificate says.',
      });
    },
  );
}
