import { join } from 'node:path';
import { remoteKeys } from '@postern/authentication';
import { connect, systemClock } from '@postern/database';
import type { Log } from '@postern/gateway';
import { faultEntry } from '@postern/gateway';
import type { Scheduler } from '@postern/scheduler';
import { readPartnership } from '../home/partnership-setting.ts';
import { noteRunning } from '../home/running.ts';
import { startPublisher } from '../publisher/publisher.ts';
import type { KeysOf } from '../stack/authenticator.ts';
import { developmentSignIn } from '../stack/development-sign-in.ts';
import {
  startEpisodesTimers,
  startFamiliesTimers,
  startPartnersTimers,
} from '../stack/start-timers.ts';
import { startGatewayService } from './gateway-service.ts';
import { requirePrepared } from './prepared.ts';
import type { ServiceName } from './service-name.ts';
import { DEFAULT_PORTS, SUBGRAPH_NAMES } from './service-name.ts';
import type { ServiceSettings } from './settings.ts';
import type { Service } from './subgraph-service.ts';
import { startSubgraphService } from './subgraph-service.ts';

/** Where people open Postern in development, unless a setting says otherwise. */
const GATEWAY_URL = `http://localhost:${DEFAULT_PORTS.gateway}`;

/** Starts one process of the services shape from its settings. @throws Fault */
export async function startService(
  name: Exclude<ServiceName, 'migrate'>,
  settings: ServiceSettings,
  log: Log,
): Promise<Service<string | null>> {
  if (name === 'publisher') return startPublishing(settings, log);
  const { address, production, host } = settings;
  const port = settings.port ?? DEFAULT_PORTS[name];
  const recordingKey = settings.recordingKey();
  const shared = { address, clock: systemClock, production, host, recordingKey, log };
  if (name === 'gateway') return startGateway(port, shared, settings);
  const cursorSecret = settings.cursorSecret();
  const mail = name === 'partners' ? settings.mail(GATEWAY_URL) : null;
  const scanner = name === 'episodes' ? settings.scanner() : null;
  const service = await startSubgraphService(name, port, {
    ...shared,
    cursorSecret,
    partnership: readPartnership(settings.partnershipFile),
    keys: fetchedKeys(settings),
    ...(scanner === null ? {} : { scanner }),
  });
  if (mail !== null) return withTimers(service, () => startPartnersTimers({ ...shared, mail }));
  if (name === 'families') return withTimers(service, () => startFamiliesTimers(shared));
  return scanner === null
    ? service
    : withTimers(service, () => startEpisodesTimers({ ...shared, scanner }));
}

/** Publishes what closes; it answers nobody. */
async function startPublishing({ address }: ServiceSettings, log: Log): Promise<Service<null>> {
  const connection = connect(address, 'reporting_builder', { max: 1 });
  try {
    await requirePrepared(new Map([['reporting_builder' as const, connection]]));
  } finally {
    await connection.close();
  }
  const { stop } = startPublisher({ address, clock: systemClock, log });
  return { url: null, stop };
}

/** Timers end before what they tell of: what they began is done. */
async function withTimers(service: Service, start: () => Promise<Scheduler>): Promise<Service> {
  try {
    const timers = await start();
    return {
      ...service,
      stop: async () => {
        await timers.stop();
        await service.stop();
      },
    };
  } catch (error) {
    await service.stop();
    throw error;
  }
}

async function startGateway(
  port: number,
  shared: Omit<Parameters<typeof startGatewayService>[1], 'subgraphs' | 'mounts'>,
  settings: ServiceSettings,
): Promise<Service> {
  const { production, home, developmentIssuer } = settings;
  const tools = settings.tools();
  const signIn = production
    ? null
    : await developmentSignIn({
        issuer: developmentIssuer,
        keysFile: join(home, 'identity-keys.json'),
        onFailure: (error) => shared.log(faultEntry(error)),
      });
  const service = await startGatewayService(port, {
    ...shared,
    subgraphs: SUBGRAPH_NAMES.map((name) => ({ name, urls: settings.subgraphUrls(name) })),
    mounts: signIn === null ? [] : [signIn.mount],
    keys: signIn?.keys,
    tools,
  });
  if (signIn === null) return service;
  const running = { pid: process.pid, port, issuer: developmentIssuer };
  const forget = noteRunning(join(home, 'running.json'), running);
  return {
    ...service,
    stop: async () => {
      forget();
      await service.stop();
    },
  };
}

/** The development provider's keys, fetched from the gateway that signs in; nobody's in production. */
function fetchedKeys({ production, developmentKeys }: ServiceSettings): KeysOf | undefined {
  if (production) return undefined;
  const keys = remoteKeys(developmentKeys.href);
  return (issuerId) => (issuerId === 'development' ? keys : undefined);
}
