import { Fault } from '@postern/errors';
import { z } from 'zod';

const tlsMode = z.enum(['disable', 'allow', 'prefer', 'require', 'verify-full']);

/** How far a connection insists on TLS, in PostgreSQL's own words (`sslmode`). */
export type TlsMode = z.infer<typeof tlsMode>;

/** A PostgreSQL address taken apart; `password` is null where the URL has none. */
export interface DatabaseUrl {
  readonly user: string;
  readonly password: string | null;
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly tls: TlsMode | null;
}

/**
 * Reads `postgres://user:password@host:port/database[?sslmode=...]`.
 * Throws Fault DATABASE_URL_INVALID that names the faulty part and never repeats any of it.
 */
export function parseDatabaseUrl(text: string): DatabaseUrl {
  const url = readUrl(text);
  if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:') throw invalid('scheme');
  if (url.hash !== '') throw invalid('fragment');
  const database = decoded(url.pathname.slice(1), 'database');
  if (!isName(database) || database.includes('/')) throw invalid('database');
  const user = decoded(url.username, 'user');
  if (!isName(user)) throw invalid('user');
  const password = decoded(url.password, 'password');
  if (password.includes('\0')) throw invalid('password');
  if (url.port === '0') throw invalid('port');
  return {
    user,
    password: password === '' ? null : password,
    host: readHost(url.hostname),
    port: url.port === '' ? 5432 : Number(url.port),
    database,
    tls: readTls(url.searchParams),
  };
}

/** Writes a URL that {@link parseDatabaseUrl} reads back to the same parts. */
export function formatDatabaseUrl(parts: DatabaseUrl): string {
  const credentials =
    parts.password === null
      ? encodeURIComponent(parts.user)
      : `${encodeURIComponent(parts.user)}:${encodeURIComponent(parts.password)}`;
  const host = parts.host.includes(':') ? `[${parts.host}]` : parts.host;
  const query = parts.tls === null ? '' : `?sslmode=${parts.tls}`;
  return `postgres://${credentials}@${host}:${parts.port}/${encodeURIComponent(parts.database)}${query}`;
}

function readUrl(text: string): URL {
  // The URL parser drops white space silently, which would accept an address that was pasted wrongly.
  if (/\s/.test(text)) throw invalid('white space');
  const url = URL.parse(text);
  if (url === null) throw invalid('form');
  return url;
}

function readHost(hostname: string): string {
  const host = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  // Several hosts, socket folders and encoded characters are forms that the driver would guess at.
  if (!/^[A-Za-z0-9._:-]+$/.test(host)) throw invalid('host');
  return host;
}

function readTls(query: URLSearchParams): TlsMode | null {
  for (const key of query.keys()) if (key !== 'sslmode') throw invalid('parameter');
  const [mode, another] = query.getAll('sslmode');
  if (mode === undefined) return null;
  const parsed = tlsMode.safeParse(mode);
  if (!parsed.success || another !== undefined) throw invalid('sslmode');
  return parsed.data;
}

function decoded(text: string, part: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalid(part);
  }
}

function isName(text: string): boolean {
  return text !== '' && !text.includes('\0') && Buffer.byteLength(text) <= 63;
}

function invalid(part: string): Fault {
  return new Fault('DATABASE_URL_INVALID', { logged: { part } });
}
