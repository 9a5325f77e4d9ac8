import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import type { DatabaseAddress } from '@postern/database';
import { FrontendReader } from './frontend-reader.ts';

/** A wire between application and PostgreSQL on which everything that passes is seen. */
export interface PostgresProxy {
  /** Leads to the same database through the proxy. */
  readonly address: DatabaseAddress;
  /** Every byte the server sent since the last {@link PostgresProxy.forget}. */
  fromServer(): string;
  /** The text of every statement run since then, in order. */
  statements(): readonly string[];
  forget(): void;
  close(): Promise<void>;
}

export async function proxyTo(target: DatabaseAddress): Promise<PostgresProxy> {
  const goal = new URL(target.urlFor('owner'));
  const received: Buffer[] = [];
  const statements: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((application) => {
    const database = connect({ host: goal.hostname, port: Number(goal.port) });
    const reader = new FrontendReader((statement) => statements.push(statement));
    for (const socket of [application, database]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        application.destroy();
        database.destroy();
      });
    }
    application.on('data', (bytes) => {
      reader.read(bytes);
      database.write(bytes);
    });
    database.on('data', (bytes) => {
      received.push(bytes);
      application.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The proxy has no port.');
  return {
    address: {
      databaseName: target.databaseName,
      urlFor: (role) => {
        const url = new URL(target.urlFor(role));
        url.hostname = '127.0.0.1';
        url.port = String(bound.port);
        return url.href;
      },
    },
    fromServer: () => Buffer.concat(received).toString('utf8'),
    statements: () => [...statements],
    forget: () => {
      received.length = 0;
      statements.length = 0;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
