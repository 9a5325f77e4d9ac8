import { cast } from '@postern/sample-county';
import { expect } from 'vitest';
import type { Answered, Asking, Gate } from '../county-fixture.ts';
import { carriedOut, commands } from '../machines/commands.ts';

const { ines } = cast.practitioners;
const SHOWS =
  '... on ReportingCredentialChanged { credential kind purpose prefix provider clientId state revision endsAt key }';

/** What a tool was answered. */
export interface ToolAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; null where it is none. */
  readonly json: Answered;
}

/** How a tool shows who it is. */
export type Shows =
  | { readonly as: Asking }
  | { readonly key: string; readonly by: 'BASIC' | 'URL' }
  | { readonly authorization: string }
  | null;

/** Asks as a tool does. */
export async function tool(
  gate: Gate,
  path: string,
  shows: Shows = { as: ines },
  headers: Readonly<Record<string, string>> = {},
): Promise<ToolAnswer> {
  const url = new URL(path.startsWith('http') ? path : `${gate.url}/reporting/${path}`);
  const authorization = await authorizationOf(gate, shows);
  if (shows !== null && 'key' in shows && shows.by === 'URL')
    url.search = `${url.search === '' ? '?' : `${url.search}&`}key=${shows.key}`;
  const response = await fetch(url, {
    headers: { ...headers, ...(authorization === null ? {} : { authorization }) },
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : null,
  };
}

async function authorizationOf(gate: Gate, shows: Shows): Promise<string | null> {
  if (shows === null) return null;
  if ('as' in shows) return `Bearer ${await gate.token(shows.as)}`;
  if ('authorization' in shows) return shows.authorization;
  return shows.by === 'BASIC' ? `Basic ${btoa(`excel:${shows.key}`)}` : null;
}

/** Expects a refusal in the form of OData, which does not say what it must not. */
export function expectRefused(answer: ToolAnswer, status: number, code: string): void {
  expect([answer.status, answer.json?.error?.code]).toEqual([status, code]);
}

/** A step about the keys and services that somebody answers for. */
export function credentialStep(
  gate: Gate,
  command: string,
  given: Readonly<Record<string, unknown>>,
  who: Asking = ines,
): Promise<Answered> {
  return commands(gate, who, command, given, { shows: SHOWS });
}

/** Makes a key as an analyst does. */
export async function madeKey(
  gate: Gate,
  given: Readonly<Record<string, unknown>> = {},
): Promise<Answered> {
  const reason = 'The board’s workbook is refreshed each night.';
  return carriedOut(
    await credentialStep(gate, 'createReportingKey', {
      title: 'Board workbook',
      reason,
      idempotencyKey: crypto.randomUUID(),
      ...given,
    }),
  );
}

/** Registers a service as the analyst who answers for it does. */
export function madeService(
  gate: Gate,
  clientId: string,
  given: Readonly<Record<string, unknown>> = {},
  who: Asking = ines,
): Promise<Answered> {
  return credentialStep(
    gate,
    'registerReportingService',
    {
      title: 'The dashboard of the board',
      provider: 'development',
      clientId,
      reason: 'It is made anew each night.',
      idempotencyKey: crypto.randomUUID(),
      ...given,
    },
    who,
  );
}
