import type { RequestContext } from '../fetching/request-context.ts';
import { readInput } from './admittance.ts';
import type { Enquiry } from './command.ts';
import type { Desk } from './resolve-command.ts';

/** The resolver of a field of Query for whoever is signed in, admitted or not. */
export function resolveEnquiry(enquiry: Enquiry, { connection, fetcher }: Desk) {
  return async (
    _source: unknown,
    args: Readonly<Record<string, unknown>>,
    context: RequestContext,
  ): Promise<unknown> => {
    const { facts, now } = await fetcher.enrolling(context, connection);
    const input = readInput(enquiry, args);
    return enquiry.answer({
      caller: context.caller,
      account: facts,
      input,
      now,
      statements: connection,
    });
  };
}
