import { parentPort, workerData } from 'node:worker_threads';
import type { DatabaseAddress } from '@postern/database';
import { connect } from '@postern/database';
import { faultEntry } from '@postern/gateway';
import { buildReporting } from '@postern/reporting';
import type { Look, Looked, ThreadGiven } from './publishing-thread.ts';

const { databaseUrl, databaseName }: ThreadGiven = workerData;
const port = parentPort;
if (port === null) throw new TypeError('The publisher runs as a worker thread.');
const address: DatabaseAddress = { urlFor: () => databaseUrl, databaseName };
const connection = connect(address, 'reporting_builder', {
  max: 1,
  applicationName: 'postern-publisher',
});

port.on('message', async (look: Look) => port.postMessage(await lookOnce(look)));

async function lookOnce({ now }: Look): Promise<Looked> {
  try {
    return { published: await buildReporting(connection, { now }) };
  } catch (error) {
    return { failed: faultEntry(error) };
  }
}
