import { join } from 'node:path';
import type { Clock } from '@postern/database';
import { externalDatabase, startEmbeddedDatabase, systemClock } from '@postern/database';
import type { Log } from '@postern/gateway';
import { faultEntry } from '@postern/gateway';
import type { Progress } from '../home/progress.ts';
import { noteRunning } from '../home/running.ts';
import { keptSecret } from '../home/secret.ts';
import type { Settings } from '../home/settings.ts';
import { developmentSignIn } from './development-sign-in.ts';
import { prepareDatabase } from './prepare-database.ts';
import { createStack } from './stack.ts';

/** A server that answers requests. */
export interface Started {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts everything in one process: database, schemas, county, subgraphs, sign-in and gateway. @throws Fault */
export async function start(
  settings: Settings,
  options: { readonly onProgress: Progress; readonly log: Log; readonly clock?: Clock },
): Promise<Started> {
  const clock = options.clock ?? systemClock;
  const { onProgress, log } = options;
  const undo: (() => Promise<void> | void)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const address = await openDatabase(settings, onProgress, (step) => undo.push(step));
    const issuer = `http://localhost:${settings.port}/identity`;
    await prepareDatabase(address, {
      now: clock.now(),
      county: settings.production ? null : 'small',
      issuerUrl: settings.production ? null : issuer,
      onProgress,
    });
    onProgress('Composing the subgraphs');
    const signIn = settings.production
      ? null
      : await developmentSignIn({
          issuer,
          keysFile: join(settings.home, 'identity-keys.json'),
          onFailure: (error) => log(faultEntry(error)),
        });
    const stack = await createStack({
      address,
      clock,
      production: settings.production,
      host: settings.host,
      cursorSecret: keptSecret(join(settings.home, 'cursor-secret')),
      mounts: signIn === null ? [] : [signIn.mount],
      log,
      ...(signIn === null ? {} : { keys: signIn.keys }),
    });
    undo.push(() => stack.close());
    const { url } = await stack.gateway.listen(settings.port);
    undo.push(
      noteRunning(join(settings.home, 'running.json'), {
        pid: process.pid,
        port: settings.port,
        issuer,
      }),
    );
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openDatabase(
  settings: Settings,
  onProgress: Progress,
  later: (step: () => Promise<void>) => void,
): Promise<ReturnType<typeof externalDatabase>> {
  if (settings.databaseUrl !== null) {
    onProgress('Using the database of DATABASE_URL');
    return externalDatabase(settings.databaseUrl, {
      roleSecret: Buffer.from(keptSecret(join(settings.home, 'role-secret'))).toString('base64url'),
    });
  }
  const database = await startEmbeddedDatabase({
    directory: join(settings.home, 'database'),
    onProgress,
  });
  later(() => database.stop());
  return database.address;
}
