import { challengeFor } from '@postern/authentication';
import type { ErrorStyle, Log } from '@postern/edge';
import { clientError, codeOf, faultEntry, knownErrorOf, statusOf } from '@postern/edge';
import { isRefusal } from '@postern/errors';
import { errorBody, ODATA_HEADERS } from '@postern/odata';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ToolSettings } from '../../options.ts';
import type { ToldError } from '../request/contract-question.ts';
import { ContractError } from '../request/contract-question.ts';

/** What errors are told with. */
export interface ErrorServices {
  readonly style: ErrorStyle;
  readonly log: Log;
  readonly settings: ToolSettings;
}

/** Tells a tool of an error in the form of OData, with our code; of a key, or of what was sent, nothing is said back. */
export function answerODataError({ style, log, settings }: ErrorServices) {
  return (thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    // What the contract refused it has noted and logged itself.
    const isTold = thrown instanceof ContractError;
    if (!isTold) {
      if (!isRefusal(thrown)) log(faultEntry(knownErrorOf(thrown) ?? thrown));
      request.outcome.code = codeOf(thrown);
    }
    const told: ToldError = isTold ? thrown.told : clientError(thrown, style);
    const status = isTold ? thrown.status : statusOf(thrown);
    if (status === 401)
      reply.header('www-authenticate', signInBy(usualChallenge(thrown), settings));
    const { code = 'INTERNAL', remedy = '', ...facts } = told.extensions ?? {};
    return reply
      .code(status)
      .headers(ODATA_HEADERS)
      .type('application/json; charset=utf-8')
      .send(
        errorBody({ code: String(code), message: told.message, remedy: String(remedy), facts }),
      );
  };
}

/**
 * How to sign in: a stock connector reads where its user does so from `authorization_uri`, and sends an empty Bearer token to
 * be told (learn.microsoft.com/power-bi/connect-data/desktop-troubleshoot-odata).
 */
function signInBy(challenge: string, { authorizationUri }: ToolSettings): string {
  return authorizationUri === undefined
    ? challenge
    : challenge.replace('Bearer ', `Bearer authorization_uri="${authorizationUri}", `);
}

function usualChallenge(thrown: unknown): string {
  const challenge =
    thrown instanceof ContractError
      ? thrown.challenge
      : isRefusal(thrown)
        ? challengeFor(thrown)
        : undefined;
  return challenge ?? 'Bearer realm="postern"';
}
