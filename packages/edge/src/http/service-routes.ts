import type { RouteOptions } from 'fastify';
import type { EdgeServices } from '../edge-services.ts';
import { faultEntry } from '../observation/log.ts';
import { codeOf } from './client-error.ts';

const LONGEST_CHECK_MS = 3_000;

/** Tells that the process answers. */
export const liveRoute: RouteOptions = {
  method: 'GET',
  url: '/health/live',
  handler: () => ({ status: 'live' }),
};

/** Tells whether requests can be served; 503 with a code when not. */
export function readyRoute({
  ready,
  log,
}: Pick<EdgeServices, 'log'> & {
  /** Resolves when requests can be served; what it throws is reported by code. */
  ready(): Promise<void>;
}): RouteOptions {
  return {
    method: 'GET',
    url: '/health/ready',
    handler: async (_, reply) => {
      try {
        await withinTime(ready());
        return { status: 'ready' };
      } catch (failure) {
        log(faultEntry(failure));
        return reply.code(503).send({ status: 'not ready', code: codeOf(failure) });
      }
    },
  };
}

/** The figures, for Prometheus. */
export function metricsRoute({ metrics }: Pick<EdgeServices, 'metrics'>): RouteOptions {
  return {
    method: 'GET',
    url: '/metrics',
    handler: async (_, reply) => reply.type(metrics.contentType).send(await metrics.text()),
  };
}

async function withinTime(check: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The check took too long.')), LONGEST_CHECK_MS);
  });
  try {
    await Promise.race([check, late]);
  } finally {
    clearTimeout(timer);
  }
}
