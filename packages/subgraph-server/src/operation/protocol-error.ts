import type { ProtocolCode } from '@postern/edge';
import { GraphQLError } from 'graphql';

/** An error about the query itself, with the code that clients know it by. */
export function protocolError(
  code: ProtocolCode,
  problem: string | GraphQLError,
  extensions: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  if (typeof problem === 'string')
    return new GraphQLError(problem, { extensions: { ...extensions, code } });
  const { message, nodes, source, positions } = problem;
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    extensions: { ...problem.extensions, ...extensions, code },
  });
}
