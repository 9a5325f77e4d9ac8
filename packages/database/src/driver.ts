import postgres from 'postgres';
import type { DatabaseAddress } from './address.ts';
import type { DatabaseRole } from './database-role.ts';
import type { DatabaseUrl } from './database-url.ts';
import { parseDatabaseUrl } from './database-url.ts';
import { openSocket } from './open-socket.ts';
import { VALUE_TYPES } from './value-types.ts';

/** The driver's pool; never leaves this package, because its errors hold statements and values. */
export type Driver = postgres.Sql;

/** How a pool is made: its size, its name in `pg_stat_activity`, and session settings by name. */
export interface ConnectOptions {
  readonly max?: number;
  readonly applicationName?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

export const USUAL_SESSIONS = 5;

/** Milliseconds a statement of a service may take; the owner migrates and loads, and the builder counts whole years, which may take longer. */
const STATEMENT_TIMEOUT = '10000';
const UNHURRIED: ReadonlySet<DatabaseRole> = new Set(['owner', 'reporting_builder']);
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Opens a pool; it connects when first used. */
export function openDriver(
  address: DatabaseAddress,
  role: DatabaseRole,
  options: ConnectOptions = {},
): Driver {
  const url = parseDatabaseUrl(address.urlFor(role));
  const poolOptions = {
    host: url.host,
    port: url.port,
    database: url.database,
    username: url.user,
    password: url.password ?? '',
    ssl: tlsOf(url),
    max: options.max ?? USUAL_SESSIONS,
    connect_timeout: 10,
    // After an outage the next try comes soon: a person is waiting for it.
    backoff: (retries: number) => Math.min(0.05 * 2 ** retries, 1),
    onnotice: () => {},
    types: { ...VALUE_TYPES },
    // Array types are in the list above; asking the server for them would cost every pool a statement.
    fetch_types: false,
    connection: {
      application_name: options.applicationName ?? `postern-${role}`,
      TimeZone: 'UTC',
      jit: 'off',
      statement_timeout: UNHURRIED.has(role) ? '0' : STATEMENT_TIMEOUT,
      ...options.settings,
    } as unknown as Partial<postgres.ConnectionParameters>,
    // Known to the driver and not to its types.
    socket: () => openSocket(url.host, url.port),
  };
  return postgres(poolOptions);
}

/** How far connections to an address insist on TLS; within one machine they use none unless told. */
export function tlsOf(url: DatabaseUrl): false | 'allow' | 'prefer' | 'require' | 'verify-full' {
  if (url.tls === null) return LOOPBACK.has(url.host) ? false : 'prefer';
  return url.tls === 'disable' ? false : url.tls;
}
