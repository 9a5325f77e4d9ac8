import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered } from '../vocabulary/command.ts';
import { sends } from '../vocabulary/command.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { fires } from '../vocabulary/due-work.ts';
import type { Reader } from '../vocabulary/reader.ts';
import { holdsOffice, relates } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { adaline, barnaby, dorothea, gideon, grace, niamh, prue, quincy, tom } = cast.practitioners;
const { okafor } = cast.families;
const episode = okafor.episodes.current;

const ISSUE = '... on AccuracyIssueChanged { accuracyIssue { id state revision } }';
const REQUEST = '... on InformationRequestChanged { informationRequest { id state revision } }';

const NOBODY_FREE = 'NO_HOST_OFFICER_FREE';

/** Who would put right what is wrong, or answer for an agency, and has a relationship with the family. */
export function relatedSharingScenarios(scene: Scene): void {
  const { reader } = scene;
  const office = (who: { readonly subject: string }): Reader => reader(who).for('ADMINISTRATION');
  const health = (): Reader => reader(niamh).for('COORDINATE_SUPPORT');
  const school = (): Reader => reader(grace).for('COORDINATE_SUPPORT');
  const begun = async (command: string, args: object, shown: string): Promise<Answered> => {
    const given = { episode: episode.id, idempotencyKey: crypto.randomUUID(), ...args };
    const [one] = Object.values(await sends(health(), command, given, shown));
    return one;
  };
  const raised = (more: object = {}): Promise<Answered> =>
    begun(
      'raiseAccuracyIssue',
      {
        coordinate: 'Person.dateOfBirth',
        wrong: 'The year is 2014.',
        foundOn: '2026-06-17',
        ...more,
      },
      ISSUE,
    );
  const listed = async (who: Reader, what: string): Promise<readonly string[]> => {
    const { body } = await who.asks(`{ ${what}(first: 100) { edges { node { id } } } }`);
    return body.data[what].edges.map(({ node }: { node: { id: string } }) => node.id);
  };

  scenario(
    {
      clause: 'SHR-1.2g',
      outcome: 'denied',
      that: 'nobody related to the family puts its record right or leaves it: not the host, the officer who watches, nor whoever recorded it; they find no such issue',
    },
    async () => {
      const atHost = await raised();
      const atRecorder = await raised({ recordedBy: grace.id });
      expect(await listed(office(prue), 'accuracyIssues')).toContain(atHost.id);
      for (const who of [prue, dorothea, grace]) await relates(scene, who, okafor);
      for (const who of [prue, dorothea])
        expect(await listed(office(who), 'accuracyIssues')).not.toContain(atHost.id);
      expect(await listed(school(), 'accuracyIssues')).not.toContain(atRecorder.id);
      for (const [who, issue, command, args] of [
        [office(prue), atHost, 'correctAccuracyIssue', { answer: 'Put right.' }],
        [office(prue), atHost, 'disputeAccuracyIssue', { answer: 'It is right.' }],
        [office(prue), atHost, 'confirmSourceTold', { reason: 'Rang.' }],
        [school(), atRecorder, 'correctAccuracyIssue', { answer: 'Put right.' }],
        [school(), atRecorder, 'passAccuracyIssueToHost', { reason: 'I cannot.' }],
      ] as const)
        expect(
          await sends(
            who,
            command,
            { issue: issue.id, expectedRevision: issue.revision, ...args },
            ISSUE,
          ),
        ).toMatchObject({ code: 'RECORD_UNKNOWN' });
    },
  );

  scenario(
    {
      clause: 'SHR-1.2g',
      outcome: 'denied',
      that: 'nobody related to the family answers a request for information about it, takes one further or decides whether a refusal stands',
    },
    async () => {
      const request = await begun(
        'askForInformation',
        { holdingAgency: grace.agency.id, asked: 'Attendance since September.' },
        REQUEST,
      );
      const step = (who: Reader, command: string, args: object): Promise<Answered> =>
        sends(who, command, { request: request.id, ...args }, REQUEST);
      const refusal = {
        answer: { enum: 'REFUSED' },
        code: { enum: 'NOT_PROPORTIONATE' },
        reasons: 'It would tell more than is needed.',
      };
      const { informationRequest: refused } = await step(school(), 'answerInformationRequest', {
        expectedRevision: request.revision,
        ...refusal,
      });
      const { informationRequest: escalated } = await step(health(), 'escalateInformationRequest', {
        expectedRevision: refused.revision,
        reason: 'The plan needs it.',
      });
      for (const who of [gideon, dorothea, niamh, grace]) await relates(scene, who, okafor);
      const decided = {
        expectedRevision: escalated.revision,
        decision: { enum: 'CONFIRMED' },
        reason: 'The reasons are good.',
      };
      for (const who of [gideon, dorothea])
        expect(await step(office(who), 'decideEscalation', decided)).toMatchObject({
          code: 'RECORD_UNKNOWN',
        });
      const further = { expectedRevision: escalated.revision, reason: 'Once more.' };
      expect(await step(health(), 'escalateInformationRequest', further)).toMatchObject({
        code: 'RECORD_UNKNOWN',
      });
      const again = { expectedRevision: escalated.revision, ...refusal };
      expect(await step(school(), 'answerInformationRequest', again)).toMatchObject({
        code: 'RECORD_UNKNOWN',
      });
    },
  );

  for (const [outcome, related] of [
    ['denied', true],
    ['granted', false],
  ] as const)
    scenario(
      {
        clause: 'SHR-1.2g',
        outcome,
        that: `whoever would see to what is wrong in a record, or leads, ${related ? 'is told nothing of it where they are' : 'is told of it where they are not'} related to the family: when it is raised, passed on, or late`,
      },
      async () => {
        if (related) for (const who of [prue, tom, grace]) await relates(scene, who, okafor);
        const those = (...who: readonly { readonly id: string }[]) =>
          related ? [] : who.map(({ id }) => id).sort();
        await told();
        await raised();
        expect(await told()).toEqual(those(prue, tom));
        const atRecorder = await raised({ recordedBy: grace.id });
        expect(atRecorder.state).toBe(related ? 'WITH_HOST' : 'WITH_RECORDER');
        expect(await told()).toEqual(those(grace, tom));
        await atTheMoment(daysFromNow(1.9));
        expect(await told()).toEqual(those(prue, grace));
        expect(await told(NOBODY_FREE)).toEqual(related ? [adaline.id, barnaby.id].sort() : []);
        if (!related) {
          const passed = await sends(
            school(),
            'passAccuracyIssueToHost',
            { issue: atRecorder.id, expectedRevision: atRecorder.revision, reason: 'I cannot.' },
            ISSUE,
          );
          expect(passed.accuracyIssue.state).toBe('WITH_HOST');
          expect(await told()).toEqual(those(prue));
        }
        await atTheMoment(daysFromNow(3));
        expect(await told()).toEqual(those(prue));
        expect(await told(NOBODY_FREE)).toEqual([]);
      },
    );

  scenario(
    {
      clause: 'SHR-4.5',
      outcome: 'granted',
      that: 'where whoever recorded it is related to the family, the host team has what is wrong from the beginning, puts it right and says how its source was told',
    },
    async () => {
      await relates(scene, grace, okafor);
      for (const kind of ['ACCURACY_ISSUE_DUE', 'CORRECTION_MADE']) await told(kind);
      const issue = await raised({ recordedBy: grace.id });
      expect(issue.state).toBe('WITH_HOST');
      expect(await told()).toEqual([prue.id, tom.id].sort());
      const step = (command: string, expectedRevision: number, args: object) =>
        sends(office(prue), command, { issue: issue.id, expectedRevision, ...args }, ISSUE);
      const corrected = await step('correctAccuracyIssue', issue.revision, {
        answer: 'Put right.',
      });
      expect(corrected.accuracyIssue.state).toBe('CORRECTED');
      const source = await step('confirmSourceTold', issue.revision + 1, { reason: 'Rang.' });
      expect(source.accuracyIssue.state).toBe('RECIPIENTS_TOLD');
      expect(await told('CORRECTION_MADE')).not.toContain(grace.id);
    },
  );

  scenario(
    {
      clause: 'SHR-4.5',
      outcome: 'denied',
      that: 'whoever turns out to be related to the family while an issue is theirs is reminded of it no more; the host team is',
    },
    async () => {
      await told();
      const issue = await raised({ recordedBy: grace.id });
      expect(issue.state).toBe('WITH_RECORDER');
      await relates(scene, grace, okafor);
      await told();
      await atTheMoment(daysFromNow(1.9));
      expect(await told()).toEqual([prue.id]);
    },
  );

  scenario(
    {
      clause: 'SHR-4.5',
      outcome: 'denied',
      that: 'what nobody of the host team may put right, or tell the source of, waits: whoever gives offices is told once, though a manager is free, who may do neither; whoever they choose has it',
    },
    async () => {
      await told();
      await atTheMoment(daysFromNow(0));
      await relates(scene, adaline, okafor);
      const issue = await raised({ recordedBy: grace.id });
      await relates(scene, grace, okafor);
      await sends(
        office(prue),
        'correctAccuracyIssue',
        { issue: issue.id, expectedRevision: issue.revision, answer: 'Put right.' },
        ISSUE,
      );
      expect(await told(NOBODY_FREE)).toEqual([]);
      await relates(scene, prue, okafor);
      for (const days of [0.1, 0.2]) await atTheMoment(daysFromNow(days));
      expect(await told(NOBODY_FREE)).toEqual([barnaby.id]);
      await holdsOffice(scene, quincy, 'BUSINESS_SUPPORT');
      expect(await listed(office(quincy), 'accuracyIssues')).toContain(issue.id);
      const source = await sends(
        office(quincy),
        'confirmSourceTold',
        { issue: issue.id, expectedRevision: issue.revision + 1, reason: 'Rang.' },
        ISSUE,
      );
      expect(source.accuracyIssue.state).toBe('RECIPIENTS_TOLD');
    },
  );

  /** Whom a notice was for since it was asked last; of the team, where it is that something is to be put right. */
  async function told(kind = 'ACCURACY_ISSUE_DUE'): Promise<readonly string[]> {
    const rows = await scene.database().owner.run<{ id: string }>({
      text: 'SELECT DISTINCT to_account AS id FROM scheduler.notice WHERE kind = $1',
      values: [kind],
    });
    await scene.database().owner.run({
      text: 'DELETE FROM scheduler.notice WHERE kind = $1',
      values: [kind],
    });
    return rows.map(({ id }) => id).sort();
  }

  async function atTheMoment(moment: string): Promise<void> {
    await fires(scene, ({ name }) => name.startsWith('ACCURACY_ISSUE'), new Date(moment));
  }
}
