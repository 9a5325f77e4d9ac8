import type { Connection } from '@postern/database';
import type { PolicySchema } from '@postern/policy';
import type { GraphQLResolveInfo } from 'graphql';
import { getNamedType } from 'graphql';
import type { AccessExplainer } from '../explaining/access-explainer.ts';
import type { RequestContext } from '../fetching/request-context.ts';
import type { RowFetcher } from '../fetching/row-fetcher.ts';
import type { ImpactPreviews } from '../impact/impact-previews.ts';
import { lookAhead } from '../selection/look-ahead.ts';
import { readInput, requirePurpose, requireRole } from './admittance.ts';
import type { Answer, Command } from './command.ts';
import { CommandRefused, refusalAnswer } from './command-refused.ts';
import { fillRecords } from './fill-records.ts';

/** What commands and questions are carried out with. */
export interface Desk {
  readonly connection: Connection;
  readonly policySchema: PolicySchema;
  readonly fetcher: RowFetcher;
  /** Null where the subgraph was opened without a policy desk. */
  readonly explainer: AccessExplainer | null;
  readonly previews: ImpactPreviews | null;
}

type Resolver = (
  source: unknown,
  args: Readonly<Record<string, unknown>>,
  context: RequestContext,
  info: GraphQLResolveInfo,
) => Promise<unknown>;

/**
 * The resolver of a field of Mutation: admits the caller, then finds them once more inside the transaction in which
 * everything is checked and changed. What the answer shows of records is read after the commit, by the rules.
 */
export function resolveCommand(command: Command, desk: Desk): Resolver {
  return async (_source, args, context, info) => {
    await desk.fetcher.admit(context);
    requirePurpose(command, context);
    const answer = await carryOut(command, args, context, desk);
    const selection = lookAhead(info.fieldNodes, getNamedType(info.returnType).name, info);
    return fillRecords(answer, selection, { fetcher: desk.fetcher, context });
  };
}

async function carryOut(
  command: Command,
  args: Readonly<Record<string, unknown>>,
  context: RequestContext,
  { connection, policySchema, fetcher }: Desk,
): Promise<Answer> {
  try {
    return await connection.transaction(async (transaction) => {
      const facts = await fetcher.principal(context, transaction);
      const principal = requireRole(command, facts);
      const input = readInput(command, args);
      const { dictionary } = policySchema;
      return command.run({
        principal,
        input,
        transaction,
        now: facts.now,
        dictionary,
        policySchema,
      });
    });
  } catch (failure) {
    if (failure instanceof CommandRefused) return { refused: refusalAnswer(failure) };
    throw failure;
  }
}
