import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import type { DatabaseAddress } from '@postern/database';

/** A database behind a line that a test can cut and mend. */
export interface Severable {
  readonly address: DatabaseAddress;
  /** Breaks every connection and accepts none that lasts: abruptly, or politely as a proxy does. */
  cut(how: 'RESET' | 'END'): void;
  mend(): void;
  close(): Promise<void>;
}

export async function severable(target: DatabaseAddress): Promise<Severable> {
  const { hostname, port } = new URL(target.urlFor('owner'));
  const open = new Set<Socket>();
  let whole = true;
  let breakOff = (socket: Socket): void => void socket.destroy();
  const server = createServer((near) => {
    if (!whole) {
      open.add(near);
      near.on('error', () => {});
      near.on('close', () => open.delete(near));
      near.resume();
      breakOff(near);
      return;
    }
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on('error', () => {});
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  const near = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const cut: Severable['cut'] = (how) => {
    whole = false;
    breakOff = (socket) => void (how === 'RESET' ? socket.resetAndDestroy() : socket.end());
    for (const socket of open) breakOff(socket);
  };
  return {
    address: {
      databaseName: target.databaseName,
      urlFor: (role) => {
        const url = new URL(target.urlFor(role));
        url.port = String(near);
        return url.href;
      },
    },
    cut,
    mend: () => {
      whole = true;
    },
    close: async () => {
      cut('RESET');
      server.close();
      await once(server, 'close');
    },
  };
}
