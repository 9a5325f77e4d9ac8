import { HeaderMap } from '@apollo/server';
import { challengeFor } from '@postern/authentication';
import { codeOf, statusOf } from '@postern/edge';
import { isRefusal } from '@postern/errors';
import { GraphQLError } from 'graphql';

/** Wraps a failure for the GraphQL server, with the HTTP status and challenge that go with it. */
export function graphQLErrorOf(failure: unknown): GraphQLError {
  const original =
    failure instanceof Error ? failure : new TypeError('A thrown value is no Error.');
  const headers = new HeaderMap();
  const challenge = isRefusal(failure) ? challengeFor(failure) : undefined;
  if (challenge !== undefined) headers.set('www-authenticate', challenge);
  return new GraphQLError(original.message, {
    originalError: original,
    extensions: { code: codeOf(failure), http: { status: statusOf(failure), headers } },
  });
}
