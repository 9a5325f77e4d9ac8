import { join } from 'node:path';
import type { DatabaseAddress, DatabaseRole } from '@postern/database';
import { Fault } from '@postern/errors';
import { keptSecret } from '../home/secret.ts';
import type { Settings, Variables } from '../home/settings.ts';
import { ENVIRONMENT, readSettings } from '../home/settings.ts';
import { FOR_DEVELOPMENT, roleAddresses } from './role-addresses.ts';
import type { SubgraphName } from './service-name.ts';
import { DEFAULT_PORTS } from './service-name.ts';

const SECRET_BYTES = 32;
const DEVELOPMENT_ISSUER = 'http://localhost:4000/identity';

/** What a process of the services shape takes from outside; each reads only what it needs of it. */
export interface ServiceSettings
  extends Pick<
    Settings,
    'production' | 'home' | 'host' | 'partnershipFile' | 'mail' | 'scanner' | 'tools'
  > {
  /** Null: the port that goes with the service. */
  readonly port: number | null;
  readonly address: DatabaseAddress;
  /** The development provider as tokens name it. */
  readonly developmentIssuer: string;
  /** Where a subgraph finds the development provider's keys. */
  readonly developmentKeys: URL;
  /** @throws Fault SETTING_INVALID where it is missing in production, or too short */
  cursorSecret(): Uint8Array;
  /** @throws Fault SETTING_INVALID where it is missing in production, or too short */
  recordingKey(): Uint8Array;
  /** Where the processes of a subgraph are. @throws Fault SETTING_INVALID */
  subgraphUrls(name: SubgraphName): readonly URL[];
}

/** Reads the settings of a service. @throws Fault SETTING_INVALID naming the setting */
export function readServiceSettings(variables: Variables = ENVIRONMENT): ServiceSettings {
  const { production, home, host, port, databaseUrl, partnershipFile, mail, scanner, tools } =
    readSettings(variables);
  const given = (name: string): string | null => variables[name] || null;
  const issuer = given('POSTERN_DEVELOPMENT_ISSUER') ?? DEVELOPMENT_ISSUER;
  const secret = (name: string, file: string) => (): Uint8Array => {
    const text = given(name);
    if (text !== null) return secretOf(name, text, production);
    if (production) throw invalid(name, 'missing');
    return keptSecret(join(home, file));
  };
  return {
    production,
    home,
    host,
    partnershipFile,
    mail,
    scanner,
    tools,
    port: given('PORT') === null ? null : port,
    address: roleAddresses({
      owner: databaseUrl,
      urlOf: (role: DatabaseRole) => given(`DATABASE_URL_${role.toUpperCase()}`),
      production,
    }),
    developmentIssuer: urlOf('POSTERN_DEVELOPMENT_ISSUER', issuer).href,
    developmentKeys: urlOf(
      'POSTERN_DEVELOPMENT_KEYS',
      given('POSTERN_DEVELOPMENT_KEYS') ?? `${issuer}/jwks`,
    ),
    cursorSecret: secret('POSTERN_CURSOR_SECRET', 'cursor-secret'),
    recordingKey: secret('POSTERN_RECORDING_KEY', 'recording-key'),
    subgraphUrls: (name) => {
      const setting = `POSTERN_${name.toUpperCase()}_URL`;
      const text = given(setting) ?? `http://localhost:${DEFAULT_PORTS[name]}/graphql`;
      return text.split(',').map((each) => urlOf(setting, each.trim()));
    },
  };
}

/** 32 bytes or more, written in Base64; in production not one that docker-compose.yml shows to everybody. */
function secretOf(setting: string, text: string, production: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length < SECRET_BYTES) throw invalid(setting, 'shorter than 32 bytes of Base64');
  if (production && bytes.toString().startsWith(FOR_DEVELOPMENT))
    throw invalid(setting, 'the one for development');
  return bytes;
}

function urlOf(setting: string, text: string): URL {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) throw invalid(setting, 'no HTTP address');
  return url;
}

function invalid(setting: string, reason: string): Fault {
  return new Fault('SETTING_INVALID', { logged: { setting, reason } });
}
