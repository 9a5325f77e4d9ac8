import type { DatabaseAddress, DatabaseRole, DatabaseUrl } from '@postern/database';
import { parseDatabaseUrl, tlsOf } from '@postern/database';
import type { Log } from '@postern/edge';
import pg from 'pg';
import { engineFailure } from './engine-failure.ts';

type Tls = NonNullable<pg.PoolConfig['ssl']>;

const CONNECT_MILLISECONDS = 10_000;
const STATEMENT_MILLISECONDS = 10_000;

/** The pool that the library works on; it takes no other driver. It insists on TLS as far as the other connections do. */
export async function openEnginePool(
  address: DatabaseAddress,
  role: DatabaseRole,
  { max, log }: { readonly max: number; readonly log: Log },
): Promise<pg.Pool> {
  const url = parseDatabaseUrl(address.urlFor(role));
  const client = {
    host: url.host,
    port: url.port,
    database: url.database,
    user: url.user,
    password: url.password ?? '',
    application_name: `postern-scheduler-${role}`,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    ...(role === 'owner' ? {} : { statement_timeout: STATEMENT_MILLISECONDS }),
  };
  const pool = new pg.Pool({ ...client, max, ssl: await tlsFor(url, client) });
  const note = (error: Error): void => log(engineFailure(error));
  // A session that ends while nobody uses it would otherwise end the process.
  pool.on('error', note);
  pool.on('connect', (session) => session.on('error', note));
  return pool;
}

async function tlsFor(url: DatabaseUrl, client: pg.ClientConfig): Promise<Tls> {
  const wanted = tlsOf(url);
  if (wanted === false) return false;
  if (wanted === 'verify-full') return { rejectUnauthorized: true };
  const unverified = { rejectUnauthorized: false };
  return wanted === 'require' || (await offersTls({ ...client, ssl: unverified }))
    ? unverified
    : false;
}

/** This driver never falls back by itself, as `prefer` and `allow` mean it to. */
async function offersTls(config: pg.ClientConfig): Promise<boolean> {
  const session = new pg.Client(config);
  session.on('error', () => {});
  try {
    await session.connect();
    return true;
  } catch (error) {
    if (error instanceof Error && /does not support SSL/.test(error.message)) return false;
    throw error;
  } finally {
    await session.end().catch(() => {});
  }
}
