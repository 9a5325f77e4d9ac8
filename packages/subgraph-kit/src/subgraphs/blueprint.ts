import type { DatabaseRole, MigrationSource } from '@postern/database';
import type { Command, Enquiry, Enrolment, Question } from '../commands/command.ts';
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
  /** Fields of Mutation, each with what carries it out; none when absent. */
  readonly commands?: Readonly<Record<string, Command>>;
  /** Fields of Mutation for whoever is signed in and not admitted yet; none when absent. */
  readonly enrolments?: Readonly<Record<string, Enrolment>>;
  /** Fields of Query for whoever is signed in and not admitted yet; none when absent. */
  readonly enquiries?: Readonly<Record<string, Enquiry>>;
  /** Fields of Query that no table answers; none when absent. */
  readonly questions?: Readonly<Record<string, Question>>;
  /** Whether it answers questions about the policy itself, for which it connects as `policy_desk` too. */
  readonly hasPolicyDesk?: boolean;
  readonly migrations: MigrationSource;
}
