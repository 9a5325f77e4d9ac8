import { Refusal } from '@postern/errors';
import type { GraphQLResolveInfo } from 'graphql';
import { getNamedType } from 'graphql';
import type { RequestContext } from '../fetching/request-context.ts';
import { RECORDED_TYPES } from '../release/release-manifest.ts';
import { lookAhead } from '../selection/look-ahead.ts';
import { readInput, requirePurpose, requireRole } from './admittance.ts';
import type { Question } from './command.ts';
import { CommandRefused } from './command-refused.ts';
import { fillRecords } from './fill-records.ts';
import type { Desk } from './resolve-command.ts';

/**
 * The resolver of a field of Query that no table answers. It has no `refused` to say why: what a command would say
 * there is an error here.
 */
export function resolveQuestion(question: Question, desk: Desk) {
  return async (
    _source: unknown,
    args: Readonly<Record<string, unknown>>,
    context: RequestContext,
    info: GraphQLResolveInfo,
  ): Promise<unknown> => {
    const { connection, policySchema, fetcher } = desk;
    await fetcher.admit(context);
    const answer = await refusing(async () => {
      const facts = await fetcher.principal(context, connection);
      const principal = requireRole(question, facts);
      requirePurpose(question, context);
      const input = readInput(question, args);
      const { dictionary } = policySchema;
      return question.answer({
        principal,
        input,
        statements: connection,
        seen: (type, ids, field) => fetcher.seen(type, ids, context, connection, field),
        now: facts.now,
        dictionary,
        policySchema,
        explain: (request) => opened(desk.explainer).explain(request, principal, context.manifest),
        tells: (type, ids) => {
          const { manifest } = context;
          manifest.identify(principal);
          const { clause } = question;
          for (const record of ids)
            if (RECORDED_TYPES.includes(type)) manifest.concerns(type, record);
            else manifest.told({ question: info.fieldName, clause, record });
        },
        preview: (tried, milliseconds) =>
          opened(desk.previews).preview(tried, { asker: principal, now: facts.now, milliseconds }),
      });
    });
    const selection = lookAhead(info.fieldNodes, getNamedType(info.returnType).name, info);
    return fillRecords(answer, selection, { fetcher, context });
  };
}

function opened<T>(part: T | null): T {
  if (part === null) throw new TypeError('No policy desk was opened for this subgraph.');
  return part;
}

async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (failure) {
    if (!(failure instanceof CommandRefused)) throw failure;
    const { about = [], findings = [] } = failure.details;
    const parts = findings.map(({ part, expected }) => `${part}: ${expected}`);
    throw new Refusal(failure.code, { about: [...about, ...parts] });
  }
}
