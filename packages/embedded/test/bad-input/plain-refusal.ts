import type { LogEntry } from '@postern/gateway';
import { expect } from 'vitest';
import type { AnswerBody, Gate } from '../county-fixture.ts';

/** What came back over HTTP, whatever was sent. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** Text that stands for something that may never leave: it is put where a careless service would repeat it. */
export const CANARY = 'Zzyzx-canary-07700900123';

/** Words that only the inside of the service knows. */
const FROM_INSIDE =
  /\bselect\b.+\bfrom\b|\binsert\b|postgres|node_modules|\n\s+at |file:\/\/|\.ts:\d|\bsqlstate\b|\bstack\b/i;

/** Sends a request as it stands, with a token unless the headers say otherwise. */
export async function send(
  gate: Gate,
  request: RequestInit & { readonly path?: string },
): Promise<RawAnswer> {
  const response = await fetch(`${gate.url}${request.path ?? '/graphql'}`, {
    method: 'POST',
    ...request,
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

/** Holds of every refusal: its code and status, one remedy, the urgent channel, no data, nothing from inside. */
export function expectRefusal(
  answer: Pick<RawAnswer, 'status' | 'text'>,
  status: number,
  code: string,
): Readonly<Record<string, unknown>> {
  const body = JSON.parse(answer.text) as AnswerBody;
  expect({
    status: answer.status,
    codes: body.errors?.map((error) => error.extensions['code']),
  }).toEqual({ status, codes: [code] });
  const error = body.errors?.[0];
  expect(body.data ?? null).toBeNull();
  expect(error?.message).toMatch(/\w{3,}.*\.$|\w{3,}/s);
  expect(error?.extensions['remedy']).toMatch(/\w{3,}/);
  expect(error?.extensions['urgent']).toContain('999');
  expectNothingFromInside(answer.text);
  return error?.extensions ?? {};
}

/** No stack, no SQL, no path, no name of a part, whatever the answer is. */
export function expectNothingFromInside(text: string): void {
  expect(text).not.toMatch(FROM_INSIDE);
}

/** The log holds no token, no query, no SQL and none of the texts given. */
export function expectQuietLog(log: readonly LogEntry[], ...texts: readonly string[]): void {
  const written = log.map((entry) => JSON.stringify(entry)).join('\n');
  expect(written).toContain('"event":"REQUEST"');
  for (const text of [CANARY, 'Bearer', 'eyJ', 'edges {', ...texts])
    expect(written).not.toContain(text);
  expect(written).not.toMatch(/\bselect\b.+\bfrom\b|\binsert into\b/i);
}
