import type { Socket } from 'node:net';
import { connect } from 'node:net';

/**
 * Opens a connection that fails when the other side hangs up without a word, as a proxy does whose server is gone.
 * The driver takes such an end for none, and would try again without end while a caller waits.
 */
export function openSocket(host: string, port: number): Socket {
  const socket = connect({ host, port });
  socket.once('end', () => {
    if (socket.bytesRead > 0) return;
    socket.destroy(Object.assign(new Error('closed without an answer'), { code: 'ECONNRESET' }));
  });
  // The driver reads the name for TLS here.
  return Object.assign(socket, { host, port });
}
