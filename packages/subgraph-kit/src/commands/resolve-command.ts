import type { Connection } from '@postern/database';
import type { PolicySchema } from '@postern/policy';
import type { GraphQLResolveInfo } from 'graphql';
import type { AccessExplainer } from '../explaining/access-explainer.ts';
import type { Statements } from '../fetching/principal-reader.ts';
import type { RequestContext } from '../fetching/request-context.ts';
import type { RowFetcher } from '../fetching/row-fetcher.ts';
import type { ImpactPreviews } from '../impact/impact-previews.ts';
import { lookAhead } from '../selection/look-ahead.ts';
import { readInput, requirePurpose, requireRole } from './admittance.ts';
import { answering, answersOf } from './answer-types.ts';
import type { Answer, Command, Errand, Principal } from './command.ts';
import { fillRecords } from './fill-records.ts';
import type { KeptAnswers, Sent } from './kept-answers.ts';

/** What commands and questions are carried out with. */
export interface Desk {
  readonly connection: Connection;
  readonly policySchema: PolicySchema;
  readonly fetcher: RowFetcher;
  readonly kept: KeptAnswers;
  readonly errands?: ReadonlyMap<string, Errand>;
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
    const { fetcher } = desk;
    await fetcher.admit(context);
    const types = answersOf(info.returnType);
    const sent = { command: info.fieldName, args };
    const answer = await answering(async () => {
      const carriedOut = await carryOut(command, sent, context, desk);
      await follow(command, carriedOut, desk);
      return carriedOut.answer;
    }, types);
    const selection = lookAhead(info.fieldNodes, String(answer['__typename']), info);
    return fillRecords(answer, selection, { fetcher, context });
  };
}

interface CarriedOut {
  readonly answer: Answer;
  readonly now: Date;
}

/** What follows a command that is committed. */
async function follow(
  { errand }: Command,
  { answer, now }: CarriedOut,
  { connection, errands }: Desk,
): Promise<void> {
  if (errand !== undefined)
    await errands?.get(errand.name)?.(errand.subject(answer), { connection, now });
}

function carryOut(
  command: Command,
  sent: Pick<Sent, 'command' | 'args'>,
  context: RequestContext,
  { connection, policySchema, fetcher, kept }: Desk,
): Promise<CarriedOut> {
  return connection.transaction(async (transaction) => {
    const facts = await fetcher.principal(context, transaction);
    const principal = requireRole(command, facts);
    // Whoever may not do it under any purpose is not sent to another.
    requirePurpose(command, context);
    const input = readInput(command, sent.args);
    const { dictionary } = policySchema;
    const { now, accountId } = facts;
    await nameActor(transaction, principal, now);
    const answer = await kept.once({ ...sent, accountId, now }, transaction, () =>
      command.run({
        principal,
        input,
        transaction,
        now,
        dictionary,
        policySchema,
        purpose: context.purpose,
        seen: (type, ids, field) => fetcher.seen(type, ids, context, transaction, field),
        shown: (type, ids, field) => fetcher.shown(type, ids, field, context, transaction),
        mayRecord: (type, ids, fields) =>
          fetcher.recordable(type, ids, { fields, readable: true }, context, transaction),
        mayAdd: (type, ids, fields) =>
          fetcher.recordable(type, ids, { fields, readable: false }, context, transaction),
        grantee: (account, episode) => fetcher.grantee(account, episode, transaction),
        tells: (type, ids) => {
          context.manifest.identify(principal);
          for (const record of ids) context.manifest.concerns(type, record);
        },
      }),
    );
    return { answer, now };
  });
}

/** What the database does by itself in this transaction it puts on the record as done by whoever caused it. */
async function nameActor(
  transaction: Statements,
  { accountId, agencyId }: Principal,
  now: Date,
): Promise<void> {
  await transaction.run({
    text: `SELECT set_config('postern.actor', $1, true), set_config('postern.agency', $2, true), set_config('postern.now', $3, true)`,
    values: [accountId, agencyId, now.toISOString()],
  });
}
