import { CLAUSE_IDS, ROLES } from '@postern/agreements';
import { episodesSubgraph } from '@postern/episodes';
import { familiesSubgraph } from '@postern/families';
import { partnersSubgraph } from '@postern/partners';
import type { DataDictionary, PolicySchema } from '@postern/policy';
import { REPORTED_WHOLE, reportingTypeDefs } from '@postern/reporting';
import type { SubgraphBlueprint, SubgraphDefinition } from '@postern/subgraph-kit';
import {
  composeSupergraph,
  dictionaryOf,
  enumFieldsOf,
  policySchemaOf,
  subgraphSdl,
} from '@postern/subgraph-kit';

/** The subgraphs that hold records. */
export const RECORD_BLUEPRINTS: readonly SubgraphBlueprint[] = [
  familiesSubgraph,
  episodesSubgraph,
  partnersSubgraph,
];

const recordDefinitions: readonly SubgraphDefinition[] = RECORD_BLUEPRINTS.map((blueprint) => ({
  name: blueprint.name,
  typeDefs: subgraphSdl(blueprint.schema),
}));

const reportingDefinition: SubgraphDefinition = { name: 'reporting', typeDefs: reportingTypeDefs };

/** The two contracts: records and aggregates never stand in one schema that a client is served. */
export const composeContracts = once(
  (): { readonly records: string; readonly reporting: string } => ({
    records: composeSupergraph(recordDefinitions),
    reporting: composeSupergraph([reportingDefinition]),
  }),
);

/** The whole supergraph, both contracts together. */
export function composeWhole(): string {
  return composeSupergraph([...recordDefinitions, reportingDefinition]);
}

/** The record types of the records contract. */
export const recordTypes = once(
  (): ReadonlySet<string> => new Set(dictionaryOf(recordDefinitions).keys()),
);

/** The class of every field of every subgraph. */
export const wholeDictionary = once(
  (): DataDictionary => dictionaryOf([...recordDefinitions, reportingDefinition]),
);

/** What rules may speak of, over every subgraph. */
export const wholePolicySchema = once(
  (): PolicySchema =>
    policySchemaOf({
      dictionary: wholeDictionary(),
      subgraphs: RECORD_BLUEPRINTS,
      enums: enumFieldsOf(recordDefinitions),
      releasedWhole: REPORTED_WHOLE,
      roles: Object.keys(ROLES),
      clauses: CLAUSE_IDS,
    }),
);

/** Blueprints never change while a process runs, so what follows from them is worked out when it is first asked for. */
function once<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
