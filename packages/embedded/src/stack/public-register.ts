import type { Connection } from '@postern/database';
import type { PublicRegister, Signatory } from '@postern/gateway';

/** The register of those who ever signed, read with a role that may read no more of them than this. */
export function publicRegister(connection: Pick<Connection, 'run'>): PublicRegister {
  return () =>
    connection.run<Signatory>({
      text: `SELECT agency.name, agency.kind, agency.state, jsonb_agg(jsonb_build_object(
            'agreement', coalesce(terms.title, signed.agreement), 'version', signed.version,
            'since', to_char(signed.effective_from AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
            'until', to_char(signed.ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
          ORDER BY signed.effective_from, signed.agreement, signed.version) AS signatures
        FROM access.agency JOIN access.agency_signature signed ON signed.agency_id = agency.id
        LEFT JOIN access.agreement terms ON terms.key = signed.agreement
        GROUP BY agency.id, agency.name, agency.kind, agency.state ORDER BY agency.name, agency.id`,
      values: [],
    });
}
