import { createServer } from 'node:http';
import type { FastifyInstance } from 'fastify';
import fastify from 'fastify';
import type { GatewayServices } from '../services.ts';
import { answerError, answerNotFound, answerUnroutable } from './error-answer.ts';
import { handleMounts } from './mounts.ts';
import { observeRequests } from './request-observation.ts';
import { addSecurityHeaders } from './security-headers.ts';

const LARGEST_BODY_BYTES = 256 * 1024;
const LONGEST_REQUEST_MS = 30_000;

/** What every address uses. */
export type HttpServices = Pick<
  GatewayServices,
  'mounts' | 'metrics' | 'log' | 'style' | 'production'
>;

/** Creates the HTTP server with what holds for every address: size, headers, errors, figures. */
export function createHttpServer(services: HttpServices): FastifyInstance {
  const server = fastify({
    bodyLimit: LARGEST_BODY_BYTES,
    requestTimeout: LONGEST_REQUEST_MS,
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    frameworkErrors: answerUnroutable(services),
    serverFactory: (handler) => createServer(handleMounts(services.mounts, handler)),
  });
  // GraphQL arrives as JSON only; fastify would take text as well.
  server.removeContentTypeParser('text/plain');
  observeRequests(server, services);
  server.addHook('onRequest', addSecurityHeaders(services.production));
  server.setErrorHandler(answerError(services));
  server.setNotFoundHandler(answerNotFound(services));
  return server;
}
