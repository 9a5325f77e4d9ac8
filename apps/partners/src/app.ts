import type { RootField, SubgraphBlueprint } from '@postern/subgraph-kit';
import { agencyResource } from './modules/agency/agency.resource.ts';
import { episodeTeamResource } from './modules/episode-team/episode-team.resource.ts';
import { grantResource } from './modules/grant/grant.resource.ts';
import { justificationResource } from './modules/justification/justification.resource.ts';
import { practitionerResource } from './modules/practitioner/practitioner.resource.ts';

const queries: Readonly<Record<string, RootField>> = {
  me: { kind: 'OWN_ACCOUNT', type: 'Practitioner' },
  agencies: { kind: 'ALL', type: 'Agency' },
};

/** Agencies, the people who work in them, and who works on which episode. Owner of the access facts. */
export const partnersSubgraph: SubgraphBlueprint = {
  name: 'partners',
  role: 'partners',
  schema: [
    'agency/agency',
    'practitioner/practitioner',
    'grant/grant',
    'justification/justification',
  ].map((path) => new URL(`./modules/${path}.graphql`, import.meta.url)),
  resources: [
    agencyResource,
    practitionerResource,
    episodeTeamResource,
    grantResource,
    justificationResource,
  ],
  queries,
  migrations: { name: 'partners', folder: new URL('../migrations/', import.meta.url) },
};
