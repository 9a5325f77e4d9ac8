import { once } from 'node:events';
import { createServer } from 'node:net';
import { Fault } from '@postern/errors';
import type { Log } from '@postern/gateway';
import { printLog } from '../home/print-log.ts';
import type { Progress } from '../home/progress.ts';
import type { Settings } from '../home/settings.ts';
import { start } from '../stack/start.ts';
import { runningServer } from './running-server.ts';

/** The server that the tour asks. */
export interface Served {
  readonly url: string;
  /** Stops it where the tour started it. */
  leave(): Promise<void>;
}

/** The tour shows its own requests; of a server that it started, only failures are worth a line beside. */
const printFailures: Log = (entry) => {
  if (entry.event !== 'REQUEST') printLog(entry);
};

/** Finds the server that runs from this home, or starts one on a free port. @throws Fault, or the signal's reason */
export async function serve(
  settings: Settings,
  told: { readonly onProgress: Progress; readonly signal: AbortSignal },
): Promise<Served> {
  if (settings.production) throw new Fault('TOUR_IN_PRODUCTION');
  const running = await runningServer(settings.home);
  if (running !== null) {
    told.onProgress(`Asking the server that runs at ${running}`);
    return { url: running, leave: async () => {} };
  }
  told.onProgress('No server runs from this folder: starting one for the tour');
  const port = await freePort(settings.host);
  const started = await start({ ...settings, port }, { ...told, log: printFailures });
  return { url: started.url, leave: () => started.stop() };
}

async function freePort(host: string): Promise<number> {
  const probe = createServer().listen(0, host);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Fault('INTERNAL');
  return address.port;
}
