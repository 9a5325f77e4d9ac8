import { Fault } from '@postern/errors';
import type { FastifyInstance } from 'fastify';

/** Starts to listen; throws Fault PORT_IN_USE, or SETTING_INVALID when the port or host may not be used. */
export async function listenOn(
  server: FastifyInstance,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<{ readonly url: string }> {
  try {
    await server.listen({ host, port });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'EADDRINUSE') throw new Fault('PORT_IN_USE', { cause, logged: { port } });
    throw new Fault('SETTING_INVALID', { cause, logged: { setting: 'PORT', port } });
  }
  const address = server.server.address();
  const actual = address === null || typeof address === 'string' ? port : address.port;
  return { url: `http://localhost:${actual}` };
}

/** Makes connections that are in use when the server closes end with their answer, so that closing can finish. */
export function endConnectionsWhenClosing(server: FastifyInstance): void {
  let closing = false;
  server.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  server.addHook('onSend', (_, reply, __, done) => {
    if (closing) reply.header('connection', 'close');
    done();
  });
}
