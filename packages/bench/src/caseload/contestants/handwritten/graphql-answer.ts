import { ApolloServer, HeaderMap } from '@apollo/server';
import type { RunStatement } from './connection.ts';
import { caseloadByRows } from './row-statements.ts';

const SCHEMA = `
type Query { episodes(first: Int): EpisodeConnection }
type EpisodeConnection { edges: [EpisodeEdge!]! }
type EpisodeEdge { node: Episode! }
type Episode {
  id: ID! reference: String status: String levelOfNeed: Int openedOn: String
  family: Family team: [Practitioner!] needs: [Need!] plan: Plan
}
type Family { reference: String households: [Household!] members: [Person!] }
type Household { name: String addresses: [Address!] }
type Address { line: String town: String postcode: String }
type Person { givenName: String familyName: String dateOfBirth: String gender: String }
type Practitioner { name: String jobTitle: String agency: Agency }
type Agency { name: String kind: String }
type Need { outcome: String identifiedOn: String metOn: String }
type Plan { actions: [Action!] }
type Action { goal: String responsible: String dueOn: String status: String }
`;

/** Answers one GraphQL request with the statements of one caseload. */
export type AnswerGraphQL = (body: string, run: RunStatement) => Promise<string>;

/** A GraphQL server as one would write it by hand for this caseload: one resolver, no federation, no access control. */
export async function graphQLByHand(): Promise<AnswerGraphQL> {
  const server = new ApolloServer<{ readonly run: RunStatement }>({
    typeDefs: SCHEMA,
    resolvers: {
      Query: {
        episodes: async (_source: unknown, _args: unknown, { run }: { run: RunStatement }) => ({
          edges: await caseloadByRows(run),
        }),
      },
    },
    nodeEnv: 'production',
    stopOnTerminationSignals: false,
    // Without indentation, as the gate writes it.
    stringifyResult: (result) => JSON.stringify(result),
  });
  await server.start();
  return async (text, run) => {
    const { body } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: 'POST',
        headers: new HeaderMap([['content-type', 'application/json']]),
        search: '',
        body: JSON.parse(text),
      },
      context: () => Promise.resolve({ run }),
    });
    if (body.kind !== 'complete') throw new TypeError('An answer in parts was not asked for.');
    return body.string;
  };
}
