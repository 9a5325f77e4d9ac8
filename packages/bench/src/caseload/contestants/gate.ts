import { localKeys } from '@postern/authentication';
import type { Connection } from '@postern/database';
import { connect, externalDatabase, systemClock } from '@postern/database';
import { createStack } from '@postern/embedded';
import type { ServerTask } from './contestant.ts';
import type { Serving } from './serve.ts';

/** What may stand between the gate and its connections. */
export type AroundConnection = (connection: Connection) => Connection;

/** Starts the gate as `npm start` does, its log going to standard error; `around` may replace statements. */
export async function startGate(task: ServerTask, around: AroundConnection): Promise<Serving> {
  const address = externalDatabase(task.databaseUrl);
  const keys = localKeys({ keys: [...task.jwks.keys] });
  let statements = 0;
  const counted = (connection: Connection): Connection => ({
    ...connection,
    run: (statement) => {
      statements += 1;
      return connection.run(statement);
    },
  });
  const { gateway } = await createStack({
    address,
    clock: systemClock,
    production: false,
    cursorSecret: new Uint8Array(32),
    mounts: [],
    log: (entry) => {
      process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`);
    },
    keys: () => keys,
    open: (role, options) => around(counted(connect(address, role, options))),
  });
  const { url } = await gateway.listen(0);
  return { url, statements: () => statements };
}
