import type { Connection, Statement } from '@postern/database';
import type { IssuerRecord } from './issuer-record.ts';

interface IssuerRow {
  readonly id: string;
  readonly url: string;
  readonly profile: string;
  readonly audience: string;
  readonly jwks_uri: string;
  readonly algorithms: readonly string[];
}

const SELECT_ISSUERS: Statement = {
  text: 'select id, url, profile, audience, jwks_uri, algorithms from access.issuer order by id',
  values: [],
};

/** Reads the registry of issuers (table `access.issuer`); whether a row may be trusted is decided when it is used. */
export async function loadIssuers(
  connection: Pick<Connection, 'run'>,
): Promise<readonly IssuerRecord[]> {
  const rows = await connection.run<IssuerRow>(SELECT_ISSUERS);
  return rows.map(({ id, url, profile, audience, jwks_uri, algorithms }) => ({
    id,
    url,
    profile,
    audience,
    jwksUri: jwks_uri,
    algorithms,
  }));
}
