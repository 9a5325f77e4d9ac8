import type { Partnership } from '@postern/agreements';
import {
  bindingAgreements,
  DEFAULT_PARTNERSHIP,
  ROLES,
  shropshireRules,
} from '@postern/agreements';
import type { Clock, Connection, ConnectOptions, DatabaseRole } from '@postern/database';
import type { DocumentScanner } from '@postern/document-scanner';
import { unavailableScanner } from '@postern/document-scanner';
import { documentErrands } from '@postern/episodes';
import type { ContractName } from '@postern/gateway';
import type { PolicySchema } from '@postern/policy';
import { parseRule } from '@postern/policy';
import { createReporting } from '@postern/reporting';
import type {
  InProcessSubgraph,
  OnCorruptRule,
  PolicyDesk,
  SubgraphBlueprint,
} from '@postern/subgraph-kit';
import { createSubgraph, ReleaseManifest, RowFetcher } from '@postern/subgraph-kit';
import { RECORD_BLUEPRINTS, recordTypes } from './blueprints.ts';

const RESOURCES = RECORD_BLUEPRINTS.flatMap(({ resources }) => resources);

/** Opens a pool of connections for one role. */
export type OpenConnection = (role: DatabaseRole, options: ConnectOptions) => Connection;

/** What subgraphs are opened with. */
export interface SubgraphParts {
  readonly open: OpenConnection;
  readonly clock: Clock;
  readonly policySchema: PolicySchema;
  readonly onCorruptRule: OnCorruptRule;
  /** By default Shropshire's. */
  readonly partnership?: Partnership | undefined;
  /** Looks through what is uploaded; where there is none, nothing that is uploaded can be read. */
  readonly scanner?: DocumentScanner | undefined;
}

/** A subgraph on connections of its own roles. */
export interface OpenedSubgraph {
  readonly subgraph: InProcessSubgraph;
  readonly contract: ContractName;
  /** Reads the access facts, among them the registry of issuers. */
  readonly access: Connection;
  /** The roles that it connects as. */
  readonly connections: ReadonlyMap<DatabaseRole, Connection>;
  close(): Promise<void>;
}

/** Opens a subgraph that holds records, as its blueprint's role. */
export function openRecords(
  blueprint: SubgraphBlueprint,
  {
    open,
    partnership,
    scanner = unavailableScanner,
    ...parts
  }: SubgraphParts & { readonly cursorSecret: Uint8Array },
): OpenedSubgraph {
  // Statements are compiled once and big: planning one costs more than any better plan would save.
  const settings = { plan_cache_mode: 'force_generic_plan' };
  const connection = open(blueprint.role, { max: 4, settings });
  const desk = blueprint.hasPolicyDesk === true ? open('policy_desk', { max: 3, settings }) : null;
  const subgraph = createSubgraph(blueprint, {
    ...parts,
    connection,
    errands: documentErrands(scanner),
    ...(desk === null
      ? {}
      : {
          policyDesk: {
            connection: desk,
            resources: RESOURCES,
            agreed: agreedRules(partnership ?? DEFAULT_PARTNERSHIP, parts.policySchema),
          },
        }),
    contractTypes: recordTypes(),
    inForce: bindingAgreements(partnership ?? DEFAULT_PARTNERSHIP),
  });
  return {
    subgraph,
    contract: 'records',
    access: connection,
    connections: new Map([
      [blueprint.role, connection],
      ...(desk === null ? [] : [['policy_desk', desk] as const]),
    ]),
    close: () => subgraph.close(),
  };
}

/** Opens the subgraph of aggregates. Callers are admitted on the access facts, which its own role cannot read. */
export function openReporting({ open, partnership, ...parts }: SubgraphParts): OpenedSubgraph {
  const admission = open('partners', { max: 2 });
  const connection = open('reporting', { max: 2 });
  const fetcher = new RowFetcher({
    connection: admission,
    ...parts,
    inForce: bindingAgreements(partnership ?? DEFAULT_PARTNERSHIP),
    resources: [],
    served: new Set(parts.policySchema.releasedWhole.keys()),
  });
  const subgraph = createReporting({
    connection,
    admit: (caller, purpose) =>
      fetcher.admitWhole({ caller, purpose, manifest: new ReleaseManifest() }),
  });
  return {
    subgraph,
    contract: 'reporting',
    access: admission,
    connections: new Map([
      ['partners' as const, admission],
      ['reporting' as const, connection],
    ]),
    close: async () => {
      await Promise.all([subgraph.close(), admission.close()]);
    },
  };
}

function agreedRules(partnership: Partnership, schema: PolicySchema): PolicyDesk['agreed'] {
  const titles: Readonly<Record<string, { readonly title: string }>> = ROLES;
  return {
    rules: shropshireRules(partnership.resolutions).map((rule) =>
      parseRule(rule, schema.dictionary),
    ),
    titleOf: (role) => titles[role]?.title ?? role,
  };
}
