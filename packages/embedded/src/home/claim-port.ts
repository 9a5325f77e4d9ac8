import { once } from 'node:events';
import { createServer } from 'node:net';
import { Fault } from '@postern/errors';

const ABOUT_THE_HOST = new Set([
  'EADDRNOTAVAIL',
  'EAFNOSUPPORT',
  'EAI_AGAIN',
  'EINVAL',
  'ENOTFOUND',
]);

/**
 * Finds out before any work is done whether the port can be had; 0 becomes a port that is free.
 * @throws Fault PORT_IN_USE, or SETTING_INVALID naming the setting
 */
export async function claimPort(host: string, port: number): Promise<number> {
  const server = createServer();
  try {
    server.listen({ host, port });
    await once(server, 'listening');
  } catch (error) {
    throw failure(error, port);
  }
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address === null || typeof address === 'string' ? port : address.port;
}

function failure(error: unknown, port: number): Fault {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (reason === 'EADDRINUSE') return new Fault('PORT_IN_USE', { logged: { port } });
  const setting = ABOUT_THE_HOST.has(reason) ? 'POSTERN_HOST' : 'PORT';
  return new Fault('SETTING_INVALID', { logged: { setting, reason } });
}
