import { buildSubgraphSchema } from '@apollo/subgraph';
import type { Clock, Connection } from '@postern/database';
import type { AgreementsInForce, PolicySchema } from '@postern/policy';
import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { parse } from 'graphql';
import { answersOf } from '../commands/answer-types.ts';
import type { Errand } from '../commands/command.ts';
import { KeptAnswers } from '../commands/kept-answers.ts';
import { resolveCommand } from '../commands/resolve-command.ts';
import { resolveEnquiry } from '../commands/resolve-enquiry.ts';
import { resolveEnrolment } from '../commands/resolve-enrolment.ts';
import { resolveQuestion } from '../commands/resolve-question.ts';
import { CursorSeal } from '../cursors/cursor-seal.ts';
import { AccessExplainer } from '../explaining/access-explainer.ts';
import type { OnCorruptRule } from '../fetching/live-policy.ts';
import type { RequestContext } from '../fetching/request-context.ts';
import { RowFetcher } from '../fetching/row-fetcher.ts';
import type { AgreedRules } from '../impact/impact-previews.ts';
import { ImpactPreviews } from '../impact/impact-previews.ts';
import type { ResourceDefinition } from '../resources/resource.ts';
import { resolveEntities } from '../root-fields/resolve-entities.ts';
import { resolveRootField } from '../root-fields/resolve-root-field.ts';
import type { SubgraphBlueprint } from './blueprint.ts';
import { checkCalendarDates } from './calendar-dates.ts';
import { executeCompiled } from './execute-compiled.ts';
import type { InProcessSubgraph } from './in-process-subgraph.ts';
import { subgraphSdl } from './subgraph-sdl.ts';

/** What a subgraph runs on. */
export interface SubgraphServices {
  /** Connected as the blueprint's role. */
  readonly connection: Connection;
  readonly clock: Clock;
  readonly inForce: AgreementsInForce;
  /** What rules may speak of, over every subgraph. */
  readonly policySchema: PolicySchema;
  /** Told of each rule of a live version that is set aside. */
  readonly onCorruptRule: OnCorruptRule;
  /** The record types of the contract this subgraph is part of: a role with rules on any of them is served at its address. */
  readonly contractTypes: ReadonlySet<string>;
  /** Shared by every process of this subgraph; at least 32 bytes. */
  readonly cursorSecret: Uint8Array;
  /** What follows commands, by the names that they give; what is not here is left to due work. */
  readonly errands?: ReadonlyMap<string, Errand>;
  /** For a subgraph that answers questions about the policy itself. */
  readonly policyDesk?: PolicyDesk;
}

/** Where the policy is asked about records of every subgraph. */
export interface PolicyDesk {
  /** Connected as `policy_desk`: it reads what decides, and no value that rules protect. */
  readonly connection: Connection;
  /** Those of every subgraph. */
  readonly resources: readonly ResourceDefinition[];
  /** What the agreement asks of a draft: its own rules, and what people call a role. */
  readonly agreed: AgreedRules;
}

/** Builds a subgraph from its blueprint: an enforcement point of its own, whoever stands in front. */
export function createSubgraph(
  blueprint: SubgraphBlueprint,
  services: SubgraphServices,
): InProcessSubgraph {
  const typeDefs = subgraphSdl(blueprint.schema);
  const fetcher = new RowFetcher({
    connection: services.connection,
    clock: services.clock,
    inForce: services.inForce,
    policySchema: services.policySchema,
    onCorruptRule: services.onCorruptRule,
    resources: blueprint.resources,
    served: services.contractTypes,
  });
  const cursors = new CursorSeal(services.cursorSecret);
  const schema = buildSubgraphSchema([{ typeDefs: parse(typeDefs) }]);
  checkCalendarDates(schema);
  for (const [name, field] of Object.entries(blueprint.queries))
    setResolver(schema.getQueryType(), name, resolveRootField(name, field, fetcher, cursors));
  const { policyDesk } = services;
  const previews =
    policyDesk === undefined
      ? null
      : new ImpactPreviews({
          ...services,
          ...policyDesk,
          statements: services.connection,
          dictionary: services.policySchema.dictionary,
        });
  const desk = {
    ...services,
    fetcher,
    explainer: explainerFor(services),
    previews,
    kept: new KeptAnswers(blueprint.name),
  };
  for (const [name, question] of Object.entries(blueprint.questions ?? {}))
    setResolver(schema.getQueryType(), name, resolveQuestion(question, desk));
  for (const [name, enquiry] of Object.entries(blueprint.enquiries ?? {}))
    setResolver(schema.getQueryType(), name, resolveEnquiry(enquiry, desk));
  for (const [name, command] of Object.entries(blueprint.commands ?? {}))
    setResolver(schema.getMutationType(), name, resolveCommand(command, desk));
  for (const [name, enrolment] of Object.entries(blueprint.enrolments ?? {}))
    setResolver(schema.getMutationType(), name, resolveEnrolment(enrolment, desk));
  refuseUnresolved(schema, { ...blueprint.commands, ...blueprint.enrolments });
  setResolver(
    schema.getQueryType(),
    '_entities',
    (_source, { representations }, context: RequestContext, info) =>
      resolveEntities(representations, fetcher, context, info),
  );
  return {
    name: blueprint.name,
    typeDefs,
    schema,
    execute: executeCompiled(schema),
    close: async () => {
      previews?.close();
      await Promise.all([services.connection.close(), services.policyDesk?.connection.close()]);
    },
  };
}

function explainerFor({
  policyDesk,
  contractTypes,
  ...services
}: SubgraphServices): AccessExplainer | null {
  return policyDesk === undefined
    ? null
    : new AccessExplainer({ ...services, ...policyDesk, served: contractTypes });
}

function setResolver(
  root: GraphQLObjectType | null | undefined,
  name: string,
  resolve: NonNullable<GraphQLField<unknown, RequestContext>['resolve']>,
): void {
  const field = root?.getFields()[name];
  if (field === undefined) throw new TypeError(`The schema has no root field "${name}".`);
  field.resolve = resolve;
}

/** A field that is offered and does nothing would answer null as if it had been carried out. */
function refuseUnresolved(
  schema: GraphQLSchema,
  commands: Readonly<Record<string, unknown>>,
): void {
  for (const [name, { type }] of Object.entries(schema.getMutationType()?.getFields() ?? {})) {
    if (!Object.hasOwn(commands, name)) throw new TypeError(`Nothing carries out "${name}".`);
    answersOf(type);
  }
}
