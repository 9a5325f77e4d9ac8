import { expectedRevision, id, text } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { holdSeen, requireHolder } from '../guards/party.ts';
import type { InformationRequestMove } from '../information-request.machine.ts';
import type { RefusalCode } from '../information-request.table.ts';
import { REFUSAL_CODES } from '../information-request.table.ts';
import { ANSWERING, step } from './steps.ts';

const LONGEST_REASONS = 10_000;

const MOVES = {
  SHARED: 'SHARE',
  PART_SHARED: 'SHARE_IN_PART',
  REFUSED: 'REFUSE',
} as const satisfies Readonly<Record<string, InformationRequestMove>>;

/** Of a statutory duty: what the law itself lets stand against it. */
const AGAINST_A_DUTY: readonly RefusalCode[] = [
  'MORE_DETRIMENTAL',
  'NOT_HELD',
  'OTHER_AGENCYS_DATA',
  'LEGAL_PRIVILEGE',
  'LAW_ENFORCEMENT_PREJUDICE',
];

const input = z
  .strictObject({
    request: id,
    expectedRevision,
    answer: z.enum(['SHARED', 'PART_SHARED', 'REFUSED']),
    code: z.enum(REFUSAL_CODES).nullish(),
    reasons: text(LONGEST_REASONS).nullish(),
    riskAssessment: text(LONGEST_REASONS).nullish(),
  })
  // A refusal is never silent (SHR-3.3.8), and what is shared whole has nothing to excuse.
  .superRefine(({ answer, code, reasons, riskAssessment }, context) => {
    if (answer === 'SHARED' && riskAssessment != null)
      context.addIssue({
        code: 'custom',
        path: ['riskAssessment'],
        message: 'nothing, of what is shared whole',
      });
    for (const [part, given] of [
      ['code', code],
      ['reasons', reasons],
    ] as const) {
      if (answer === 'SHARED' && given != null)
        context.addIssue({
          code: 'custom',
          path: [part],
          message: 'nothing, of what is shared whole',
        });
      if (answer !== 'SHARED' && given == null)
        context.addIssue({
          code: 'custom',
          path: [part],
          message: 'given with every refusal, and with everything that is left out',
        });
    }
  });

/** The agency that was asked shares, shares in part, or refuses and says why in writing. */
export const answerInformationRequest: Command<z.infer<typeof input>> = {
  roles: ANSWERING,
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { answer, code = null, reasons = null, riskAssessment = null } = call.input;
    const request = await holdSeen(call);
    requireHolder(request, call);
    if (code === 'MORE_DETRIMENTAL' && !request.statutoryDuty)
      throw new CommandRefused('REFUSAL_CODE_NOT_OPEN', { about: ['MORE_DETRIMENTAL'] });
    if (code !== null && request.statutoryDuty && !AGAINST_A_DUTY.includes(code))
      throw new CommandRefused('REFUSAL_CODE_NOT_OPEN', { about: AGAINST_A_DUTY });
    return step(
      request,
      {
        move: MOVES[answer],
        onBehalfOf: 'AGENCY',
        reason: 'The answer and its reasons stand with the request.',
        answer: { by: call.principal.accountId, at: call.now, code, reasons, riskAssessment },
      },
      call,
    );
  },
};
