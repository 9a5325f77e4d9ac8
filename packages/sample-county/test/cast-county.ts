import type { Connection } from '@postern/database';
import { afterAll, beforeAll } from 'vitest';
import { loadSampleCounty } from '../src/index.ts';
import type { CountyServer } from './county-server.ts';
import { startCountyServer } from './county-server.ts';
import { countOf, value } from './database-content.ts';

/** The moment that the county of these tests is loaded for. */
export const now = new Date('2026-03-10T09:30:00Z');

/** That moment in SQL. */
export const at = `timestamptz '${now.toISOString()}'`;

/** A grant `g` that is live in itself: begun, not ended, revoked or suspended, in a role still held. */
export const LIVE_GRANT = `g.starts_at <= ${at} AND (g.ends_at IS NULL OR g.ends_at > ${at})
  AND g.revoked_at IS NULL AND g.suspended_at IS NULL
  AND EXISTS (SELECT FROM access.role_holding h
    WHERE h.account_id = g.account_id AND h.role = g.role AND (h.ends_at IS NULL OR h.ends_at > ${at}))`;

/** Questions to a small county. */
export interface CastCounty {
  rows<Row extends object>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  count(query: string, values?: readonly unknown[]): Promise<number>;
  value<T>(text: string, values?: readonly unknown[]): Promise<T>;
  /** The row of a table with an id. */
  one<Row extends object>(table: string, id: string | undefined): Promise<Row>;
  isLive(grantId: string): Promise<boolean>;
}

/** Loads a small county before the tests of a file and stops its server after them. */
export function useCastCounty(): CastCounty {
  let server: CountyServer;
  let county: Connection;
  beforeAll(async () => {
    server = await startCountyServer();
    county = await server.emptyDatabase('cast');
    await loadSampleCounty(county, { size: 'small', now, onProgress: () => {} });
  }, 60_000);
  afterAll(() => server.stop());
  return {
    rows: (text, values = []) => county.run({ text, values }),
    count: (query, values) => countOf(county, query, values),
    value: (text, values) => value(county, text, values),
    one: async <Row extends object>(table: string, id: string | undefined) => {
      const text = `SELECT * FROM ${table} WHERE id = $1::uuid`;
      const [found] = await county.run<Row>({ text, values: [id] });
      if (found === undefined) throw new Error(`nothing in ${table}`);
      return found;
    },
    isLive: async (grantId) => {
      const live = `SELECT FROM access.access_grant g WHERE g.id = $1::uuid AND ${LIVE_GRANT}`;
      return (await countOf(county, live, [grantId])) === 1;
    },
  };
}
