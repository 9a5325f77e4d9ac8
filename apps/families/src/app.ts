import type { SubgraphBlueprint } from '@postern/subgraph-kit';
import {
  agreementSignerResource,
  exclusionResource,
  familyAgreementResource,
} from './modules/agreement/agreement.resource.ts';
import { entryTypes } from './modules/entry/entry-types.ts';
import { familyResource } from './modules/family/family.resource.ts';
import { addressResource, householdResource } from './modules/household/household.resource.ts';
import { characteristicSources, personResource } from './modules/person/person.resource.ts';

/** Families, households, persons and what is recorded about them. Entered only through entities: there is no open index of people (SHR-8.2.1f). */
export const familiesSubgraph: SubgraphBlueprint = {
  name: 'families',
  role: 'families',
  schema: [
    new URL('./modules/family/family.graphql', import.meta.url),
    new URL('./modules/household/household.graphql', import.meta.url),
    new URL('./modules/person/person.graphql', import.meta.url),
    new URL('./modules/entry/entries.graphql', import.meta.url),
    new URL('./modules/agreement/agreement.graphql', import.meta.url),
  ],
  resources: [
    familyResource,
    householdResource,
    addressResource,
    personResource,
    familyAgreementResource,
    agreementSignerResource,
    exclusionResource,
    ...entryTypes,
    ...characteristicSources,
  ],
  queries: {},
  migrations: { name: 'families', folder: new URL('../migrations/', import.meta.url) },
};
