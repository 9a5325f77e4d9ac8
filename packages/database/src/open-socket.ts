import type { Socket } from 'node:net';
import { connect } from 'node:net';

/** Bytes of PostgreSQL's CancelRequest, by which nothing else is as long. */
const CANCEL_REQUEST = 16;

/**
 * Opens a connection that fails when the other side hangs up without a word, as a proxy does whose server is gone.
 * The driver takes such an end for none, and would try again without end while a caller waits.
 */
export function openSocket(host: string, port: number): Socket {
  const socket = connect({ host, port });
  socket.once('end', () => {
    // To the request to end a statement the server answers nothing, ever.
    if (socket.bytesRead > 0 || socket.bytesWritten === CANCEL_REQUEST) return;
    socket.destroy(Object.assign(new Error('closed without an answer'), { code: 'ECONNRESET' }));
  });
  // The driver reads the name for TLS here.
  return Object.assign(socket, { host, port });
}
