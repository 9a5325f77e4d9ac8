import type { OnBehalfOf } from '@postern/steps';
import { takeStep, takingFor } from '@postern/steps';
import type { Answer, CommandCall } from '@postern/subgraph-kit';
import type { InformationRequestMove } from '../information-request.machine.ts';
import { informationRequestMachine } from '../information-request.machine.ts';
import type { InformationRequest, RequestAnswer } from '../store/requests.ts';
import { stepRequest } from '../store/requests.ts';

/** Those who work with a family, and so ask about it and are asked. */
export const CASEWORKERS: readonly string[] = [
  'LEAD_PROFESSIONAL',
  'TAF_MEMBER',
  'EHAST_PRACTITIONER',
  'CONSULTATION_STAFF',
  'HUB_WORKER',
  'REFERRING_PRACTITIONER',
];
/** Those who answer for an agency: whoever of it works on the episode, or its contact officer. */
export const ANSWERING: readonly string[] = [...CASEWORKERS, 'CONTACT_OFFICER'];
export const DECIDING: readonly string[] = ['DATA_PROTECTION_OFFICER', 'EARLY_HELP_MANAGER'];

/** One step of a request, and what is written of it. */
export interface RequestStep {
  readonly move: InformationRequestMove;
  readonly onBehalfOf: OnBehalfOf;
  readonly reason: string;
  readonly answer?: RequestAnswer;
}

/** Takes a step of a held request. What was said stands with the request; the record of the step says that it was said. */
export async function step(
  request: InformationRequest,
  { answer, ...taken }: RequestStep,
  call: CommandCall<unknown>,
): Promise<Answer> {
  const { id, episodeId, askedBy, holdingAgencyId } = request;
  const next = await takeStep(
    informationRequestMachine,
    request,
    {
      ...taken,
      about: { episode: episodeId, account: askedBy, agency: holdingAgencyId },
      details: answer?.code == null ? {} : { code: answer.code },
    },
    takingFor(call),
  );
  await stepRequest(call.transaction, id, next, answer);
  return { informationRequest: id };
}
