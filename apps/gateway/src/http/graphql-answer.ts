import type { ApolloServer, BaseContext, ContextThunk } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Has a GraphQL server answer a request. */
export async function answerGraphQL<Context extends BaseContext>(
  request: FastifyRequest,
  reply: FastifyReply,
  { graphql, context }: { readonly graphql: ApolloServer<Context>; readonly context: Context },
): Promise<FastifyReply> {
  const { status, headers, body } = await graphql.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method,
      headers: headerMapOf(request),
      search: searchOf(request.url),
      body: request.body,
    },
    context: (() => Promise.resolve(context)) satisfies ContextThunk<Context>,
  });
  reply.code(status ?? 200);
  for (const [name, value] of headers) reply.header(name, value);
  if (body.kind === 'complete') return reply.send(body.string);
  throw new TypeError('An answer in parts was not asked for.');
}

function headerMapOf(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

function searchOf(url: string): string {
  const mark = url.indexOf('?');
  return mark === -1 ? '' : url.slice(mark);
}
