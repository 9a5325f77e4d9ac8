import type { DatabaseRole, MigrationSource } from '@postern/database';
import type { ResourceDefinition } from '../resources/resource.ts';
import type { RootField } from '../root-fields/root-field.ts';

/** What an app states about its subgraph: its schema, its resources and its root fields. The kit does the rest. */
export interface SubgraphBlueprint {
  readonly name: string;
  /** The database role it connects as: its own schema and the access facts, nothing else. */
  readonly role: DatabaseRole;
  readonly schema: readonly URL[];
  readonly resources: readonly ResourceDefinition[];
  readonly queries: Readonly<Record<string, RootField>>;
  readonly migrations: MigrationSource;
}
