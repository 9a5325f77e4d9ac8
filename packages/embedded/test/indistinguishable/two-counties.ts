import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { Answer, Asking, Gate, Manner } from '../county-fixture.ts';
import { countyDatabase, gateFor } from '../county-fixture.ts';
import type { PostgresProxy } from '../wire/postgres-proxy.ts';
import { proxyTo } from '../wire/postgres-proxy.ts';

/** One reader's questions. */
export interface Questions {
  readonly who: Asking;
  readonly purpose: NonNullable<Manner['purpose']>;
  readonly asked: readonly {
    readonly query: string;
    readonly variables?: Readonly<Record<string, unknown>>;
  }[];
}

/** What came back, and what was run for it. */
export interface Answered {
  readonly answers: readonly unknown[];
  /** Digests of the statements of each question, sorted: fetches of a plan run at the same time. */
  readonly statements: readonly (readonly string[])[];
}

// A cursor is encrypted anew each time; what is left to compare is its length and where it leads.
const CURSOR = /(?<="(?:cursor|startCursor|endCursor)":")[^"]+/gi;

/** Everything of an answer but the moment it was given and the cipher of its cursors. */
function bytesOf({ status, text, headers }: Answer): unknown {
  // Two questions that the schema refuses would be answered alike too.
  expect(text).not.toContain('GRAPHQL_VALIDATION_FAILED');
  const { date: _, ...others } = headers;
  return { status, text: text.replace(CURSOR, ({ length }) => `${length}`), headers: others };
}

function digestOf(statement: string): string {
  return createHash('sha256').update(statement).digest('hex').slice(0, 12);
}

/** The cursor at the end of a list that goes on. */
function nextOf({ body }: Answer): string | undefined {
  const lists: { pageInfo?: { hasNextPage: boolean; endCursor: string } }[] = Object.values(
    body.data ?? {},
  );
  const [page] = lists.flatMap((list) => list?.pageInfo ?? []);
  return page?.hasNextPage === true ? page.endCursor : undefined;
}

/** Asks in a county of its own after each of some changes to it. */
export async function answeredAfter(
  changes: readonly string[],
  of: Questions,
): Promise<readonly Answered[]> {
  const database = await countyDatabase();
  const proxy = await proxyTo(database.address);
  const gate = await gateFor(proxy);
  try {
    const stages: Answered[] = [];
    for (const change of changes) {
      await database.owner.script(change);
      stages.push(await answered(gate, proxy, of));
    }
    return stages;
  } finally {
    await gate.close();
    await proxy.close();
    await database.drop();
  }
}

async function answered(gate: Gate, proxy: PostgresProxy, of: Questions): Promise<Answered> {
  const answers: unknown[] = [];
  const statements: (readonly string[])[] = [];
  for (const { query, variables = {} } of of.asked) {
    const ask = (after?: string): Promise<Answer> => {
      const place = after === undefined ? {} : { after };
      const manner = { purpose: of.purpose, variables: { ...variables, ...place } };
      return gate.ask(of.who, query, manner);
    };
    // The first time compiles and prepares.
    await ask();
    proxy.forget();
    const answer = await ask();
    answers.push(bytesOf(answer));
    const next = nextOf(answer);
    if (next !== undefined) answers.push(bytesOf(await ask(next)));
    statements.push(proxy.statements().map(digestOf).toSorted());
  }
  return { answers, statements };
}
