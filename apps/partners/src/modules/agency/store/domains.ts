import type { Statements } from '@postern/subgraph-kit';

/** Puts these domains in place of those that an agency had. */
export async function writeDomains(
  transaction: Statements,
  agency: string,
  domains: readonly string[],
): Promise<void> {
  await transaction.run({
    text: 'DELETE FROM access.agency_domain WHERE agency_id = $1 AND domain <> ALL ($2::text[])',
    values: [agency, [...domains]],
  });
  await transaction.run({
    text: `INSERT INTO access.agency_domain (agency_id, domain) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING`,
    values: [agency, [...domains]],
  });
}
