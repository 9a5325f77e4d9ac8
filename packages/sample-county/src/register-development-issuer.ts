import type { Connection } from '@postern/database';

const AUDIENCE = 'https://postern.example/api';

/**
 * Registers the development provider at its present address and, the first time, lets it speak for every agency there is;
 * for whom it speaks after that is decided by commands. Safe to repeat: the address may change between starts. Throws Fault DATABASE_*.
 */
export async function registerDevelopmentIssuer(
  owner: Connection,
  issuer: { readonly url: string },
): Promise<void> {
  await owner.transaction(async (transaction) => {
    await transaction.run({
      text: `INSERT INTO access.issuer (id, url, profile, audience, jwks_uri, algorithms)
        VALUES ('development', $1::text, 'RFC9068', $2::text, $1::text || '/jwks', ARRAY['ES256'])
        ON CONFLICT (id) DO UPDATE SET url = excluded.url, profile = excluded.profile,
          audience = excluded.audience, jwks_uri = excluded.jwks_uri, algorithms = excluded.algorithms`,
      values: [issuer.url, AUDIENCE],
    });
    await transaction.run({
      text: `INSERT INTO access.issuer_agency (issuer_id, agency_id) SELECT 'development', id FROM access.agency
        WHERE NOT EXISTS (SELECT FROM access.issuer_agency WHERE issuer_id = 'development')`,
      values: [],
    });
  });
}
