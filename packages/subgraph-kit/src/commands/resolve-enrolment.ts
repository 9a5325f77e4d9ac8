import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../fetching/request-context.ts';
import { readInput } from './admittance.ts';
import { answering, answersOf } from './answer-types.ts';
import type { Enrolment } from './command.ts';
import type { Desk } from './resolve-command.ts';

/** The resolver of a field of Mutation for whoever is signed in: one transaction, in which it is done or nothing is. */
export function resolveEnrolment(enrolment: Enrolment, { connection, fetcher }: Desk) {
  return (
    _source: unknown,
    args: Readonly<Record<string, unknown>>,
    context: RequestContext,
    info: GraphQLResolveInfo,
  ): Promise<unknown> =>
    answering(
      () =>
        connection.transaction(async (transaction) => {
          const { facts, now } = await fetcher.enrolling(context, transaction);
          const input = readInput(enrolment, args);
          return enrolment.run({
            caller: context.caller,
            account: facts,
            input,
            now,
            transaction,
          });
        }),
      answersOf(info.returnType),
    );
}
