import { readFile } from 'node:fs/promises';
import { Fault } from '@postern/errors';
import type { Log } from '@postern/gateway';
import { createSupergraphGateway } from '@postern/gateway';
import type { Settings } from '../home/settings.ts';
import type { Started } from './start.ts';

/** Serves the supergraph of a file and nothing else: no database, sign-in, policy or ledger. @throws Fault */
export async function startSupergraph(
  file: string,
  { host, port }: Pick<Settings, 'host' | 'port'>,
  log: Log,
): Promise<Started> {
  const gateway = await createSupergraphGateway({ supergraphSdl: await textOf(file), host, log });
  const { url } = await gateway.listen(port);
  return { url, stop: () => gateway.close() };
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new Fault('SETTING_INVALID', { cause, logged: { setting: 'SUPERGRAPH' } });
  }
}
