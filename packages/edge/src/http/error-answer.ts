import { challengeFor } from '@postern/authentication';
import { isRefusal, Refusal } from '@postern/errors';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { EdgeServices } from '../edge-services.ts';
import { faultEntry } from '../observation/log.ts';
import { newOutcome } from '../observation/outcome.ts';
import { clientError, codeOf, knownErrorOf, statusOf } from './client-error.ts';
import { protocolCodeOf } from './protocol-errors.ts';
import { securityHeaders } from './security-headers.ts';

type ErrorServices = Pick<EdgeServices, 'style' | 'log'>;

/** Answers what was thrown before or beside the GraphQL server, in the form in which that server answers. */
export function answerError({ style, log }: ErrorServices) {
  return (thrown: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const error = requestErrorOf(thrown) ?? thrown;
    if (!isRefusal(error) && protocolCodeOf(error) === null)
      log(faultEntry(knownErrorOf(error) ?? error));
    request.outcome.code = codeOf(error);
    const challenge = isRefusal(error) ? challengeFor(error) : undefined;
    if (challenge !== undefined) reply.header('www-authenticate', challenge);
    return reply.code(statusOf(error)).send({ errors: [clientError(error, style)] });
  };
}

/** Answers an address that does not exist. */
export function answerNotFound(services: ErrorServices) {
  const answer = answerError(services);
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    answer(new Refusal('NOT_FOUND') as unknown as FastifyError, request, reply);
}

/** Answers an address that is no address, for which the HTTP server runs no hooks. */
export function answerUnroutable(services: ErrorServices) {
  const answer = answerError(services);
  const headers = securityHeaders(services.style.production);
  return (thrown: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    request.outcome = newOutcome();
    answer(thrown, request, reply.headers(headers));
  };
}

/** What the HTTP server itself found wrong with a request; null when the failure is ours. */
function requestErrorOf({ code, statusCode = 500 }: FastifyError): Refusal | null {
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Refusal('REQUEST_TOO_LARGE');
  return statusCode >= 400 && statusCode < 500 ? new Refusal('REQUEST_MALFORMED') : null;
}
