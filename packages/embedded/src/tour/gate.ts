import { Fault } from '@postern/errors';
import type { z } from 'zod';

/** A request to the gate, as any client would send it. */
export interface GateRequest {
  readonly token: string;
  readonly path: '/graphql' | '/reporting/graphql';
  readonly purpose: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Sends one request over HTTP and reads the answer's text. @throws Fault TOUR_UNANSWERED */
export async function ask(url: string, request: GateRequest): Promise<string> {
  const { token, path, purpose, query, variables } = request;
  try {
    const response = await fetch(new URL(path, url), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'purpose-of-use': purpose,
      },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(30_000),
    });
    return await response.text();
  } catch (cause) {
    throw new Fault('TOUR_UNANSWERED', { cause, logged: { path } });
  }
}

/** Reads an answer by its schema. @throws Fault TOUR_UNANSWERED */
export function readAnswer<T>(schema: z.ZodType<T>, text: string, path: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Fault('TOUR_UNANSWERED', { cause, logged: { path } });
  }
}
