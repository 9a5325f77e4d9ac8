import type { AnswerBody, Asking, Gate } from '../county-fixture.ts';

/** How a subgraph is asked without a gateway in front; null leaves a header out. */
export interface Straight {
  readonly who?: Asking;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly purpose?: string | null;
  readonly authorization?: string | null;
  readonly recording?: string;
  /** The body as it is sent, in place of the query's. */
  readonly body?: string;
  readonly contentType?: string;
  readonly method?: string;
}

/** What came back, whatever was sent. */
export interface StraightAnswer {
  readonly status: number;
  readonly text: string;
  readonly body: AnswerBody;
}

/** The body of a GraphQL request as a client sends it. */
export function bodyOf(query: string, variables?: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ query, variables });
}

/** Asks a subgraph of a gate of the services shape at its own address. */
export async function askStraight(
  gate: Gate,
  subgraph: string,
  query: string,
  straight: Straight = {},
): Promise<StraightAnswer> {
  const { who, variables, purpose = 'UNDERSTAND_NEEDS', recording, method = 'POST' } = straight;
  const token = who === undefined ? null : `Bearer ${await gate.token(who)}`;
  const { authorization = token, contentType = 'application/json' } = straight;
  const response = await fetch(`${gate.subgraphs.get(subgraph)}/graphql`, {
    method,
    headers: {
      ...(method === 'POST' ? { 'content-type': contentType } : {}),
      ...(authorization === null ? {} : { authorization }),
      ...(purpose === null ? {} : { 'purpose-of-use': purpose }),
      ...(recording === undefined ? {} : { 'postern-recording': recording }),
    },
    ...(method === 'POST' ? { body: straight.body ?? bodyOf(query, variables) } : {}),
  });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as AnswerBody };
}
