import type { Question } from '@postern/subgraph-kit';
import { z } from 'zod';
import { DECIDERS } from './deciders.ts';

const input = z.strictObject({});

interface Row {
  readonly provider: string;
  readonly address: string;
  readonly link: string | null;
  readonly agency: string;
  readonly state: string;
  readonly revision: number;
  readonly proposedBy: string | null;
}

/** The registered providers and for whom each speaks, for those who decide on it; of their keys nothing. */
const signInProviders: Question<z.output<typeof input>> = {
  clause: 'SHR-8.2.1a',
  roles: DECIDERS,
  purpose: 'ADMINISTRATION',
  input,
  answer: async ({ statements, tells }) => {
    const rows = await statements.run<Row & Record<string, unknown>>({
      text: `SELECT issuer.id AS provider, issuer.url AS address, link.id AS link, link.agency_id AS agency, link.state, link.revision,
          link.proposed_by AS "proposedBy"
        FROM access.issuer LEFT JOIN access.issuer_agency link ON link.issuer_id = issuer.id
        LEFT JOIN access.agency ON agency.id = link.agency_id ORDER BY issuer.id, agency.name, link.id`,
      values: [],
    });
    tells(
      'AgencyProvider',
      rows.flatMap(({ link }) => link ?? []),
    );
    return [...Map.groupBy(rows, ({ provider }) => provider)].map(([provider, links]) => ({
      provider,
      address: links[0]?.address,
      agencies: links.filter(({ link }) => link !== null),
    }));
  },
};

export const agencyProviderQuestions = { signInProviders } as Readonly<Record<string, Question>>;
