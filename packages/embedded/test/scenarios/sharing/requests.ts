import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered } from '../vocabulary/command.ts';
import { sends } from '../vocabulary/command.ts';
import type { Reader } from '../vocabulary/reader.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { niamh, grace, dorothea, gideon } = cast.practitioners;
const { fernhollow } = cast.agencies;
const okafor = cast.families.okafor.episodes.current;

const SHOWN =
  '... on InformationRequestChanged { informationRequest { id state revision reasons riskAssessment } }';
const NOT_PROPORTIONATE = { enum: 'NOT_PROPORTIONATE' };

/** One agency asks another about a family that both work with. */
export function requestScenarios({ reader, given, database }: Scene): void {
  const health = (): Reader => reader(niamh).for('COORDINATE_SUPPORT');
  const school = (): Reader => reader(grace).for('COORDINATE_SUPPORT');

  async function asked(): Promise<Answered> {
    const { informationRequest } = await sends(
      health(),
      'askForInformation',
      {
        episode: okafor.id,
        holdingAgency: fernhollow.id,
        asked: 'Attendance since September, to plan support.',
        idempotencyKey: crypto.randomUUID(),
      },
      SHOWN,
    );
    return informationRequest;
  }
  const answers = (
    who: Reader,
    request: Answered,
    args: Readonly<Record<string, unknown>>,
  ): Promise<Answered> =>
    sends(
      who,
      'answerInformationRequest',
      { request: request.id, expectedRevision: request.revision, ...args },
      SHOWN,
    );

  scenario(
    {
      clause: 'SHR-3.5.4b',
      outcome: 'granted',
      that: 'a partner who is asked about a family answers with what is relevant, in part where the rest is not, and says why',
    },
    async () => {
      const { informationRequest } = await answers(school(), await asked(), {
        answer: { enum: 'PART_SHARED' },
        code: NOT_PROPORTIONATE,
        reasons: 'The marks have nothing to do with it.',
      });
      expect(informationRequest).toMatchObject({
        state: 'PART_SHARED',
        reasons: 'The marks have nothing to do with it.',
      });
    },
  );

  scenario(
    {
      clause: 'SHR-3.5.4b',
      outcome: 'denied',
      that: 'nothing is left out or refused without a word: an answer without reasons is not taken, and the request waits on',
    },
    async () => {
      const request = await asked();
      for (const answer of ['PART_SHARED', 'REFUSED'])
        expect(await answers(school(), request, { answer: { enum: answer } })).toMatchObject({
          code: 'ARGUMENT_INVALID',
        });
      const { informationRequest } = await answers(school(), request, {
        answer: { enum: 'SHARED' },
      });
      expect(informationRequest.state).toBe('SHARED');
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.7b',
      outcome: 'granted',
      that: 'the agency that refuses puts its assessment of the risk beside the reasons, and the one that asked reads it',
    },
    async () => {
      const request = await asked();
      await answers(school(), request, {
        answer: { enum: 'REFUSED' },
        code: NOT_PROPORTIONATE,
        reasons: 'It would tell more than is needed.',
        riskAssessment: 'Assessment of 16 June, kept by the school.',
      });
      const { body } = await health().asks(
        '{ informationRequests(first: 100) { edges { node { id riskAssessment } } } }',
      );
      expect(body.data.informationRequests.edges).toContainEqual({
        node: { id: request.id, riskAssessment: 'Assessment of 16 June, kept by the school.' },
      });
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.7b',
      outcome: 'denied',
      that: 'nobody but the agency that decides puts an assessment there, and none stands beside what is shared whole',
    },
    async () => {
      const request = await asked();
      const args = { answer: { enum: 'SHARED' }, riskAssessment: 'Ours.' };
      expect(await answers(school(), request, args)).toMatchObject({ code: 'ARGUMENT_INVALID' });
      expect(
        await answers(health(), request, {
          answer: { enum: 'REFUSED' },
          code: NOT_PROPORTIONATE,
          reasons: 'r',
          riskAssessment: 'Ours.',
        }),
      ).toMatchObject({ code: 'NOT_THE_AGENCY_ASKED' });
    },
  );

  scenario(
    {
      clause: 'STA-2.2c',
      outcome: 'granted',
      that: 'what the agency that was asked decides stands, or somebody who had no part in it decides on it anew',
    },
    async () => {
      const request = await asked();
      const { informationRequest: refused } = await answers(school(), request, {
        answer: { enum: 'REFUSED' },
        code: NOT_PROPORTIONATE,
        reasons: 'It would tell more than is needed.',
      });
      const { informationRequest: escalated } = await sends(
        health(),
        'escalateInformationRequest',
        { request: request.id, expectedRevision: refused.revision, reason: 'The plan needs it.' },
        SHOWN,
      );
      const { informationRequest } = await sends(
        reader(dorothea).for('ADMINISTRATION'),
        'decideEscalation',
        {
          request: request.id,
          expectedRevision: escalated.revision,
          decision: { enum: 'CONFIRMED' },
          reason: 'The reasons are good.',
        },
        SHOWN,
      );
      expect(informationRequest.state).toBe('CONFIRMED');
    },
  );

  scenario(
    {
      clause: 'STA-2.2c',
      outcome: 'denied',
      that: 'whoever asked neither answers for the other agency nor decides whether its refusal stands',
    },
    async () => {
      const request = await asked();
      expect(await answers(health(), request, { answer: { enum: 'SHARED' } })).toMatchObject({
        code: 'NOT_THE_AGENCY_ASKED',
      });
      await given.changed(
        'access.role_holding',
        { account_id: gideon.id, role: 'EARLY_HELP_MANAGER' },
        { account_id: niamh.id },
      );
      const { informationRequest: refused } = await answers(school(), request, {
        answer: { enum: 'REFUSED' },
        code: NOT_PROPORTIONATE,
        reasons: 'It would tell more than is needed.',
      });
      const { informationRequest: escalated } = await sends(
        health(),
        'escalateInformationRequest',
        { request: request.id, expectedRevision: refused.revision, reason: 'The plan needs it.' },
        SHOWN,
      );
      expect(
        await sends(
          health(),
          'decideEscalation',
          {
            request: request.id,
            expectedRevision: escalated.revision,
            decision: { enum: 'OVERTURNED' },
            reason: 'I want it.',
          },
          SHOWN,
        ),
      ).toMatchObject({ code: 'SECOND_PERSON' });
    },
  );

  for (const [last, code, reasons, riskAssessment] of [
    [{ answer: { enum: 'SHARED' } }, 'NOT_PROPORTIONATE', 'It would tell too much.', 'The first.'],
    [
      {
        answer: { enum: 'PART_SHARED' },
        code: { enum: 'NOT_NECESSARY' },
        reasons: 'The marks are left out.',
        riskAssessment: 'A second one.',
      },
      'NOT_NECESSARY',
      'It would tell too much.\n\nThe marks are left out.',
      'The first.\n\nA second one.',
    ],
  ] as const)
    scenario(
      {
        clause: 'SHR-3.3.8',
        outcome: 'granted',
        that: `the written reasons of a refusal that was overturned stand when it is ${last.answer.enum} after all`,
      },
      async () => {
        const request = await asked();
        const { informationRequest: refused } = await answers(school(), request, {
          answer: { enum: 'REFUSED' },
          code: NOT_PROPORTIONATE,
          reasons: 'It would tell too much.',
          riskAssessment: 'The first.',
        });
        const { informationRequest: escalated } = await sends(
          health(),
          'escalateInformationRequest',
          { request: request.id, expectedRevision: refused.revision, reason: 'The plan needs it.' },
          SHOWN,
        );
        const { informationRequest: overturned } = await sends(
          reader(dorothea).for('ADMINISTRATION'),
          'decideEscalation',
          {
            request: request.id,
            expectedRevision: escalated.revision,
            decision: { enum: 'OVERTURNED' },
            reason: 'It is needed.',
          },
          SHOWN,
        );
        const { informationRequest } = await answers(school(), overturned, last);
        expect(informationRequest).toMatchObject({
          state: last.answer.enum,
          reasons,
          riskAssessment,
        });
        const [kept] = await database().owner.run({
          text: 'SELECT refusal_code AS code FROM partners.information_request WHERE id = $1',
          values: [request.id],
        });
        expect(kept).toEqual({ code });
      },
    );
}
